import type { CaseOrder, CaseQuery } from "@materbone/registry";
import { booleanOf, given, numberOf, oneOf, textOf } from "../app/search-value.ts";

const EVERY_ORDER: Readonly<Record<CaseOrder, true>> = {
  id: true,
  age: true,
  delivery: true,
  diagnosis: true,
  lowestZ: true,
  findings: true,
  saved: true,
};

/** What the board can be ordered by. The page takes only types from the registry, whose values need a disk. */
export const BOARD_ORDERS = Object.keys(EVERY_ORDER) as readonly CaseOrder[];

/** Table of the preview. */
export type BoardTable = "1" | "2" | "3";

/** Which women the board lists, and the table below them; the whole state of the page. */
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
> & { readonly table?: BoardTable };

export function boardSearch(search: Readonly<Record<string, unknown>>): BoardSearch {
  return given({
    search: textOf(search.search),
    severity: oneOf(search.severity, ["info", "minor", "major"]),
    outcome: oneOf(search.outcome, ["consistent", "notConsistent", "undecided"]),
    agent: textOf(search.agent),
    tag: textOf(search.tag),
    order: oneOf(search.order, BOARD_ORDERS),
    isDescending: booleanOf(search.isDescending),
    isDeleted: booleanOf(search.isDeleted),
    isFractured: booleanOf(search.isFractured),
    offset: numberOf(search.offset),
    table: oneOf(textOf(search.table), ["1", "2", "3"]),
  });
}

/** Women on one page of the board: eight rows of three. */
export const BOARD_LIMIT = 24;

/** What the list of women is asked for: the address without what only the page needs. */
export function caseQueryOf(search: BoardSearch, limit = BOARD_LIMIT): CaseQuery {
  const { search: text, severity, outcome, agent, tag, order, isDescending, isFractured, offset } = search;
  return given({ search: text, severity, outcome, agent, tag, order, isDescending, isFractured, offset, limit });
}
