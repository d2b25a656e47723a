import type { Terms } from "@materbone/clinical";
import { element, type Svg } from "../svg.ts";
import { COLOUR } from "../theme.ts";
import { HARVEST_KEY, NOT_LABELLED } from "./harvest-words.ts";
import { type Box, boxAbout, type PointLabel, placeLabels } from "./place-labels.ts";

/** A study as a circle with its name. */
export type NamedPoint = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: string;
  /** Hollow for a single woman. */
  readonly isHollow: boolean;
  /** Amber with a ring for a study that asks for a look. */
  readonly isFlagged?: boolean;
};

/** Circles, large ones behind small ones, each named where a name finds a place; the rest are named in a sentence. */
export function drawNamedPoints(
  points: readonly NamedPoint[],
  frame: Box,
  lines: readonly (readonly [number, number, number, number])[],
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly unlabelled: readonly string[] } {
  const circles = points.toSorted((a, b) => b.radius - a.radius).map(circle);
  // Flagged ones are named first: they are what the reader looks for.
  const order = points.toSorted(
    (a, b) => Number(b.isFlagged ?? false) - Number(a.isFlagged ?? false) || b.radius - a.radius,
  );
  const names = order.map(
    ({ x, y, radius, name, isFlagged }): PointLabel => ({
      x,
      y,
      reach: radius + 1,
      words: name,
      fill: isFlagged === true ? COLOUR.amber : COLOUR.ink,
      weight: isFlagged === true ? "bold" : "normal",
    }),
  );
  const marks = points.map(({ x, y, radius }) => boxAbout(x, y, radius));
  const labels = placeLabels(names, { frame, marks, lines });
  const left = labels.left.flatMap((position) => order[position]?.name ?? []);
  return {
    drawing: [...circles, ...labels.drawing],
    unlabelled: left.length === 0 ? [] : [NOT_LABELLED[terms.lang]({ names: terms.series(left) }, terms)],
  };
}

function circle({ x, y, radius, isHollow, isFlagged }: NamedPoint): Svg {
  const colour = isFlagged === true ? COLOUR.amber : COLOUR.accent;
  return element("circle", {
    cx: x,
    cy: y,
    r: radius,
    fill: isHollow ? COLOUR.card : colour,
    "fill-opacity": isHollow ? undefined : 0.8,
    stroke: isHollow || isFlagged === true ? colour : COLOUR.card,
    "stroke-width": isHollow || isFlagged === true ? 1.75 : 1,
  });
}

/** What hollow marks are, where there are any. */
export function hollowKey(studies: readonly { readonly isSingleWoman: boolean }[], terms: Terms): string {
  return studies.some(({ isSingleWoman }) => isSingleWoman) ? terms.text(HARVEST_KEY.hollow) : "";
}
