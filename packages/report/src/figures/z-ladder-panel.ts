import type { Scan, SkeletalSite, Terms, Timed } from "@materbone/clinical";
import { siteMarker } from "./marks.ts";
import type { Scale } from "./scale.ts";
import { group, line, polygon, type Svg, textLine } from "./svg.ts";
import { wrapText } from "./text-measure.ts";
import { COLOUR, LINE_HEIGHT, SITE_COLOUR, SIZE } from "./theme.ts";

export type LadderStep = {
  readonly scan: Timed<Scan>;
  /** As printed, one decimal. */
  readonly z: number;
  readonly months: string;
  readonly isLow: boolean;
  /** May it be compared with the step before? */
  readonly isComparable: boolean;
};

type Place = {
  readonly left: number;
  readonly width: number;
  readonly scale: Scale;
  /** Height of the limit line, which no value may cover. */
  readonly limitY: number;
};
/** A step where it is drawn. */
export type Spot = { readonly step: LadderStep; readonly x: number; readonly y: number };

/** Narrowest distance between two scans at which each prints its value. */
const ROOM_FOR_VALUE = 36;
const SIDE = 30;
/** Baselines of a value under and over its mark. */
const BELOW = 21;
const ABOVE = -11;

/** Steps of one site at even distances, an arrow from each to the next, months below. */
export function drawLadder(
  site: SkeletalSite,
  steps: readonly LadderStep[],
  place: Place,
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly spots: readonly Spot[]; readonly bottom: number } {
  const pitch = steps.length === 1 ? place.width - 2 * SIDE : (place.width - 2 * SIDE) / (steps.length - 1);
  const spots = steps.map(
    (step, index): Spot => ({
      step,
      x: steps.length === 1 ? place.left + place.width / 2 : place.left + SIDE + index * pitch,
      y: place.scale.at(step.z),
    }),
  );
  const bottom = place.scale.range[0];
  const drawing: Svg[] = [];
  spots.slice(1).forEach((to, index) => {
    const from = spots[index];
    if (from !== undefined) drawing.push(arrow(from, to, SITE_COLOUR[site]));
  });
  for (const spot of spots) drawing.push(siteMarker(site, spot.x, spot.y, spot.step.isLow ? "solid" : "hollow", 5));
  const lowest = spots.reduce((low, spot) => (spot.step.z < low.step.z ? spot : low), spots[0] ?? { step: { z: 0 } });
  let deepest = bottom;
  spots.forEach((spot, index) => {
    const isEnd = index === 0 || index === spots.length - 1;
    if (pitch < ROOM_FOR_VALUE && !isEnd && spot !== lowest) return;
    drawing.push(valueLabel(spots, index, place.limitY, terms));
    if (pitch < ROOM_FOR_VALUE && !isEnd) return;
    const room = pitch < ROOM_FOR_VALUE ? place.width / 2 - 8 : Math.min(pitch - 6, place.width / 2);
    wrapText(spot.step.months, Math.max(room, ROOM_FOR_VALUE), SIZE.small).forEach((words, row) => {
      const y = bottom + 14 + row * SIZE.small * LINE_HEIGHT;
      drawing.push(textLine(spot.x, y, words, { size: SIZE.small, fill: COLOUR.muted, anchor: "middle" }));
      deepest = Math.max(deepest, y + 4);
    });
  });
  return { drawing, spots, bottom: deepest };
}

function arrow(from: Spot, to: Spot, colour: string): Svg {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 18) return group();
  const ux = (to.x - from.x) / length;
  const uy = (to.y - from.y) / length;
  const start = { x: from.x + ux * 8, y: from.y + uy * 8 };
  const tip = { x: to.x - ux * 8, y: to.y - uy * 8 };
  const base = { x: tip.x - ux * 7, y: tip.y - uy * 7 };
  return group(
    line(start.x, start.y, base.x, base.y, {
      stroke: colour,
      "stroke-width": 1.75,
      "stroke-dasharray": to.step.isComparable ? undefined : "6 3",
    }),
    polygon(
      [
        [tip.x, tip.y],
        [base.x - uy * 3.5, base.y + ux * 3.5],
        [base.x + uy * 3.5, base.y - ux * 3.5],
      ],
      { fill: colour },
    ),
  );
}

/** The value beside its mark, on the side that no arrow takes. */
function valueLabel(spots: readonly Spot[], index: number, limitY: number, terms: Terms): Svg {
  const spot = spots[index];
  if (spot === undefined) return group();
  const before = spots[index - 1];
  const after = spots[index + 1];
  const words = terms.fixed(spot.step.z, 1);
  const style = { size: SIZE.body, weight: "bold", halo: COLOUR.card } as const;
  const comesFromAbove = before !== undefined && before.y < spot.y;
  const goesUp = after !== undefined && after.y < spot.y;
  if (before !== undefined && after !== undefined && comesFromAbove !== goesUp) {
    // The course goes straight on: up to the right leaves the lower right free, and the other way round.
    return textLine(spot.x + 7, spot.y + (goesUp ? 17 : -8), words, style);
  }
  const wanted = spot.y + (goesUp || comesFromAbove ? BELOW : ABOVE);
  const other = spot.y + (goesUp || comesFromAbove ? ABOVE : BELOW);
  const covers = (baseline: number): boolean => limitY > baseline - SIZE.body && limitY < baseline + 4;
  const y = covers(wanted) && !covers(other) ? other : wanted;
  return textLine(spot.x, y, words, { ...style, anchor: "middle" });
}
