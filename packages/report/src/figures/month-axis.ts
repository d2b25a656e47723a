import type { CaseView, Interval } from "@materbone/clinical";
import { linearScale, type Scale } from "./scale.ts";
import { group, line, type Svg, textLine } from "./svg.ts";
import { textWidth } from "./text-measure.ts";
import { COLOUR, SIZE } from "./theme.ts";

/** Months from index delivery along a figure. */
type MonthAxis = Scale & { readonly ticks: readonly number[] };

/** Start of the index pregnancy, the usual left end. */
const PREGNANCY_START_MONTHS = -9;
/** Up to here the axis ends on a multiple of six months, beyond it on a multiple of twelve. */
const FINE_END_MONTHS = 60;
const STEPS_MONTHS = [3, 6, 12, 24, 60, 120];

/**
 * The axis that shows every dated event of the women, from pregnancy on.
 *
 * @param span - months that the axis covers instead; events outside stand at its ends
 * @throws RangeError when the span is empty or not finite
 */
export function monthAxis(
  views: readonly CaseView[],
  range: readonly [number, number],
  span?: readonly [number, number],
): MonthAxis {
  if (span !== undefined) {
    const scale = linearScale(span, range);
    return { ...scale, ticks: monthTicks(scale) };
  }
  const times = views.flatMap(datedEvents).flatMap((time) => [time.earliest, time.latest]);
  const finite = times.filter((month) => Number.isFinite(month));
  const last = Math.max(6, ...finite);
  const first = Math.min(PREGNANCY_START_MONTHS, ...finite);
  const end = last <= FINE_END_MONTHS ? Math.ceil(last / 6) * 6 : Math.ceil(last / 12) * 12;
  const start = first < PREGNANCY_START_MONTHS ? Math.floor(first / 12) * 12 : PREGNANCY_START_MONTHS;
  const scale = linearScale([start, end], range);
  return { ...scale, ticks: monthTicks(scale) };
}

/** Tick labels and the delivery line, with the axis words at its right end below the ticks. */
export function drawMonthAxis(
  axis: MonthAxis,
  top: number,
  bottom: number,
  words: string,
  delivery: string,
): { readonly drawing: Svg; readonly bottom: number } {
  const [left, right] = axis.range;
  const marks: Svg[] = [line(left, bottom, right, bottom, { stroke: COLOUR.axis, "stroke-width": 1 })];
  for (const month of axis.ticks) {
    const x = axis.at(month);
    marks.push(line(x, top, x, bottom, { stroke: COLOUR.faint, "stroke-width": 0.75 }));
    marks.push(line(x, bottom, x, bottom + 4, { stroke: COLOUR.axis, "stroke-width": 1 }));
    marks.push(textLine(x, bottom + 16, tickText(month), { size: SIZE.small, fill: COLOUR.muted, anchor: "middle" }));
  }
  const zero = axis.at(0);
  marks.push(line(zero, top, zero, bottom, { stroke: COLOUR.axis, "stroke-width": 1.25 }));
  marks.push(textLine(zero, bottom + 30, delivery, { size: SIZE.small, fill: COLOUR.muted, anchor: "middle" }));
  const isApart = right - textWidth(words, SIZE.small) > zero + textWidth(delivery, SIZE.small) / 2 + 12;
  const wordsY = isApart ? bottom + 30 : bottom + 44;
  marks.push(textLine(right, wordsY, words, { size: SIZE.small, fill: COLOUR.muted, anchor: "end" }));
  return { drawing: group(...marks), bottom: wordsY + 6 };
}

function datedEvents(view: CaseView): readonly Interval[] {
  const times = [
    view.symptomOnset,
    view.diagnosis,
    view.weaned,
    ...view.scans.map((scan) => scan.when),
    ...view.fractures.map((fracture) => fracture.when),
    ...view.declined.map((treatment) => treatment.when),
    ...view.treatments.flatMap((treatment) => [clipBefore(treatment.when), treatment.end]),
  ];
  return times.filter((time) => time !== undefined);
}

/** A drug begun long before the pregnancy does not stretch the axis; its bar is cut at the left. */
function clipBefore(time: Interval | undefined): Interval | undefined {
  if (time === undefined) return undefined;
  return {
    earliest: Math.max(time.earliest, PREGNANCY_START_MONTHS),
    latest: Math.max(time.latest, PREGNANCY_START_MONTHS),
  };
}

function monthTicks(scale: Scale): readonly number[] {
  const [start, end] = scale.domain;
  const pixelsPerMonth = (scale.range[1] - scale.range[0]) / (end - start);
  const room = Math.max(textWidth(tickText(end), SIZE.small), textWidth(tickText(start), SIZE.small)) + 10;
  const step = STEPS_MONTHS.find((months) => months * pixelsPerMonth >= room) ?? 120;
  // The start of pregnancy is worth its own tick more than a round number beside it.
  const first = start === PREGNANCY_START_MONTHS ? 0 : Math.ceil(start / step) * step;
  const ticks: number[] = [];
  if (start === PREGNANCY_START_MONTHS && -start * pixelsPerMonth >= room) ticks.push(start);
  for (let month = first; month <= end; month += step) ticks.push(month || 0);
  return ticks;
}

function tickText(month: number): string {
  return String(month).replace("-", "\u2212");
}
