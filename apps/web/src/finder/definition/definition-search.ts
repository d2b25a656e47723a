import { given, textOf } from "../../app/search-value.ts";

/** State of the page that can be linked. */
export type DefinitionSearch = {
  /** Id of the definition that is shown; default `paper`. */
  readonly definition?: string;
  /** Key of the converted data that the live funnel counts. */
  readonly data?: string;
};

export function definitionSearch(search: Readonly<Record<string, unknown>>): DefinitionSearch {
  return given({ definition: textOf(search.definition), data: textOf(search.data) });
}
