import type { Terms, Text } from "@materbone/clinical";
import { FIGURE_WIDTH, type FigureLayout } from "../figure.ts";
import type { Paragraph } from "../paragraphs.ts";
import { textWidth } from "../text-measure.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { bracketed, quantityWithUnit, spanText, valueText } from "./estimate-words.ts";
import type { Quantity, ValueSpan } from "./evidence-figure-data.ts";
import { BADGE_WORDS, CI, EVIDENCE_WORDS, MONTHS_COUNT, studyName, WOMEN_COUNT } from "./evidence-words.ts";
import { type ForestData, type ForestRow, rowSpan } from "./forest-data.ts";
import { WEIGHT_WORDS } from "./forest-words.ts";
import { type TextCell, widestOf } from "./text-cell.ts";

export const EDGE = 12;
const GAP = 8;
/** Width of one dot of the appraisal. */
export const DOT_PITCH = 14;

type Column = { readonly x: number; readonly width: number };

/** Where the columns of a forest plot stand; a phone has the study above its own strip of the plot. */
export type ForestColumns = {
  readonly layout: FigureLayout;
  readonly study: Column;
  readonly women: Column | undefined;
  readonly months: Column | undefined;
  readonly statistic: Column | undefined;
  /** Left and right end of the plotting area. */
  readonly plot: readonly [number, number];
  readonly estimate: Column;
  readonly weight: Column | undefined;
  readonly appraisal: Column | undefined;
};

export function forestColumns(data: ForestData, layout: FigureLayout, terms: Terms): ForestColumns {
  const rows = data.groups.flatMap((group) => group.rows);
  const width = FIGURE_WIDTH[layout];
  const dots = Math.max(0, ...rows.map((row) => row.appraisal?.length ?? 0)) * DOT_PITCH;
  const pooled = [...data.groups.flatMap((group) => group.pooled), ...data.overall];
  const spans: readonly ValueSpan[] = [
    ...rows.flatMap((row) => rowSpan(row) ?? []),
    ...pooled,
    ...pooled.flatMap(({ prediction }) => (prediction.kind === "interval" ? [prediction] : [])),
    ...data.groups.flatMap(({ untreated }) => untreated ?? []),
  ];
  const values = [...rows, ...pooled].map(({ estimate }) => valueText(estimate, data.quantity, terms));
  const brackets = spans.map((each) => bracketed(spanText(each, data.quantity, terms)));
  const stacked = Math.max(
    widestOf(brackets, SIZE.small),
    widestOf(values, SIZE.body, "bold"),
    widestOf([terms.text(EVIDENCE_WORDS.noInterval)], SIZE.small),
  );
  if (layout === "narrow") {
    const estimate = widestOf(values, SIZE.body, "bold") + 6 + widestOf(brackets, SIZE.small);
    return {
      layout,
      study: { x: EDGE, width: width - 2 * EDGE - estimate - GAP },
      women: undefined,
      months: undefined,
      statistic: undefined,
      plot: [EDGE + 12, width - EDGE - 12],
      estimate: { x: width - EDGE, width: estimate },
      weight: undefined,
      appraisal: dots === 0 ? undefined : { x: width - EDGE - dots, width: dots },
    };
  }
  const heads = (words: Text, cap: number): number =>
    Math.min(cap, widestOf(terms.text(words).split(" "), SIZE.small, "bold"));
  // No number is broken: a column is as broad as its longest.
  const numbers = (words: Text, of: readonly string[]): number => Math.max(heads(words, 54), widestOf(of, SIZE.body));
  const isBroad = layout === "broad";
  // From left to right up to the plot, then from the right edge back to it.
  let left = EDGE;
  const take = (columnWidth: number): Column => {
    const column = { x: left, width: columnWidth };
    left += columnWidth + GAP;
    return column;
  };
  const studies = widestOf(rows.map(studyName), SIZE.body);
  const under = widestOf(
    rows.flatMap((row) => underName(row, isBroad, Number.POSITIVE_INFINITY, terms)),
    SIZE.small,
  );
  const study = take(Math.min(isBroad ? 200 : 138, Math.max(96, studies, under)));
  const women = take(
    numbers(
      EVIDENCE_WORDS.women,
      rows.map((row) => String(row.women)),
    ),
  );
  const months = isBroad
    ? take(
        numbers(
          EVIDENCE_WORDS.months,
          rows.map((row) => monthsText(row, terms)),
        ),
      )
    : undefined;
  const badges = rows.flatMap((row) => row.badges.map((badge) => terms.text(BADGE_WORDS[badge])));
  const statistic = take(Math.min(74, Math.max(heads(EVIDENCE_WORDS.statistic, 74), widestOf(badges, SIZE.small))));
  let right = width - EDGE;
  const takeRight = (columnWidth: number): Column => {
    const column = { x: right, width: columnWidth };
    right -= columnWidth + GAP;
    return column;
  };
  const appraisal = dots === 0 ? undefined : takeRight(dots);
  const hasWeights = rows.some((row) => row.weightPercent !== undefined);
  const weights = rows.map((row) => weightText(row, terms));
  const weight = hasWeights ? takeRight(numbers(EVIDENCE_WORDS.weightHead, weights)) : undefined;
  const estimate = takeRight(stacked);
  return {
    layout,
    study,
    women,
    months,
    statistic,
    plot: [left + 6, right - 6],
    estimate,
    weight,
    appraisal: appraisal === undefined ? undefined : { x: appraisal.x - dots, width: dots },
  };
}

/** The heads of the columns. */
export function headCells(columns: ForestColumns, data: ForestData, terms: Terms): readonly TextCell[] {
  const head = (text: string): Paragraph => ({ text, size: SIZE.small, weight: "bold", fill: COLOUR.muted });
  const cell = (
    column: Column | undefined,
    words: readonly string[],
    anchor: TextCell["anchor"],
  ): readonly TextCell[] => (column === undefined ? [] : [{ ...column, anchor, words: words.map(head) }]);
  const end = (column: Column | undefined): Column | undefined =>
    column === undefined ? undefined : { x: column.x + column.width, width: column.width };
  const unit = terms.text(data.quantity.unit);
  const estimate = terms.text(EVIDENCE_WORDS.estimate);
  const words =
    terms.lang === "zh"
      ? [unit === "" ? estimate : `${estimate}（${unit}）`, CI.zh({ level: data.level }, terms)]
      : [unit === "" ? estimate : `${estimate}, ${unit}`, `(${CI.en({ level: data.level }, terms)})`];
  return [
    ...cell(columns.study, [terms.text(EVIDENCE_WORDS.study)], "start"),
    ...cell(end(columns.women), [terms.text(EVIDENCE_WORDS.women)], "end"),
    ...cell(end(columns.months), [terms.text(EVIDENCE_WORDS.months)], "end"),
    ...cell(columns.statistic, [terms.text(EVIDENCE_WORDS.statistic)], "start"),
    ...cell(columns.estimate, words, "end"),
    ...cell(columns.weight, [terms.text(EVIDENCE_WORDS.weightHead), "%"], "end"),
  ];
}

/** What stands beside the mark of a study. */
export function rowCells(
  columns: ForestColumns,
  row: ForestRow,
  quantity: Quantity,
  terms: Terms,
): readonly TextCell[] {
  const small = (text: string, fill: string = COLOUR.muted): Paragraph => ({ text, size: SIZE.small, fill });
  const cells: TextCell[] = [];
  const name: Paragraph = { text: studyName(row), size: SIZE.body };
  cells.push({
    ...columns.study,
    anchor: "start",
    words:
      columns.layout === "narrow"
        ? [name]
        : [
            name,
            ...underName(row, columns.months !== undefined, columns.study.width, terms).map((text) => small(text)),
          ],
  });
  const number = (column: Column | undefined, text: string): void => {
    if (column === undefined) return;
    const words = [{ text, size: SIZE.body, fill: COLOUR.ink }];
    cells.push({ x: column.x + column.width, width: column.width, anchor: "end", words });
  };
  number(columns.women, String(row.women));
  number(columns.months, monthsText(row, terms));
  if (columns.statistic !== undefined) {
    const words = row.badges.map((badge) => small(terms.text(BADGE_WORDS[badge])));
    cells.push({ ...columns.statistic, anchor: "start", words });
  }
  cells.push(...estimateCells(columns, row.estimate, rowSpan(row), quantity, terms));
  if (columns.weight !== undefined) {
    cells.push({
      ...columns.weight,
      anchor: "end",
      words: [{ text: weightText(row, terms), size: SIZE.body, fill: COLOUR.ink }],
    });
  }
  return cells;
}

/** Drug, and the months where they have no column: behind it, or under it where the two are longer than the column. */
function underName(row: ForestRow, hasMonths: boolean, width: number, terms: Terms): readonly string[] {
  const drug = headed(terms.text(row.drug));
  if (hasMonths || row.months === undefined) return [drug];
  const months = terms.lang === "zh" ? `${monthsText(row, terms)}个月` : `${monthsText(row, terms)} mo`;
  const both = terms.lang === "zh" ? `${drug}，${months}` : `${drug}, ${months}`;
  return textWidth(both, SIZE.small) <= width ? [both] : [drug, months];
}

function monthsText({ months }: ForestRow, terms: Terms): string {
  return months === undefined ? "–" : terms.months(months);
}

function weightText({ weightPercent }: ForestRow, terms: Terms): string {
  return weightPercent === undefined ? "–" : terms.fixed(weightPercent, 1);
}

/** An estimate over its interval; on a phone, before it in one line. */
export function estimateCells(
  columns: ForestColumns,
  estimate: number | undefined,
  extent: ValueSpan | undefined,
  quantity: Quantity,
  terms: Terms,
  weight: "normal" | "bold" = "normal",
): readonly TextCell[] {
  const value: readonly Paragraph[] =
    estimate === undefined ? [] : [{ text: valueText(estimate, quantity, terms), size: SIZE.body, weight }];
  const words =
    extent === undefined ? terms.text(EVIDENCE_WORDS.noInterval) : bracketed(spanText(extent, quantity, terms));
  const interval: Paragraph = { text: words, size: SIZE.small, fill: COLOUR.muted };
  const { x, width } = columns.estimate;
  if (columns.layout !== "narrow") return [{ x, width, anchor: "end", words: [...value, interval] }];
  const taken = widestOf([words], SIZE.small);
  return [
    { x, width, anchor: "end", words: [interval] },
    ...(value.length === 0 ? [] : [{ x: x - taken - 6, width: width - taken, anchor: "end" as const, words: value }]),
  ];
}

/** Everything of a study that a phone has no column for. */
export function detailWords(row: ForestRow, terms: Terms): string {
  const parts = [
    WOMEN_COUNT[terms.lang]({ women: row.women }, terms),
    ...(row.months === undefined ? [] : [MONTHS_COUNT[terms.lang]({ months: terms.months(row.months) }, terms)]),
    terms.text(row.drug),
    ...row.badges.map((badge) => terms.text(BADGE_WORDS[badge])),
    ...(row.weightPercent === undefined
      ? []
      : [WEIGHT_WORDS[terms.lang]({ weight: terms.fixed(row.weightPercent, 1) }, terms)]),
  ];
  return parts.join(" · ");
}

/** Words under the axis. */
export function axisWords(quantity: Quantity, terms: Terms): string {
  return headed(quantityWithUnit(quantity, terms));
}
