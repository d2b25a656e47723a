import { given, numberOf, textOf } from "../../app/search-value.ts";

/** State of the page that can be linked. What is searched for stays out: identifiers of women stand in no address. */
export type WorklistSearch = {
  /** Only women of this tier. */
  readonly tier?: string;
  /** Rank of the woman who is opened. */
  readonly woman?: number;
  /** Position of the first woman shown, from 0. */
  readonly offset?: number;
};

export function worklistSearch(search: Readonly<Record<string, unknown>>): WorklistSearch {
  const offset = numberOf(search.offset);
  return given({
    tier: textOf(search.tier),
    woman: rankOf(search.woman),
    offset: offset !== undefined && Number.isInteger(offset) && offset > 0 ? offset : undefined,
  });
}

/** A rank: a whole number from 1. */
export function rankOf(value: unknown): number | undefined {
  const rank = numberOf(value);
  return rank !== undefined && Number.isInteger(rank) && rank >= 1 ? rank : undefined;
}
