import {
  type Analyte,
  analyteKnowledge,
  type CaseView,
  createTerms,
  type LaboratoryPanel,
  type LaboratoryResult,
  type Lang,
  monthsOf,
  openSeries,
  printedUnit,
  type ReferenceInterval,
  type Series,
  type Terms,
} from "@materbone/clinical";
import { womanName } from "../figures/time-words.ts";
import { withAbbreviations } from "./abbreviations.ts";
import { printedRange, printedText } from "./printed.ts";
import { type Block, cell, column, type Footnote, linesCell, MISSING, type Row, row, type Table } from "./table.ts";
import { TABLE_WORDS, tableNumber } from "./words.ts";

/** Analytes that stand side by side on a printed page; more are set as blocks of nearly equal width. */
const COLUMNS_PER_BLOCK = 6;

export type Table1Options = {
  /** Which analytes are printed, in this order; every one of the panel and the records when left out. */
  readonly analytes?: readonly Analyte[] | undefined;
};

/** A woman with the panel that the table prints. */
type PrintedWoman = { readonly name: string; readonly panel: LaboratoryPanel | undefined };

/**
 * Laboratory values of the first visit: the reference intervals, then one row per woman, with the digits of the record and
 * a dash for what was not reported. Columns follow the series' panel, else the order of the records.
 */
export function table1(series: Series, lang: Lang, options: Table1Options = {}): Table {
  const t = createTerms(lang);
  const women = openSeries(series).cases.map((view) => ({
    name: womanName(view.record, t),
    panel: firstPanel(view),
  }));
  const analytes = options.analytes ?? analytesOf(series, women);
  const number = t.text(tableNumber(1));
  const table: Table = {
    id: "table-1",
    lang,
    number,
    title:
      lang === "zh"
        ? `${women.length}例PLO患者首次生化检查结果`
        : `Laboratory values of ${women.length} ${t.count(women.length, "woman", "women")} with PLO at the first visit`,
    blocks: inBlocks(analytes).map((part) => blockOf(part, series, women, t)),
    footnotes: footnotes(series, analytes, women, t),
  };
  return withAbbreviations(table);
}

/** The analytes that Table 1 prints unless it is told otherwise, in its order. */
export function table1Analytes(series: Series): readonly Analyte[] {
  const women = openSeries(series).cases.map((view) => ({ name: "", panel: firstPanel(view) }));
  return analytesOf(series, women);
}

/** The earliest panel; with no times, the first of the record. */
function firstPanel(view: CaseView): LaboratoryPanel | undefined {
  const timed = (view.record.laboratory ?? []).map((panel) => ({ panel, when: monthsOf(panel.at, view.frame) }));
  return timed.reduce<(typeof timed)[number] | undefined>((first, next) => {
    if (first === undefined) return next;
    if (first.when === undefined || next.when === undefined) return first;
    return next.when.earliest + next.when.latest < first.when.earliest + first.when.latest ? next : first;
  }, undefined)?.panel;
}

function analytesOf(series: Series, women: readonly PrintedWoman[]): readonly Analyte[] {
  const measured = women.flatMap((woman) => (woman.panel?.results ?? []).map((result) => result.analyte));
  return [...new Set([...(series.laboratory?.panel ?? []), ...measured])];
}

function inBlocks(analytes: readonly Analyte[]): readonly (readonly Analyte[])[] {
  const count = Math.max(1, Math.ceil(analytes.length / COLUMNS_PER_BLOCK));
  const width = Math.ceil(analytes.length / count);
  return Array.from({ length: count }, (_, block) => analytes.slice(block * width, (block + 1) * width));
}

function blockOf(analytes: readonly Analyte[], series: Series, women: readonly PrintedWoman[], t: Terms): Block {
  const units = analytes.map((analyte) => headingUnit(analyte, series, women));
  const intervals: Row = row(
    cell(t.text(TABLE_WORDS.interval)),
    ...analytes.map((analyte, position) =>
      linesCell(intervalLines(intervalsOf(analyte, series), units[position], t), { align: "right" }),
    ),
  );
  return {
    columns: [column("left", true), ...analytes.map(() => column("right"))],
    headerRows: [
      [
        cell(t.text(TABLE_WORDS.woman)),
        ...analytes.map((analyte, position) => {
          const unit = units[position];
          const symbol = t.text(analyteKnowledge(analyte).symbol);
          const shown = unit === undefined ? "" : printedUnit(unit);
          return linesCell(shown === "" ? [symbol] : [symbol, t.lang === "zh" ? `（${shown}）` : `(${shown})`]);
        }),
      ],
    ],
    groups: [
      {
        rows: [
          intervals,
          ...women.map((woman) =>
            row(
              cell(woman.name),
              ...analytes.map((analyte, position) => cell(valueText(woman.panel, analyte, units[position], t))),
            ),
          ),
        ],
      },
    ],
  };
}

function intervalsOf(analyte: Analyte, series: Series): readonly ReferenceInterval[] {
  return (series.laboratory?.intervals ?? []).filter((interval) => interval.analyte === analyte);
}

/** One line per interval, led by what selects it: season, state, laboratory. */
function intervalLines(intervals: readonly ReferenceInterval[], unit: string | undefined, t: Terms): readonly string[] {
  if (intervals.length === 0) return [MISSING[t.lang]];
  return intervals.map((interval) => {
    const selectors = [
      ...(interval.season === undefined ? [] : [seasonLabel(interval.season, t)]),
      ...(interval.state === undefined ? [] : [t.word("state", interval.state)]),
      ...(interval.laboratory === undefined ? [] : [interval.laboratory]),
    ];
    const range = printedRange(interval.low, interval.high, t.lang) ?? MISSING[t.lang];
    const withUnit = unit !== undefined && interval.unit !== unit ? `${range} ${printedUnit(interval.unit)}` : range;
    return [...selectors, withUnit].join(" ");
  });
}

/** The season as a table prints it: 夏, not 夏季. */
function seasonLabel(season: NonNullable<ReferenceInterval["season"]>, t: Terms): string {
  return t.lang === "zh" ? t.season(season).replace("季", "") : t.season(season);
}

/** The unit of the column: that of the first interval, else of the first value. */
function headingUnit(analyte: Analyte, series: Series, women: readonly PrintedWoman[]): string | undefined {
  const [interval] = intervalsOf(analyte, series);
  if (interval !== undefined) return interval.unit;
  return women.flatMap((woman) => resultsOf(woman.panel, analyte))[0]?.unit;
}

function resultsOf(panel: LaboratoryPanel | undefined, analyte: Analyte): readonly LaboratoryResult[] {
  return (panel?.results ?? []).filter((result) => result.analyte === analyte);
}

/** The printed value; one in another unit than the column's names it. */
function valueText(panel: LaboratoryPanel | undefined, analyte: Analyte, unit: string | undefined, t: Terms): string {
  const results = resultsOf(panel, analyte);
  if (results.length === 0) return MISSING[t.lang];
  return results
    .map((result) =>
      result.unit === unit ? printedText(result.value) : `${printedText(result.value)} ${printedUnit(result.unit)}`,
    )
    .join(t.lang === "zh" ? "；" : "; ");
}

function footnotes(
  series: Series,
  analytes: readonly Analyte[],
  women: readonly PrintedWoman[],
  t: Terms,
): readonly Footnote[] {
  const missing = women.some((woman) => analytes.some((analyte) => resultsOf(woman.panel, analyte).length === 0));
  const seasonal = (series.laboratory?.intervals ?? []).some((interval) => interval.season !== undefined);
  const unknownSeason = women.some(
    (woman) => woman.panel !== undefined && woman.panel.season === undefined && woman.panel.samplingMonth === undefined,
  );
  const zh = t.lang === "zh";
  return [
    {
      text: zh
        ? "数据均为每例患者首次就诊（记录中时间最早的一次）的检测结果。"
        : "Values of the first visit, the earliest sampling on record.",
    },
    ...(missing ? [{ text: zh ? "“－”表示未报告，不等于零。" : "— means not reported, never zero." }] : []),
    ...(seasonal && unknownSeason
      ? [
          {
            text: zh
              ? "部分正常值按采血季节选用；采血季节未报告者，各季节正常值均列出。"
              : "Where an interval depends on the season of sampling and the season was not reported, each applies.",
          },
        ]
      : []),
  ];
}
