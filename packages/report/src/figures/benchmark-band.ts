import type { SkeletalSite, Source, Text } from "@materbone/clinical";
import type { TrendQuantity, TrendSite } from "./bmd-trend-data.ts";
import type { Scale } from "./scale.ts";
import { group, path, polygon, type Svg } from "./svg.ts";
import { COLOUR } from "./theme.ts";

/** Change of BMD at one site that is expected without a drug, as a band over the months postpartum. */
export type BenchmarkBand = {
  readonly kind: "band";
  readonly site: SkeletalSite;
  /** In ascending order of months. */
  readonly points: readonly BandPoint[];
  /** Who was measured: "untreated women after weaning". */
  readonly label: Text;
  /** Sentences under the plot: what the band is, who is counted, what it is not. */
  readonly notes: readonly Text[];
  readonly source: Source;
};

/** Percent of the woman's reference scan, each lower value first. */
export type BandPoint = {
  readonly months: number;
  readonly lowPercent: number;
  readonly highPercent: number;
  /** The middle: both ends of what readings of inexact times expect. */
  readonly expectedPercent: readonly [number, number];
  /** Has the point a mark and a row of its own, or does it only carry the curve? */
  readonly isTold: boolean;
};

/** Why there is no band, as a sentence that stands under the plot instead. */
export type NoBenchmarkBand = { readonly kind: "noBand"; readonly site: SkeletalSite; readonly because: Text };

/** A band with its points in the unit of the plot, those outside the axis cut away. */
export type PlottedBand = {
  readonly band: BenchmarkBand;
  readonly points: readonly PlottedPoint[];
};

export type PlottedPoint = {
  readonly point: BandPoint;
  readonly low: number;
  readonly high: number;
  readonly expected: readonly [number, number];
};

/**
 * The band in the unit of the plot; `undefined` where it has none, as for Z-scores, without a reference scan or beside the
 * months of the axis.
 */
export function plottedBand(
  band: BenchmarkBand | NoBenchmarkBand | undefined,
  sites: readonly TrendSite[],
  quantity: TrendQuantity,
  [start, end]: readonly [number, number],
): PlottedBand | undefined {
  if (band === undefined || band.kind === "noBand" || quantity === "z") return undefined;
  const reference = sites.find((course) => course.site === band.site)?.referenceBmdGPerCm2;
  const points = cutTo(band.points, start, end);
  if (reference === undefined || points.length < 2) return undefined;
  const inUnit = (percent: number): number => (quantity === "percent" ? percent : reference * (1 + percent / 100));
  return {
    band,
    points: points.map((point) => ({
      point,
      low: inUnit(point.lowPercent),
      high: inUnit(point.highPercent),
      expected: [inUnit(point.expectedPercent[0]), inUnit(point.expectedPercent[1])],
    })),
  };
}

/** The band behind the courses: a wash with dotted edges and a thin line in the middle, two where the times are inexact. */
export function drawBand({ points }: PlottedBand, axis: Scale, scale: Scale): Svg {
  const along = (value: (point: PlottedPoint) => number): readonly (readonly [number, number])[] =>
    points.map((point) => [axis.at(point.point.months), scale.at(value(point))] as const);
  const upper = along(({ high }) => high);
  const lower = along(({ low }) => low);
  const edge = { fill: "none", stroke: COLOUR.benchmark, "stroke-width": 1, "stroke-dasharray": "1 3" };
  const middle = { fill: "none", stroke: COLOUR.benchmark, "stroke-width": 1 };
  const through = (corners: readonly (readonly [number, number])[]): readonly (string | number)[] =>
    corners.flatMap(([x, y], index) => [index === 0 ? "M" : "L", x, y]);
  const isOne = points.every(({ expected: [low, high] }) => low === high);
  return group(
    polygon([...upper, ...lower.toReversed()], { fill: COLOUR.benchmark, "fill-opacity": 0.16 }),
    path(through(upper), edge),
    path(through(lower), edge),
    path(through(along(({ expected }) => expected[0])), middle),
    ...(isOne ? [] : [path(through(along(({ expected }) => expected[1])), middle)]),
  );
}

/** Where the middle of the band ends at the right, where its name points to. */
export function bandEnd(
  { points }: PlottedBand,
  axis: Scale,
  scale: Scale,
): { readonly x: number; readonly y: number } {
  const last = points.at(-1);
  return last === undefined
    ? { x: axis.range[1], y: scale.range[0] }
    : { x: axis.at(last.point.months), y: scale.at(middleOf(last)) };
}

function cutTo(points: readonly BandPoint[], start: number, end: number): readonly BandPoint[] {
  const cut: BandPoint[] = [];
  points.forEach((point, position) => {
    const before = points[position - 1];
    for (const limit of [start, end]) {
      if (before !== undefined && before.months < limit && limit < point.months)
        cut.push(pointBetween(before, point, limit));
    }
    if (point.months >= start && point.months <= end) cut.push(point);
  });
  return cut;
}

function pointBetween(a: BandPoint, b: BandPoint, months: number): BandPoint {
  const share = (months - a.months) / (b.months - a.months);
  const mix = (from: number, to: number): number => from + share * (to - from);
  return {
    months,
    lowPercent: mix(a.lowPercent, b.lowPercent),
    highPercent: mix(a.highPercent, b.highPercent),
    expectedPercent: [mix(a.expectedPercent[0], b.expectedPercent[0]), mix(a.expectedPercent[1], b.expectedPercent[1])],
    isTold: false,
  };
}

export function middleOf({ expected: [low, high] }: PlottedPoint): number {
  return (low + high) / 2;
}
