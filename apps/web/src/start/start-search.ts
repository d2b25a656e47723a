import { given, oneOf, textOf } from "../app/search-value.ts";

/** Which part of the start page is open. */
export type StartSearch = {
  readonly open?: "new" | "import";
  /** Series that imported women go into. */
  readonly into?: string;
};

export function startSearch(search: Readonly<Record<string, unknown>>): StartSearch {
  return given({ open: oneOf(search.open, ["new", "import"]), into: textOf(search.into) });
}
