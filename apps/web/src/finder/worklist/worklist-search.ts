import { given, numberOf, textOf } from "../../app/search-value.ts";

/** State of the page that can be linked. */
export type WorklistSearch = {
  /** Only women of this tier. */
  readonly tier?: string;
  /** Rank of the woman who is opened. */
  readonly woman?: number;
};

export function worklistSearch(search: Readonly<Record<string, unknown>>): WorklistSearch {
  return given({ tier: textOf(search.tier), woman: rankOf(search.woman) });
}

/** A rank: a whole number from 1. */
export function rankOf(value: unknown): number | undefined {
  const rank = numberOf(value);
  return rank !== undefined && Number.isInteger(rank) && rank >= 1 ? rank : undefined;
}
