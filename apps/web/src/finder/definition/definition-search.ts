import { given, textOf } from "../../app/search-value.ts";
import { type DataSearch, dataSearch } from "../start/find-search.ts";

/** State of the page that can be linked, with the data of the search that it was opened from. */
export type DefinitionSearch = DataSearch & {
  /** Id of the definition that is shown; default `paper`. */
  readonly definition?: string;
  /** Key of the converted data that the live funnel counts. */
  readonly data?: string;
};

export function definitionSearch(search: Readonly<Record<string, unknown>>): DefinitionSearch {
  return given({ ...dataSearch(search), definition: textOf(search.definition), data: textOf(search.data) });
}
