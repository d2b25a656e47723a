import type { Interval } from "@materbone/clinical";
import type { FigureMark } from "./figure-mark.ts";
import type { Lane, LaneItem, LaneTone } from "./lane.ts";
import { diagnosisMarker, doseMarker, fractureMarker, reach, scanMarker, symptomMarker } from "./marks.ts";
import type { Scale } from "./scale.ts";
import { element, group, line, polygon, type Svg } from "./svg.ts";
import { COLOUR } from "./theme.ts";

const TONE_COLOUR: Readonly<Record<LaneTone, string>> = {
  pregnancy: COLOUR.pregnancy,
  lactation: COLOUR.lactation,
  boneDrug: COLOUR.accent,
  otherTreatment: COLOUR.supplement,
  event: COLOUR.ink,
};

const BAR_HEIGHT = 9;
/** Length of bar that marks the one known end of a bar whose other end was not recorded. */
const STUB = 7;

/** Everything of a lane on its middle line `y`; what is known is solid, what may be is dotted. */
export function drawLane(lane: Lane, y: number, axis: Scale): Svg {
  return group(...lane.items.map((item) => drawItem(item, TONE_COLOUR[lane.tone], y, axis)));
}

/** Where the items of a lane stand, for a reader who goes from one to the next. */
export function laneMarks(items: readonly LaneItem[], y: number, axis: Scale): readonly FigureMark[] {
  return items.map((item) => {
    const { x, x2 } = reachOf(item, axis);
    return { x, y, ...(x2 > x ? { x2 } : {}), label: item.label, at: item.pointer };
  });
}

function reachOf(item: LaneItem, axis: Scale): { readonly x: number; readonly x2: number } {
  const [left, right] = axis.range;
  if (item.kind !== "bar") {
    return item.at === undefined
      ? { x: left, x2: right }
      : { x: axis.at(item.at.earliest), x2: axis.at(item.at.latest) };
  }
  const end = item.ongoing || item.end === undefined ? right : axis.at(item.end.latest);
  return { x: item.start === undefined ? left : axis.at(item.start.earliest), x2: end };
}

function drawItem(item: LaneItem, colour: string, y: number, axis: Scale): Svg {
  if (item.kind === "bar") {
    const bar = drawBar(item.start, item.end, item.ongoing, colour, y, axis);
    if (item.doses !== undefined) return group(faded(bar, DOSED), ...doseTicks(item.doses, colour, y, axis));
    return item.share === undefined ? bar : faded(bar, item.share);
  }
  const reachColour = item.kind === "fracture" ? COLOUR.red : item.kind === "symptom" ? COLOUR.amber : colour;
  if (item.at === undefined) return reach(axis.range[0], axis.range[1], y, reachColour, "none");
  const ends = endsOf(item.at, axis);
  if (ends.earliest === ends.latest) return marker(item.kind, ends.earliest, y, colour);
  const stops = Number.isFinite(item.at.latest) ? "right" : "none";
  // With an open start the marker stands at the end that is known.
  const at = Number.isFinite(item.at.earliest) ? ends.earliest : ends.latest;
  return group(reach(ends.earliest, ends.latest, y, reachColour, stops), marker(item.kind, at, y, colour));
}

/** Shade of a bar behind the ticks of its doses. */
const DOSED = 0.35;
/** Ticks nearer than this run together into a solid bar, and drawing more of them shows nothing. */
const TICK_APART = 2;

function faded(bar: Svg, share: number): Svg {
  return element("g", { opacity: Math.min(1, Math.max(0, share)) }, bar);
}

function doseTicks(months: readonly number[], colour: string, y: number, axis: Scale): readonly Svg[] {
  const ticks: Svg[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const month of months) {
    const x = axis.at(month);
    if (x - last < TICK_APART) continue;
    last = x;
    ticks.push(line(x, y - BAR_HEIGHT / 2 - 2, x, y + BAR_HEIGHT / 2 + 2, { stroke: colour, "stroke-width": 1.25 }));
  }
  return ticks;
}

function marker(kind: Exclude<LaneItem["kind"], "bar">, x: number, y: number, colour: string): Svg {
  switch (kind) {
    case "dose":
      return doseMarker(x, y, "solid", colour);
    case "declined":
      return doseMarker(x, y, "hollow", colour);
    case "symptom":
      return symptomMarker(x, y);
    case "fracture":
      return fractureMarker(x, y);
    case "diagnosis":
      return diagnosisMarker(x, y);
    case "scan":
      return scanMarker(x, y);
  }
}

/** A bar: solid between the latest start and the earliest end, dotted where the start or the end may lie. */
export function drawBar(
  start: Interval | undefined,
  end: Interval | undefined,
  ongoing: boolean,
  colour: string,
  y: number,
  axis: Scale,
): Svg {
  const [left, right] = axis.range;
  const from = start === undefined ? undefined : endsOf(start, axis);
  const to = ongoing ? { earliest: right, latest: right } : end === undefined ? undefined : endsOf(end, axis);
  if (from === undefined && to === undefined) return reach(left, right, y, colour, "none");
  if (from === undefined && to !== undefined) {
    const parts = [reach(left, to.earliest, y, colour, "none"), box(to.earliest - STUB, to.earliest, y, colour)];
    if (to.latest > to.earliest) parts.push(reach(to.earliest, to.latest, y, colour, "right"));
    return group(...parts);
  }
  if (from !== undefined && to === undefined) {
    const parts = [reach(from.latest, right, y, colour, "none"), box(from.latest, from.latest + STUB, y, colour)];
    if (from.latest > from.earliest) parts.push(reach(from.earliest, from.latest, y, colour, "left"));
    return group(...parts);
  }
  if (from === undefined || to === undefined) return group();
  if (from.latest >= to.earliest) {
    // No moment is certain to be covered.
    const x1 = Math.min(from.earliest, to.earliest);
    const x2 = Math.max(from.latest, to.latest);
    return x2 - x1 < 2 ? box(x1 - 1.5, x1 + 1.5, y, colour) : reach(x1, x2, y, colour, "both");
  }
  const parts = [box(from.latest, Math.max(from.latest + 3, to.earliest - (ongoing ? 6 : 0)), y, colour)];
  if (from.earliest < from.latest) parts.push(reach(from.earliest, from.latest, y, colour, "left"));
  if (to.earliest < to.latest) parts.push(reach(to.earliest, to.latest, y, colour, "right"));
  if (ongoing) parts.push(arrowHead(right, y, colour));
  return group(...parts);
}

function box(x1: number, x2: number, y: number, colour: string): Svg {
  return element("rect", { x: x1, y: y - BAR_HEIGHT / 2, width: x2 - x1, height: BAR_HEIGHT, rx: 1.5, fill: colour });
}

function arrowHead(x: number, y: number, colour: string): Svg {
  const half = BAR_HEIGHT / 2 + 1;
  return polygon(
    [
      [x - 7, y - half],
      [x, y],
      [x - 7, y + half],
    ],
    { fill: colour },
  );
}

function endsOf(time: Interval, axis: Scale): Interval {
  return { earliest: axis.at(time.earliest), latest: axis.at(time.latest) };
}
