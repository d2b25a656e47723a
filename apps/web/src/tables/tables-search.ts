import { given, oneOf, textOf } from "../app/search-value.ts";

export const TABLE_PANELS = ["table-1", "table-2", "table-3", "figures", "report"] as const;

export type TablesSearch = {
  readonly show?: (typeof TABLE_PANELS)[number];
  /** Language of what is printed; that of the page when absent. */
  readonly print?: "zh" | "en";
  readonly lsc?: "paper" | "minimum" | "centre";
  readonly columns?: string;
  readonly digits?: string;
};

export function tablesSearch(search: Readonly<Record<string, unknown>>): TablesSearch {
  return given({
    show: oneOf(search.show, TABLE_PANELS),
    print: oneOf(search.print, ["zh", "en"]),
    lsc: oneOf(search.lsc, ["paper", "minimum", "centre"]),
    columns: textOf(search.columns),
    digits: textOf(search.digits),
  });
}
