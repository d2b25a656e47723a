import type { SkeletalSite, Source, Terms, Text } from "@materbone/clinical";
import { sourceText } from "../document/source-text.ts";
import type { TrendQuantity, TrendSite } from "./bmd-trend-data.ts";
import type { FigureMark, FigureRow } from "./figure-mark.ts";
import type { Scale } from "./scale.ts";
import { group, path, polygon, type Svg } from "./svg.ts";
import { COLOUR } from "./theme.ts";
import { headed } from "./time-words.ts";

/** Change of BMD at one site that is expected without a drug, as a band over the months postpartum. */
export type BenchmarkBand = {
  readonly site: SkeletalSite;
  /** In ascending order of months; percent of the woman's reference scan, low not above high. */
  readonly points: readonly {
    readonly months: number;
    readonly lowPercent: number;
    readonly highPercent: number;
  }[];
  /** Who was measured: "untreated women after weaning". */
  readonly label: Text;
  readonly source: Source;
};

/** A band with its points in the unit of the plot. */
export type PlottedBand = {
  readonly band: BenchmarkBand;
  readonly points: readonly { readonly months: number; readonly low: number; readonly high: number }[];
};

/** The band in the unit of the plot; `undefined` where it has none, as for Z-scores or without a reference scan. */
export function plottedBand(
  band: BenchmarkBand | undefined,
  sites: readonly TrendSite[],
  quantity: TrendQuantity,
): PlottedBand | undefined {
  if (band === undefined || quantity === "z" || band.points.length < 2) return undefined;
  const reference = sites.find((course) => course.site === band.site)?.referenceBmdGPerCm2;
  if (reference === undefined) return undefined;
  const inUnit = (percent: number): number => (quantity === "percent" ? percent : reference * (1 + percent / 100));
  return {
    band,
    points: band.points.map(({ months, lowPercent, highPercent }) => ({
      months,
      low: inUnit(lowPercent),
      high: inUnit(highPercent),
    })),
  };
}

/** The band behind the courses: a wash with dotted edges. */
export function drawBand({ points }: PlottedBand, axis: Scale, scale: Scale): Svg {
  const upper = points.map(({ months, high }) => [axis.at(months), scale.at(high)] as const);
  const lower = points.map(({ months, low }) => [axis.at(months), scale.at(low)] as const);
  const edge = { fill: "none", stroke: COLOUR.benchmark, "stroke-width": 1, "stroke-dasharray": "1 3" };
  const through = (corners: readonly (readonly [number, number])[]): readonly (string | number)[] =>
    corners.flatMap(([x, y], index) => [index === 0 ? "M" : "L", x, y]);
  return group(
    polygon([...upper, ...lower.toReversed()], { fill: COLOUR.benchmark, "fill-opacity": 0.16 }),
    path(through(upper), edge),
    path(through(lower), edge),
  );
}

/** Middle of the right end of the band, where its name points to. */
export function bandEnd(
  { points }: PlottedBand,
  axis: Scale,
  scale: Scale,
): { readonly x: number; readonly y: number } {
  const last = points.at(-1);
  return last === undefined
    ? { x: axis.range[1], y: scale.range[0] }
    : { x: axis.at(last.months), y: (scale.at(last.low) + scale.at(last.high)) / 2 };
}

export function bandMarks(plotted: PlottedBand, axis: Scale, scale: Scale, terms: Terms): readonly FigureMark[] {
  return plotted.band.points.map((point, index) => {
    const { low, high } = plotted.points[index] ?? { low: point.lowPercent, high: point.highPercent };
    return {
      x: axis.at(point.months),
      y: (scale.at(low) + scale.at(high)) / 2,
      label: bandSentence(plotted.band, point.months, rangeText(point, terms), terms),
      at: placeOf(plotted.band, index),
    };
  });
}

/** The band in the table of the figure, point by point. */
export function bandRows(band: BenchmarkBand, width: number, terms: Terms): readonly FigureRow[] {
  return band.points.map((point, index) => {
    const cells = new Array<string>(width).fill("–");
    cells[0] = nameOf(band, terms);
    cells[1] = terms.months(point.months);
    cells[CHANGE_COLUMN] = rangeText(point, terms);
    cells[width - 1] = sourceText(band.source, terms);
    return { cells, at: placeOf(band, index) };
  });
}

/** "Untreated women, lumbar spine". */
export function nameOf(band: BenchmarkBand, terms: Terms): string {
  const label = terms.text(band.label);
  const site = terms.site(band.site);
  return terms.lang === "zh" ? `${label}（${site}）` : `${headed(label)} (${site})`;
}

const CHANGE_COLUMN = 5;

function bandSentence(band: BenchmarkBand, months: number, range: string, terms: Terms): string {
  const name = nameOf(band, terms);
  return terms.lang === "zh"
    ? `${name}，产后${terms.months(months)}个月：预期变化${range}%`
    : `${name}, month ${terms.months(months)}: expected change ${range}%`;
}

function rangeText(point: { readonly lowPercent: number; readonly highPercent: number }, terms: Terms): string {
  const [low, high] = [terms.signed(point.lowPercent, 1), terms.signed(point.highPercent, 1)];
  return terms.lang === "zh" ? `${low} 至 ${high}` : `${low} to ${high}`;
}

/** Not a place in the record; it only ties a point to its row. */
function placeOf(band: BenchmarkBand, index: number): string {
  return `benchmark/${band.site}/${index}`;
}
