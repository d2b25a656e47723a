import { given, numberOf, oneOf, textOf } from "../app/search-value.ts";
import { BAND_CHOICES, type BandChoice } from "../case/case-search.ts";

export const TABLE_PANELS = ["table-1", "table-2", "table-3", "figures", "report"] as const;
export type TablePanel = (typeof TABLE_PANELS)[number];

/** State of the page that can be linked: what is shown and how it is printed. */
export type TablesSearch = {
  readonly show?: TablePanel;
  /** Language of what is printed; that of the page when absent. */
  readonly print?: "zh" | "en";
  readonly lsc?: "paper" | "minimum" | "centre";
  /** Columns in their order, separated by commas; as in the paper when absent. */
  readonly analytes?: string;
  readonly sites?: string;
  readonly scores?: string;
  readonly facts?: string;
  /** Decimals of BMD and of the increase in percent; as in the paper when absent. */
  readonly bmd?: number;
  readonly percent?: number;
  /** The woman whose figures are shown; absent = the whole series. */
  readonly woman?: string;
  /** Site whose band of change without a drug her figure draws. */
  readonly band?: BandChoice;
};

export function tablesSearch(search: Readonly<Record<string, unknown>>): TablesSearch {
  return given({
    show: oneOf(search.show, TABLE_PANELS),
    print: oneOf(search.print, ["zh", "en"]),
    lsc: oneOf(search.lsc, ["paper", "minimum", "centre"]),
    analytes: textOf(search.analytes),
    sites: textOf(search.sites),
    scores: textOf(search.scores),
    facts: textOf(search.facts),
    bmd: decimals(search.bmd, BMD_DECIMALS),
    percent: decimals(search.percent, PERCENT_DECIMALS),
    woman: textOf(search.woman),
    band: oneOf(search.band, BAND_CHOICES),
  });
}

/** Decimals that can be chosen, the paper's first. */
export const BMD_DECIMALS = [3, 2, 4] as const;
export const PERCENT_DECIMALS = [2, 1, 0] as const;

function decimals(value: unknown, allowed: readonly number[]): number | undefined {
  const number = numberOf(value);
  return number !== undefined && allowed.includes(number) ? number : undefined;
}
