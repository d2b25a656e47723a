import { CASE_ORDERS, type CaseQuery } from "@materbone/registry";
import { given, numberOf, oneOf, textOf } from "../app/search-value.ts";

/** Which women the board lists; the whole state of its filters. */
export type BoardSearch = Pick<
  CaseQuery,
  | "search"
  | "severity"
  | "outcome"
  | "agent"
  | "tag"
  | "order"
  | "isDescending"
  | "offset"
  | "isDeleted"
  | "isFractured"
>;

export function boardSearch(search: Readonly<Record<string, unknown>>): BoardSearch {
  return given({
    search: textOf(search.search),
    severity: oneOf(search.severity, ["info", "minor", "major"]),
    outcome: oneOf(search.outcome, ["consistent", "notConsistent", "undecided"]),
    agent: textOf(search.agent),
    tag: textOf(search.tag),
    order: oneOf(search.order, CASE_ORDERS),
    isDescending: booleanOf(search.isDescending),
    isDeleted: booleanOf(search.isDeleted),
    isFractured: booleanOf(search.isFractured),
    offset: numberOf(search.offset),
  });
}

function booleanOf(value: unknown): boolean | undefined {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}
