import { element, group, line, polygon, type Svg, textLine } from "../svg.ts";
import { textWidth } from "../text-measure.ts";
import { COLOUR, SIZE } from "../theme.ts";
import type { SinglesKept, UntreatedBand, ValueSpan } from "./evidence-figure-data.ts";
import { type ForestData, type ForestRow, rowSpan } from "./forest-data.ts";
import { axisWithin, effectAxis, stretched, type TickAxis } from "./tick-axis.ts";

/** A stretch of height in which a row draws its mark. */
export type Strip = { readonly top: number; readonly bottom: number };

/** Prediction intervals of few studies may be wider than all else: they may stretch the axis by this share of the rest. */
const PREDICTION_STRETCH = 1;

/** An axis that holds every estimate, pooled interval and band, and prediction intervals and studies as far as they let it. */
export function forestAxis(data: ForestData, range: readonly [number, number]): TickAxis {
  if (data.domain !== undefined) return axisWithin(data.domain, range);
  const rows = data.groups.flatMap((each) => each.rows);
  const pooled = [...data.groups.flatMap((each) => each.pooled), ...data.overall];
  const core = [
    data.reference ?? 0,
    ...rows.map((row) => row.estimate),
    ...pooled.flatMap(({ lower, upper }) => [lower, upper]),
    ...data.groups.flatMap(({ untreated }) => (untreated === undefined ? [] : [untreated.lower, untreated.upper])),
  ];
  const predictions = pooled.flatMap(({ prediction }) => (prediction.kind === "interval" ? [prediction] : []));
  return effectAxis(
    [...core, ...stretched(core, predictions, PREDICTION_STRETCH)],
    rows.flatMap((row) => rowSpan(row) ?? []),
    range,
  );
}

/** The upright line of no effect, or wherever the reader moved it. */
export function referenceLine(axis: TickAxis, reference: number, strips: readonly Strip[]): Svg {
  const [low, high] = axis.domain;
  if (reference < low || reference > high) return group();
  const x = axis.at(reference);
  return group(
    ...strips.map(({ top, bottom }) => line(x, top, x, bottom, { stroke: COLOUR.axis, "stroke-width": 1.25 })),
  );
}

/** Faint upright line of a pooled effect behind its studies. */
export function pooledLine(axis: TickAxis, estimate: number, strips: readonly Strip[]): Svg {
  const x = axis.at(estimate);
  const paint = { stroke: COLOUR.accent, "stroke-width": 1, "stroke-dasharray": "3 3" };
  return group(...strips.map(({ top, bottom }) => line(x, top, x, bottom, paint)));
}

/** The band of untreated women behind the strips of a group. */
export function untreatedWash(axis: TickAxis, band: UntreatedBand, strips: readonly Strip[]): Svg {
  const [left, right] = [axis.at(band.lower), axis.at(band.upper)];
  const edge = { stroke: COLOUR.benchmark, "stroke-width": 1, "stroke-dasharray": "1 3" };
  return group(
    ...strips.map(({ top, bottom }) =>
      group(
        element("rect", {
          x: left,
          y: top,
          width: right - left,
          height: bottom - top,
          fill: COLOUR.benchmark,
          "fill-opacity": 0.14,
        }),
        line(left, top, left, bottom, edge),
        line(right, top, right, bottom, edge),
      ),
    ),
  );
}

/** The same band in its own row: its ends with stops, and its middle. */
export function untreatedMark(axis: TickAxis, band: UntreatedBand, y: number): Svg {
  const paint = { stroke: COLOUR.benchmark, "stroke-width": 1.75 };
  const [left, right] = [axis.at(band.lower), axis.at(band.upper)];
  const stops = [left, right].map((x) => line(x, y - 4, x, y + 4, paint));
  const middle =
    band.estimate === undefined
      ? []
      : [line(axis.at(band.estimate), y - 5, axis.at(band.estimate), y + 5, { ...paint, "stroke-width": 2.5 })];
  return group(line(left, y, right, y, paint), ...stops, ...middle);
}

/** A study: a square whose area is its weight, on its interval; an open circle where it has none. */
export function studyMark(axis: TickAxis, row: ForestRow, y: number, heaviest: number): Svg {
  const [low, high] = axis.domain;
  if (row.estimate < low || row.estimate > high)
    return arrowHead(axis.at(row.estimate), y, row.estimate < low ? -1 : 1);
  const x = axis.at(row.estimate);
  const extent = rowSpan(row);
  if (extent === undefined) {
    return element("circle", { cx: x, cy: y, r: 4.5, fill: COLOUR.card, stroke: COLOUR.accent, "stroke-width": 1.75 });
  }
  const side = squareSide(row.weightPercent ?? 0, heaviest);
  const isHollow = row.badges.includes("singleWoman");
  return group(
    whisker(axis, extent, y, { dash: row.badges.includes("imputedSd") ? "3 2" : undefined }),
    element("rect", {
      x: x - side / 2,
      y: y - side / 2,
      width: side,
      height: side,
      fill: isHollow ? COLOUR.card : COLOUR.accent,
      stroke: isHollow ? COLOUR.accent : COLOUR.card,
      "stroke-width": isHollow ? 1.75 : 0.75,
    }),
  );
}

/** Is an end of the interval beyond the axis? */
export function isCut(axis: TickAxis, { lower, upper }: ValueSpan): boolean {
  return lower < axis.domain[0] || upper > axis.domain[1];
}

/** A line from end to end; an end beyond the axis carries an arrow. */
export function whisker(
  axis: TickAxis,
  { lower, upper }: ValueSpan,
  y: number,
  { dash, width = 1.25 }: { readonly dash?: string | undefined; readonly width?: number } = {},
): Svg {
  const [left, right] = [axis.at(lower), axis.at(upper)];
  return group(
    line(left, y, right, y, { stroke: COLOUR.ink, "stroke-width": width, "stroke-dasharray": dash }),
    ...(lower < axis.domain[0] ? [arrowHead(left, y, -1)] : []),
    ...(upper > axis.domain[1] ? [arrowHead(right, y, 1)] : []),
  );
}

/** A pooled effect: its interval from tip to tip, cut with an arrow where a tip lies beyond the axis. Without single women it is hollow. */
export function pooledDiamond(
  axis: TickAxis,
  pooled: ValueSpan & { readonly estimate: number; readonly singles: SinglesKept },
  y: number,
): Svg {
  const { estimate, lower, upper } = pooled;
  const [low, high] = axis.domain;
  if (estimate < low || estimate > high) return arrowHead(axis.at(estimate), y, estimate < low ? -1 : 1);
  const x = axis.at(estimate);
  const [left, right] = [Math.min(axis.at(lower), x - 2), Math.max(axis.at(upper), x + 2)];
  const isHollow = pooled.singles === "leftOut";
  const [leftHalf, rightHalf] = [halfAtCut(lower, low, estimate), halfAtCut(upper, high, estimate)];
  return group(
    polygon(
      [
        [left, y - leftHalf],
        [x, y - DIAMOND_HALF],
        [right, y - rightHalf],
        ...(rightHalf > 0 ? [[right, y + rightHalf] as const] : []),
        [x, y + DIAMOND_HALF],
        ...(leftHalf > 0 ? [[left, y + leftHalf] as const] : []),
      ],
      {
        fill: isHollow ? COLOUR.card : COLOUR.accent,
        stroke: COLOUR.accent,
        "stroke-width": 1.5,
        "stroke-linejoin": "round",
      },
    ),
    ...(leftHalf > 0 ? [arrowHead(left - ARROW_REACH, y, -1)] : []),
    ...(rightHalf > 0 ? [arrowHead(right + ARROW_REACH, y, 1)] : []),
  );
}

/** Half the height of a diamond at its middle. */
const DIAMOND_HALF = 6;
const ARROW_REACH = 6;

/** Half the height of a diamond where the end of the axis cuts it; 0 where its tip is on the axis. */
function halfAtCut(tip: number, end: number, estimate: number): number {
  const share = (end - tip) / (estimate - tip);
  return share > 0 && share <= 1 ? DIAMOND_HALF * share : 0;
}

/** A prediction interval: a bar with square ends, told from an interval of confidence by its breadth. */
export function predictionBar(axis: TickAxis, extent: ValueSpan, y: number): Svg {
  const [left, right] = [axis.at(extent.lower), axis.at(extent.upper)];
  return group(
    element("rect", {
      x: left,
      y: y - 2.5,
      width: Math.max(1, right - left),
      height: 5,
      fill: COLOUR.accent,
      "fill-opacity": 0.35,
      stroke: COLOUR.accent,
      "stroke-width": 1,
    }),
    ...(extent.lower < axis.domain[0] ? [arrowHead(left, y, -1)] : []),
    ...(extent.upper > axis.domain[1] ? [arrowHead(right, y, 1)] : []),
  );
}

/** Line, ticks and their values, the reference in ink; `bottom` is the lower edge of the values. */
export function drawEffectAxis(
  axis: TickAxis,
  y: number,
  reference: number,
  words: (value: number, decimals: number) => string,
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const [left, right] = axis.range;
  const [low, high] = axis.domain;
  const drawing: Svg[] = [line(left, y, right, y, { stroke: COLOUR.axis, "stroke-width": 1 })];
  const taken: (readonly [number, number])[] = [];
  const label = (value: number, text: string, isReference: boolean): void => {
    const x = axis.at(value);
    drawing.push(line(x, y, x, y + 4, { stroke: COLOUR.axis, "stroke-width": 1 }));
    const weight = isReference ? "bold" : "normal";
    const half = textWidth(text, SIZE.small, weight) / 2 + 2;
    if (taken.some(([from, to]) => x + half > from && x - half < to)) return;
    taken.push([x - half, x + half]);
    const fill = isReference ? COLOUR.ink : COLOUR.muted;
    drawing.push(textLine(x, y + 16, text, { size: SIZE.small, weight, fill, anchor: "middle" }));
  };
  if (reference >= low && reference <= high) {
    const decimals = axis.ticks.includes(reference) ? axis.decimals : Math.max(1, axis.decimals);
    label(reference, words(reference, decimals), true);
  }
  for (const tick of axis.ticks) {
    if (tick !== reference) label(tick, words(tick, axis.decimals), false);
  }
  return { drawing, bottom: y + 20 };
}

/** Side of a square whose area goes with the weight; never so small that it cannot be seen. */
function squareSide(weight: number, heaviest: number): number {
  return Math.max(5, heaviest > 0 ? 14 * Math.sqrt(weight / heaviest) : 0);
}

function arrowHead(x: number, y: number, direction: -1 | 1): Svg {
  return polygon(
    [
      [x, y],
      [x - direction * ARROW_REACH, y - 4],
      [x - direction * ARROW_REACH, y + 4],
    ],
    { fill: COLOUR.ink },
  );
}
