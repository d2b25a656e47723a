import type { Terms } from "@materbone/clinical";
import { widestOf } from "../evidence/text-cell.ts";
import { paragraphs } from "../paragraphs.ts";
import { linearScale, type Scale, valueAxis } from "../scale.ts";
import { element, line, type Svg, textLine } from "../svg.ts";
import { textHeight, textWidth, wrapText } from "../text-measure.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { drawCourse, type LinePaint, veil } from "./course-panel.ts";
import { pointsWithin } from "./shown-points.ts";
import type { SimulationFrame } from "./simulation-data.ts";
import type { SmallPanel } from "./small-panels-data.ts";

export const SMALL_PAINTS: Readonly<Record<"treated" | "untreated", LinePaint>> = {
  treated: { stroke: COLOUR.accent, "stroke-width": 2 },
  untreated: { stroke: COLOUR.benchmark, "stroke-width": 1.75, "stroke-dasharray": "5 3" },
};

type SmallPlace = {
  readonly axis: Scale & { readonly ticks: readonly number[] };
  /** Left end of the words. */
  readonly x: number;
  readonly headTop: number;
  readonly plotTop: number;
  readonly height: number;
  /** Does it carry the months below? */
  readonly isLowest: boolean;
  readonly frame: SimulationFrame;
  readonly terms: Terms;
};

/** A small plot with its name and unit above; `at` places a value. */
export function drawSmallPanel(
  panel: SmallPanel,
  place: SmallPlace,
): { readonly drawing: readonly Svg[]; readonly at: (month: number, value: number) => readonly [number, number] } {
  const { axis, plotTop, height, terms, frame } = place;
  const [left, right] = axis.range;
  const bottom = plotTop + height;
  const values = ticksOf(panel, axis.domain, height);
  const scale = linearScale(values.domain, [bottom - STRIP, plotTop + 3]);
  const drawing: Svg[] = [
    ...paragraphs([titleOf(panel, terms)], { x: place.x, y: place.headTop, width: right - place.x }).drawing,
  ];
  for (const tick of values.ticks) {
    const y = scale.at(tick);
    drawing.push(line(left, y, right, y, { stroke: COLOUR.faint, "stroke-width": 1 }));
    const words = terms.fixed(tick, values.decimals);
    drawing.push(textLine(left - 5, y + 4, words, { size: SIZE.small, fill: COLOUR.muted, anchor: "end" }));
  }
  if (panel.atRest !== undefined) {
    const y = scale.at(panel.atRest);
    drawing.push(line(left, y, right, y, { stroke: COLOUR.axis, "stroke-width": 1 }));
  }
  drawing.push(...monthMarks(place, bottom));
  drawing.push(drawCourse({ course: panel.untreated, paint: SMALL_PAINTS.untreated }, axis, scale));
  if (panel.treated !== undefined) {
    drawing.push(drawCourse({ course: panel.treated, paint: SMALL_PAINTS.treated }, axis, scale));
  }
  drawing.push(...(frame.extrapolated ?? []).map((stretch) => veil(stretch, axis, plotTop, bottom)));
  drawing.push(...strip(frame, axis, bottom));
  return { drawing, at: (month, value) => [axis.at(month), scale.at(value)] };
}

/** Room that the name of a panel takes above its plot. */
export function panelHeadHeight(panel: SmallPanel, width: number, terms: Terms): number {
  const { text, size, weight } = titleOf(panel, terms);
  return textHeight(wrapText(text, width, size, weight).length, size) + 4;
}

/** Room that the values of a panel take at its left. */
export function tickWidth(panel: SmallPanel, span: readonly [number, number], height: number, terms: Terms): number {
  const { ticks, decimals } = ticksOf(panel, span, height);
  return widestOf(
    ticks.map((tick) => terms.fixed(tick, decimals)),
    SIZE.small,
  );
}

/** Height of the strip of lactation and doses at the foot of a plot. */
const STRIP = 8;
const PIXELS_PER_TICK = 26;
/** Nearer than this, as a share of its size, values are one: the noise of a computation. */
const SAME = 1e-3;

function titleOf({ name, unit }: SmallPanel, terms: Terms) {
  const words = headed(terms.text(name));
  const units = terms.text(unit);
  const join = terms.lang === "zh" ? `${words}（${units}）` : `${words}, ${units}`;
  return { text: units === "" ? words : join, size: SIZE.small, weight: "bold" } as const;
}

function ticksOf(panel: SmallPanel, span: readonly [number, number], height: number): ReturnType<typeof valueAxis> {
  const courses = [panel.untreated, ...(panel.treated === undefined ? [] : [panel.treated])];
  const values = courses.flatMap((course) => pointsWithin(course.months, span).map((at) => course.values[at] ?? 0));
  if (panel.atRest !== undefined) values.push(panel.atRest);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const size = Math.max(Math.abs(low), Math.abs(high), 10 ** -panel.decimals);
  const isFlat = !(high - low > size * SAME);
  const half = size * 0.05;
  return valueAxis(
    isFlat ? [...values, low - half, high + half] : values,
    Math.max(2, Math.floor(height / PIXELS_PER_TICK)),
  );
}

function monthMarks({ axis, plotTop, isLowest, terms }: SmallPlace, bottom: number): readonly Svg[] {
  const [left, right] = axis.range;
  const marks: Svg[] = [line(left, bottom, right, bottom, { stroke: COLOUR.axis, "stroke-width": 1 })];
  let free = left - 24;
  for (const month of axis.ticks) {
    const x = axis.at(month);
    marks.push(line(x, plotTop, x, bottom, { stroke: COLOUR.faint, "stroke-width": 0.75 }));
    const words = terms.fixed(month, 0);
    const half = textWidth(words, SIZE.small) / 2;
    if (!isLowest || x - half < free) continue;
    free = x + half + 6;
    marks.push(line(x, bottom, x, bottom + 4, { stroke: COLOUR.axis, "stroke-width": 1 }));
    marks.push(textLine(x, bottom + 15, words, { size: SIZE.small, fill: COLOUR.muted, anchor: "middle" }));
  }
  return marks;
}

function strip({ nursing = [], drugs = [], span }: SimulationFrame, axis: Scale, bottom: number): readonly Svg[] {
  const bars = nursing.flatMap(({ fromMonth, toMonth, intensity }) => {
    const [x1, x2] = [axis.at(fromMonth), axis.at(toMonth)];
    if (!(x2 > x1) || !(intensity > 0)) return [];
    const shade = Math.max(0.25, Math.min(1, intensity));
    const place = { x: x1, y: bottom - 4, width: x2 - x1, height: 4 };
    return [element("rect", { ...place, fill: COLOUR.lactation, "fill-opacity": shade })];
  });
  const ticks: Svg[] = [];
  for (const { doseMonths } of drugs) {
    let last = Number.NEGATIVE_INFINITY;
    for (const month of doseMonths) {
      const x = axis.at(month);
      if (month < span[0] || month > span[1] || x - last < 2) continue;
      last = x;
      ticks.push(line(x, bottom - 7, x, bottom, { stroke: COLOUR.accent, "stroke-width": 1.25 }));
    }
  }
  return [...bars, ...ticks];
}
