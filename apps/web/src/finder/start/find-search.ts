import { given, textOf } from "../../app/search-value.ts";

/** State of the page that can be linked. */
export type FindSearch = {
  /** Folder, file or archive on this computer. */
  readonly path?: string;
  /** Id of the definition; default `paper`. */
  readonly definition?: string;
};

export function findSearch(search: Readonly<Record<string, unknown>>): FindSearch {
  return given({ path: textOf(search.path), definition: textOf(search.definition) });
}
