import { element, polygon, type Svg } from "../svg.ts";
import { COLOUR, DRUG_COLOUR } from "../theme.ts";
import type { DrugClass } from "./evidence-figure-data.ts";

/** Mark of a drug class: a shape of its own in a colour of its own, hollow for a single woman. */
export function drugMark(kind: DrugClass, x: number, y: number, radius: number, isHollow: boolean): Svg {
  const colour = DRUG_COLOUR[kind];
  const paint = {
    fill: isHollow ? COLOUR.card : colour,
    "fill-opacity": isHollow ? undefined : 0.85,
    stroke: isHollow ? colour : COLOUR.card,
    "stroke-width": isHollow ? 1.75 : 1,
    "stroke-linejoin": "round",
  };
  if (kind === "bisphosphonate") return element("circle", { cx: x, cy: y, r: radius, ...paint });
  const corners = CORNERS[kind];
  // Scaled to the area of the circle, so that the same number of women has the same weight to the eye.
  const scale = radius * Math.sqrt(Math.PI / areaOf(corners));
  return polygon(
    corners.map(([dx, dy]) => [x + dx * scale, y + dy * scale] as const),
    paint,
  );
}

/** How far a mark may reach from its middle. */
export function drugMarkReach(radius: number): number {
  return radius * 1.5 + 1;
}

type Corner = readonly [number, number];

const CORNERS: Readonly<Record<Exclude<DrugClass, "bisphosphonate">, readonly Corner[]>> = {
  teriparatide: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  denosumab: [
    [0, -1.155],
    [1, 0.577],
    [-1, 0.577],
  ],
  romosozumab: [
    [0, 1.155],
    [-1, -0.577],
    [1, -0.577],
  ],
  calciumVitaminD: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  sequence: ring(6),
  mixed: star(4),
  untreated: [
    [-0.35, -1],
    [0.35, -1],
    [0.35, -0.35],
    [1, -0.35],
    [1, 0.35],
    [0.35, 0.35],
    [0.35, 1],
    [-0.35, 1],
    [-0.35, 0.35],
    [-1, 0.35],
    [-1, -0.35],
    [-0.35, -0.35],
  ],
  other: star(5),
};

function ring(count: number): readonly Corner[] {
  return Array.from({ length: count }, (_, index): Corner => {
    const angle = (2 * Math.PI * index) / count;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

function star(points: number): readonly Corner[] {
  return Array.from({ length: 2 * points }, (_, index): Corner => {
    const angle = (Math.PI * index) / points - Math.PI / 2;
    const reach = index % 2 === 0 ? 1 : 0.5;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
}

/** Area of a polygon (shoelace). */
function areaOf(corners: readonly Corner[]): number {
  const twice = corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
