import { booleanOf, dayOf, given, textOf } from "../../app/search-value.ts";

/** State of the page that can be linked. */
export type FindSearch = {
  /** Folder, file or archive on this computer. */
  readonly path?: string;
  /** Name of a kept mapping, for tables without one beside them. */
  readonly mapping?: string;
  /** Id of the definition; default `paper`. */
  readonly definition?: string;
  /** Day of the data, where it is another than that of the files. */
  readonly asOf?: string;
  /** The search is refused when anything in the data cannot be used. */
  readonly strict?: true;
  /** Search that was started here; one that runs is shown without it. */
  readonly job?: string;
};

/** What of the address says which data are searched, and how; other pages of the finder hand it on. */
export type DataSearch = Pick<FindSearch, "path" | "mapping" | "asOf" | "strict">;

export function dataSearch(search: Readonly<Record<string, unknown>>): DataSearch {
  return given({
    path: textOf(search.path),
    mapping: textOf(search.mapping),
    asOf: dayOf(search.asOf),
    strict: booleanOf(search.strict) === true ? (true as const) : undefined,
  });
}

export function findSearch(search: Readonly<Record<string, unknown>>): FindSearch {
  return given({ ...dataSearch(search), definition: textOf(search.definition), job: textOf(search.job) });
}
