import type { SkeletalSite } from "@materbone/clinical";
import { element, group, line, polygon, type Svg } from "./svg.ts";
import { COLOUR, SITE_COLOUR } from "./theme.ts";

type Fill = "solid" | "hollow";

/** Marker of a skeletal site: spine a circle, femoral neck a square, total hip a triangle. */
export function siteMarker(site: SkeletalSite, x: number, y: number, fill: Fill = "solid", radius = 4.5): Svg {
  const colour = SITE_COLOUR[site];
  const paint = {
    fill: fill === "solid" ? colour : COLOUR.card,
    stroke: fill === "solid" ? COLOUR.card : colour,
    "stroke-width": fill === "solid" ? 1 : 1.75,
  };
  if (site === "lumbarSpine") return element("circle", { cx: x, cy: y, r: radius, ...paint });
  if (site === "femoralNeck") {
    const side = radius * 1.8;
    return element("rect", { x: x - side / 2, y: y - side / 2, width: side, height: side, ...paint });
  }
  const reach = radius * 1.2;
  return polygon(
    [
      [x, y - reach],
      [x + reach, y + reach * 0.8],
      [x - reach, y + reach * 0.8],
    ],
    paint,
  );
}

/** A single dose: a triangle standing on its point; hollow when the drug was declined. */
export function doseMarker(x: number, y: number, fill: Fill, colour: string = COLOUR.accent): Svg {
  return polygon(
    [
      [x - 6, y - 5],
      [x + 6, y - 5],
      [x, y + 6],
    ],
    {
      fill: fill === "solid" ? colour : COLOUR.card,
      stroke: colour,
      "stroke-width": 1.5,
      "stroke-linejoin": "round",
    },
  );
}

/** A fracture: a red cross. */
export function fractureMarker(x: number, y: number): Svg {
  const paint = { stroke: COLOUR.red, "stroke-width": 2.25, "stroke-linecap": "round" };
  return group(line(x - 4, y - 4, x + 4, y + 4, paint), line(x - 4, y + 4, x + 4, y - 4, paint));
}

/** Onset of symptoms: a hollow diamond. */
export function symptomMarker(x: number, y: number): Svg {
  return diamond(x, y, COLOUR.card, COLOUR.amber);
}

/** Diagnosis: a filled diamond. */
export function diagnosisMarker(x: number, y: number): Svg {
  return diamond(x, y, COLOUR.ink, COLOUR.ink);
}

/** A scan: a ring with a point. */
export function scanMarker(x: number, y: number): Svg {
  return group(
    element("circle", { cx: x, cy: y, r: 4.5, fill: COLOUR.card, stroke: COLOUR.ink, "stroke-width": 1.5 }),
    element("circle", { cx: x, cy: y, r: 1.4, fill: COLOUR.ink }),
  );
}

/** Where a time may lie: dotted, with short stops at the ends that are known. */
export function reach(
  x1: number,
  x2: number,
  y: number,
  colour: string,
  stops: "both" | "left" | "right" | "none",
): Svg {
  const marks = [
    line(x1, y, x2, y, {
      stroke: colour,
      "stroke-width": 1.75,
      "stroke-dasharray": "0.1 4",
      "stroke-linecap": "round",
    }),
  ];
  const stop = (x: number): Svg => line(x, y - 3.5, x, y + 3.5, { stroke: colour, "stroke-width": 1.25 });
  if (stops === "both" || stops === "left") marks.push(stop(x1));
  if (stops === "both" || stops === "right") marks.push(stop(x2));
  return group(...marks);
}

function diamond(x: number, y: number, fill: string, stroke: string): Svg {
  return polygon(
    [
      [x, y - 5.5],
      [x + 5.5, y],
      [x, y + 5.5],
      [x - 5.5, y],
    ],
    { fill, stroke, "stroke-width": 1.5 },
  );
}
