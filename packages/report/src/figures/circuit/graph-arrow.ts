import type { Certainty, Sign } from "@materbone/circuit";
import { element, path, type Svg } from "../svg.ts";
import { SIGN_COLOUR } from "../theme.ts";

export type Point = readonly [x: number, y: number];
/** A box about its middle. */
export type GraphBox = { readonly middle: Point; readonly width: number; readonly height: number };

/** How sure an arrow is, as far as a line can show it. */
export type LineClass = "solid" | "dashed" | "dotted";

const LINE_CLASS: Readonly<Record<Certainty, LineClass>> = {
  women: "solid",
  model: "solid",
  definition: "solid",
  experiment: "dashed",
  paper: "dashed",
  assumed: "dotted",
  contested: "dotted",
  authors: "dotted",
  theoretical: "dotted",
};

export const DASHES: Readonly<Record<LineClass, string | undefined>> = {
  solid: undefined,
  dashed: "7 4",
  dotted: "1.5 3.5",
};

export type DrawnArrow = { readonly drawing: Svg; readonly middle: Point };

/**
 * An arrow from the edge of one box to the edge of another, bent to the left of its way by `bend` units. A rise ends in a
 * head, a fall in a bar; the line tells the certainty.
 *
 * @param strength - 1 for a plain arrow, less for one in the background
 */
export function graphArrow(
  from: GraphBox,
  to: GraphBox,
  arrow: { readonly sign: Sign; readonly certainty: Certainty },
  bend: number,
  strength: number,
): DrawnArrow {
  const curve = curveBetween(from.middle, to.middle, bend);
  const start = firstOutside(curve, from, GAP);
  const end = 1 - firstOutside((t) => curve(1 - t), to, GAP);
  const tip = curve(end);
  const before = curve(Math.max(start, end - 0.03));
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const stop = arrow.sign === "+" ? back(tip, angle, HEAD - 1) : tip;
  const colour = SIGN_COLOUR[arrow.sign];
  const paint = { stroke: colour, "stroke-width": 1.5, "stroke-opacity": strength, fill: "none" };
  const control = controlOf(curve, start, end);
  const [sx, sy] = curve(start);
  const head =
    arrow.sign === "+"
      ? element("polygon", {
          points: [tip, back(tip, angle - 0.45, HEAD), back(tip, angle + 0.45, HEAD)]
            .map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`)
            .join(" "),
          fill: colour,
          "fill-opacity": strength,
        })
      : path(["M", ...back(tip, angle - Math.PI / 2, BAR), "L", ...back(tip, angle + Math.PI / 2, BAR)], {
          ...paint,
          "stroke-width": 2.5,
        });
  return {
    drawing: element(
      "g",
      {},
      path(["M", sx, sy, "Q", control[0], control[1], stop[0], stop[1]], {
        ...paint,
        "stroke-dasharray": DASHES[LINE_CLASS[arrow.certainty]],
      }),
      head,
    ),
    middle: curve((start + end) / 2),
  };
}

const GAP = 3;
const HEAD = 8;
const BAR = 5;

type Curve = (t: number) => Point;

/** A quadratic Bézier curve whose middle stands `bend` units to the left of the straight way. */
function curveBetween([x0, y0]: Point, [x1, y1]: Point, bend: number): Curve {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const cx = (x0 + x1) / 2 + (2 * bend * (y1 - y0)) / length;
  const cy = (y0 + y1) / 2 - (2 * bend * (x1 - x0)) / length;
  return (t) => {
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * x0 + b * cx + c * x1, a * y0 + b * cy + c * y1];
  };
}

/** Control point of the part of the curve between two of its points. */
function controlOf(curve: Curve, start: number, end: number): Point {
  const [x0, y0] = curve(start);
  const [x1, y1] = curve(end);
  const [xm, ym] = curve((start + end) / 2);
  return [2 * xm - (x0 + x1) / 2, 2 * ym - (y0 + y1) / 2];
}

function firstOutside(curve: Curve, box: GraphBox, gap: number): number {
  let inside = 0;
  let outside = 0.5;
  for (let turn = 0; turn < 24; turn++) {
    const t = (inside + outside) / 2;
    const [x, y] = curve(t);
    const isInside =
      Math.abs(x - box.middle[0]) <= box.width / 2 + gap && Math.abs(y - box.middle[1]) <= box.height / 2 + gap;
    if (isInside) inside = t;
    else outside = t;
  }
  return outside;
}

function back([x, y]: Point, angle: number, by: number): Point {
  return [x - by * Math.cos(angle), y - by * Math.sin(angle)];
}
