import type { FollowUpStatus, Interval } from "@materbone/clinical";
import { reach } from "./marks.ts";
import type { Scale } from "./scale.ts";
import { element, group, line, type Svg } from "./svg.ts";
import { COLOUR } from "./theme.ts";

const HEIGHT = 9;
/** A window of one moment is still seen. */
const NARROWEST = 4;

const PAINT: Readonly<Record<FollowUpStatus, { readonly fill: string; readonly stroke: string }>> = {
  done: { fill: COLOUR.card, stroke: COLOUR.accent },
  notYet: { fill: COLOUR.card, stroke: COLOUR.axis },
  due: { fill: COLOUR.amberBar, stroke: COLOUR.amber },
  overdue: { fill: COLOUR.amber, stroke: COLOUR.amber },
  unknown: { fill: COLOUR.faint, stroke: COLOUR.axis },
};

/** When something is due, as a bar, with its tolerance as a thin line on both sides. */
export function drawWindow(
  due: Interval,
  toleranceMonths: number,
  status: FollowUpStatus,
  y: number,
  axis: Scale,
): Svg {
  const { fill, stroke } = PAINT[status];
  const from = axis.at(due.earliest);
  const to = Math.max(axis.at(due.latest), from + NARROWEST);
  const early = axis.at(due.earliest - toleranceMonths);
  const late = Math.max(axis.at(due.latest + toleranceMonths), to);
  const thin = { stroke, "stroke-width": 1.25 };
  return group(
    line(early, y, late, y, thin),
    line(early, y - 3, early, y + 3, thin),
    line(late, y - 3, late, y + 3, thin),
    element("rect", {
      x: from,
      y: y - HEIGHT / 2,
      width: to - from,
      height: HEIGHT,
      rx: 1.5,
      fill,
      stroke,
      "stroke-width": 1.5,
    }),
  );
}

/** Something on record: a dot, or a dotted reach where its time is not exact. */
export function drawDone(when: Interval, y: number, axis: Scale): Svg {
  const from = axis.at(when.earliest);
  const to = axis.at(when.latest);
  const dot = element("circle", {
    cx: from,
    cy: y,
    r: 3.5,
    fill: COLOUR.accent,
    stroke: COLOUR.card,
    "stroke-width": 1,
  });
  return to - from < 1 ? dot : group(reach(from, to, y, COLOUR.accent, "both"), dot);
}
