import { given, textOf } from "../../app/search-value.ts";

/** State of the page that can be linked. */
export type MappingSearch = {
  /** Folder, file or archive whose tables are to be explained. */
  readonly path?: string;
  /** Name of the kept mapping that is edited. */
  readonly mapping?: string;
};

export function mappingSearch(search: Readonly<Record<string, unknown>>): MappingSearch {
  return given({ path: textOf(search.path), mapping: textOf(search.mapping) });
}
