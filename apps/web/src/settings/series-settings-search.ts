import { given, textOf } from "../app/search-value.ts";

/** JSON Pointer of a place in the head of the series to show and focus. */
export type SeriesSettingsSearch = { readonly at?: string };

export function seriesSettingsSearch(search: Readonly<Record<string, unknown>>): SeriesSettingsSearch {
  return given({ at: textOf(search.at) });
}
