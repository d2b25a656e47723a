import type { Lang, Series } from "@materbone/clinical";
import {
  TABLE2_QUANTITIES,
  TABLE3_COLUMNS,
  type Table,
  table1,
  table1Analytes,
  table2,
  table2Sites,
  table3,
} from "@materbone/report";
import { chosenOf } from "./chosen-columns.ts";
import type { TablePanel, TablesSearch } from "./tables-search.ts";

export type NumberedTable = Extract<TablePanel, `table-${string}`>;

/** A table as the address asks for it; `undefined` when the series holds nothing that it prints. */
export function printedTable(series: Series, show: NumberedTable, search: TablesSearch, lang: Lang): Table | undefined {
  switch (show) {
    case "table-1": {
      const analytes = table1Analytes(series);
      return analytes.length === 0
        ? undefined
        : table1(series, lang, { analytes: chosenOf(search.analytes, analytes) });
    }
    case "table-2": {
      const sites = table2Sites(series);
      if (sites.length === 0) return undefined;
      return table2(series, lang, {
        sites: chosenOf(search.sites, sites),
        quantities: chosenOf(search.scores, TABLE2_QUANTITIES),
        bmdDecimals: search.bmd,
        percentDecimals: search.percent,
      });
    }
    case "table-3":
      if ((series.literature ?? []).length === 0) return undefined;
      return table3(series, lang, { columns: chosenOf(search.facts, TABLE3_COLUMNS) });
  }
}

/** Name of a file of a table: "qingdao-2016-2019.table-2.zh.csv". */
export function fileName(series: string, what: string, lang: Lang, ending: string): string {
  return `${series}.${what}.${lang}.${ending}`;
}
