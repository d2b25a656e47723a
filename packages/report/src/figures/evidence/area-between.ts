import { group, path, polygon, type Svg } from "../svg.ts";
import type { ValueSpan } from "./evidence-figure-data.ts";
import type { TickAxis } from "./tick-axis.ts";

/** An interval at one place along a figure. */
export type SpanAt = ValueSpan & { readonly along: number };

export type AreaPaint = {
  readonly fill: string;
  /** 0 to 1. */
  readonly opacity: number;
  readonly isDotted: boolean;
};

/** The area between the ends of intervals, in the order they come, with dotted edges where asked; nothing for fewer than two. */
export function areaBetween(
  spans: readonly SpanAt[],
  x: TickAxis,
  y: TickAxis,
  { fill, opacity, isDotted }: AreaPaint,
): Svg {
  if (spans.length < 2) return group();
  const upper = spans.map((span) => [x.at(span.along), y.at(span.upper)] as const);
  const lower = spans.map((span) => [x.at(span.along), y.at(span.lower)] as const);
  const area = polygon([...upper, ...lower.toReversed()], { fill, "fill-opacity": opacity });
  if (!isDotted) return area;
  const edge = { stroke: fill, "stroke-width": 1, "stroke-dasharray": "1 3" };
  return group(area, lineThrough(upper, edge), lineThrough(lower, edge));
}

/** A line through corners; nothing for fewer than two. */
export function lineThrough(
  corners: readonly (readonly [x: number, y: number])[],
  paint: Parameters<typeof path>[1],
): Svg {
  if (corners.length < 2) return group();
  return path(
    corners.flatMap(([x, y], index) => [index === 0 ? "M" : "L", x, y]),
    { fill: "none", ...paint },
  );
}
