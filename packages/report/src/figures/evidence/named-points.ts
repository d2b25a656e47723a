import type { Terms } from "@materbone/clinical";
import { element, type Svg } from "../svg.ts";
import { COLOUR } from "../theme.ts";
import { HARVEST_KEY, NOT_LABELLED } from "./harvest-words.ts";
import { type Box, boxAbout, type PointLabel, placeLabels } from "./place-labels.ts";

/** A study as a mark with its name. */
export type NamedPoint = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: string;
  /** Hollow for a single woman, or for what is shown and not counted. */
  readonly isHollow: boolean;
  /** Default: a circle. */
  readonly shape?: "circle" | "square";
  /** Default: the accent. */
  readonly colour?: string;
  /** Amber with a ring for a study that asks for a look. */
  readonly isFlagged?: boolean;
};

/** Marks, large ones behind small ones, each named where a name finds a place; the rest are named in a sentence. */
export function drawNamedPoints(
  points: readonly NamedPoint[],
  frame: Box,
  lines: readonly (readonly [number, number, number, number])[],
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly unlabelled: readonly string[] } {
  const drawn = points.toSorted((a, b) => b.radius - a.radius).map(namedMark);
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
    drawing: [...drawn, ...labels.drawing],
    unlabelled: left.length === 0 ? [] : [NOT_LABELLED[terms.lang]({ names: terms.series(left) }, terms)],
  };
}

/** A square has the area of the circle of the same radius. */
export function namedMark({ x, y, radius, isHollow, isFlagged, shape, colour }: Omit<NamedPoint, "name">): Svg {
  const stroke = isFlagged === true ? COLOUR.amber : (colour ?? COLOUR.accent);
  const paint = {
    fill: isHollow ? COLOUR.card : stroke,
    "fill-opacity": isHollow ? undefined : 0.8,
    stroke: isHollow || isFlagged === true ? stroke : COLOUR.card,
    "stroke-width": isHollow || isFlagged === true ? 1.75 : 1,
  };
  if (shape !== "square") return element("circle", { cx: x, cy: y, r: radius, ...paint });
  const side = radius * Math.sqrt(Math.PI);
  return element("rect", { x: x - side / 2, y: y - side / 2, width: side, height: side, ...paint });
}

/** What hollow marks are, where there are any. */
export function hollowKey(studies: readonly { readonly isSingleWoman: boolean }[], terms: Terms): string {
  return studies.some(({ isSingleWoman }) => isSingleWoman) ? terms.text(HARVEST_KEY.hollow) : "";
}
