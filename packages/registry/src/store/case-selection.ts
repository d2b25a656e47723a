import { CASE_ORDERS, type CaseOrder } from "../case-order.ts";
import type { CaseQuery } from "../case-summary.ts";
import { facetsAsked } from "./facets.ts";
import { folded, foldedEntry } from "./folded.ts";

/** Most women that one page holds, and how many when nothing is said. */
const LARGEST_PAGE = 500;
const USUAL_PAGE = 60;

/** A `CaseQuery` as stores read it. */
export type CaseSelection = {
  readonly series: number;
  readonly isDeleted: boolean;
  /** All of these must stand in the folded id and tags. */
  readonly needles: readonly string[];
  readonly facets: number;
  readonly order: CaseOrder;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
};

/** @returns `undefined` when no woman can match, such as for an agent that no record can name */
export function caseSelection(series: number, query: CaseQuery): CaseSelection | undefined {
  const facets = facetsAsked(query);
  if (facets === undefined) return undefined;
  const search = folded(query.search ?? "");
  return {
    series,
    isDeleted: query.isDeleted ?? false,
    needles: [...(search === "" ? [] : [search]), ...(query.tag === undefined ? [] : [foldedEntry(query.tag)])],
    facets,
    order: orderOf(query.order),
    isDescending: query.isDescending ?? false,
    offset: wholeAtLeast(0, query.offset ?? 0, "offset"),
    limit: Math.min(wholeAtLeast(0, query.limit ?? USUAL_PAGE, "limit"), LARGEST_PAGE),
  };
}

function orderOf(order: CaseOrder | undefined): CaseOrder {
  if (order !== undefined && !CASE_ORDERS.includes(order)) throw new RangeError("no such order of women");
  return order ?? "id";
}

/** @throws RangeError when the number is not whole or too small */
export function wholeAtLeast(least: number, value: number, name: string): number {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new RangeError(`${name} must be whole and at least ${least}: ${value}`);
  return value;
}
