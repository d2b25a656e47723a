import { given, numberOf, textOf } from "../app/search-value.ts";

/** Whose revisions: of one woman, or of the whole series. */
export type HistorySearch = { readonly case?: string; readonly offset?: number };

export function historySearch(search: Readonly<Record<string, unknown>>): HistorySearch {
  return given({ case: textOf(search.case), offset: numberOf(search.offset) });
}
