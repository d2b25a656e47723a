import { type CaseView, precisionKnowledge, type SkeletalSite, type Terms } from "@materbone/clinical";
import type { TrendPoint, TrendQuantity, TrendSite } from "./bmd-trend-data.ts";
import { trendLabels } from "./bmd-trend-labels.ts";
import { dodge } from "./label-layout.ts";
import { reach, siteMarker } from "./marks.ts";
import { linearScale, type Scale, valueAxis } from "./scale.ts";
import { element, group, line, polygon, type Svg, textLine } from "./svg.ts";
import { COLOUR, SITE_COLOUR, SIZE } from "./theme.ts";

export const TREND_PLOT_HEIGHT = 230;

const BELOW_EXPECTED_RANGE_Z = precisionKnowledge.zScore.belowExpectedRange;

export type TrendPlace = {
  readonly axis: Scale;
  readonly top: number;
  readonly width: number;
  readonly quantity: TrendQuantity;
  readonly terms: Terms;
  readonly view: CaseView;
};

/** Markers nearer than this in height are set side by side. */
const MARKER_SIZE = 7;

/** A point with its place: `x1` to `x2` is the reach of its time. */
export type PlacedPoint = {
  readonly site: SkeletalSite;
  readonly point: TrendPoint;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
};

export function drawTrend(sites: readonly TrendSite[], place: TrendPlace): { drawing: readonly Svg[]; bottom: number } {
  const bottom = place.top + TREND_PLOT_HEIGHT;
  const values = valueAxis(valuesToShow(sites, place.quantity), 6);
  const scale = linearScale(values.domain, [bottom - 6, place.top + 6]);
  const [left, right] = place.axis.range;
  const drawing: Svg[] = [];
  for (const tick of values.ticks) {
    const y = scale.at(tick);
    drawing.push(line(left, y, right, y, { stroke: COLOUR.faint, "stroke-width": 1 }));
    const words =
      place.quantity === "percent"
        ? place.terms.signed(tick, values.decimals)
        : place.terms.fixed(tick, values.decimals);
    drawing.push(textLine(left - 7, y + 4, words, { size: SIZE.small, fill: COLOUR.muted, anchor: "end" }));
  }
  const placed = placePoints(sites, scale, place);
  drawing.push(limits(sites, placed, scale, place));
  if (place.quantity === "z") drawing.push(zLine(scale, place));
  for (const course of sites) drawing.push(...ways(course, placed));
  drawing.push(...points(placed, place.quantity));
  const labels = trendLabels(sites, placed, place, bottom);
  drawing.push(...labels.drawing);
  return { drawing, bottom: labels.bottom };
}

function valuesToShow(sites: readonly TrendSite[], quantity: TrendQuantity): readonly number[] {
  const values = sites.flatMap((course) =>
    course.points.filter((point) => point.when !== undefined).map((point) => point.value),
  );
  if (quantity === "z") return [...values, BELOW_EXPECTED_RANGE_Z, 0];
  for (const course of sites) {
    if (course.lscPercent === undefined || course.referenceBmdGPerCm2 === undefined) continue;
    const share = course.lscPercent / 100;
    if (quantity === "percent") values.push(course.lscPercent, -course.lscPercent, 0);
    else values.push(course.referenceBmdGPerCm2 * (1 + share), course.referenceBmdGPerCm2 * (1 - share));
  }
  return values;
}

function placePoints(sites: readonly TrendSite[], scale: Scale, place: TrendPlace): readonly PlacedPoint[] {
  const raw = sites.flatMap((course) =>
    course.points.flatMap((point): PlacedPoint[] => {
      if (point.when === undefined) return [];
      const x1 = place.axis.at(point.when.earliest);
      const x2 = place.axis.at(point.when.latest);
      return [{ site: course.site, point, x1, x2, y: scale.at(point.value) }];
    }),
  );
  // Markers of one scan at nearly one height step aside, the common zero of a percent plot excepted.
  return raw.map((placed) => {
    if (isCommonZero(placed.point, place.quantity)) return placed;
    if (place.quantity === "gPerCm2" && placed.point.response === undefined) {
      // The upright LSC bars of the three sites stand here side by side.
      const shift = (sites.findIndex((course) => course.site === placed.site) - (sites.length - 1) / 2) * 9;
      return { ...placed, x1: placed.x1 + shift, x2: placed.x2 + shift };
    }
    const together = raw.filter((other) => other.point.scan === placed.point.scan);
    const shifts = dodge(
      together.map((other) => other.y),
      MARKER_SIZE,
    );
    const shift = shifts[together.indexOf(placed)] ?? 0;
    return { ...placed, x1: placed.x1 + shift, x2: placed.x2 + shift };
  });
}

/** In a percent plot every site is 0 at its reference scan: one mark stands for all. */
function isCommonZero(point: TrendPoint, quantity: TrendQuantity): boolean {
  return quantity === "percent" && point.response === undefined;
}

function limits(sites: readonly TrendSite[], placed: readonly PlacedPoint[], scale: Scale, place: TrendPlace): Svg {
  if (place.quantity === "z") return group();
  if (place.quantity === "gPerCm2") return group(...sites.map((course) => limitBar(course, placed, scale)));
  const from = Math.min(...placed.filter((each) => each.point.response === undefined).map((each) => each.x1));
  const start = Number.isFinite(from) ? from : place.axis.range[0];
  const heights = [...new Set(sites.flatMap((course) => course.lscPercent ?? []))].sort((a, b) => b - a);
  const marks = heights.flatMap((percent) => {
    const top = scale.at(percent);
    const bottom = scale.at(-percent);
    const edge = { stroke: COLOUR.axis, "stroke-width": 0.75, "stroke-dasharray": "2 3" };
    const width = place.axis.range[1] - start;
    return [
      element("rect", { x: start, y: top, width, height: bottom - top, fill: COLOUR.axis, "fill-opacity": 0.1 }),
      line(start, top, start + width, top, edge),
      line(start, bottom, start + width, bottom, edge),
    ];
  });
  const zero = scale.at(0);
  return group(...marks, line(start, zero, place.axis.range[1], zero, { stroke: COLOUR.axis, "stroke-width": 1 }));
}

/** The LSC about the reference value of one site, drawn at the reference scan. */
function limitBar(course: TrendSite, placed: readonly PlacedPoint[], scale: Scale): Svg {
  const reference = placed.find((each) => each.site === course.site && each.point.response === undefined);
  if (reference === undefined || course.lscPercent === undefined || course.referenceBmdGPerCm2 === undefined) {
    return group();
  }
  const share = course.lscPercent / 100;
  const top = scale.at(course.referenceBmdGPerCm2 * (1 + share));
  const bottom = scale.at(course.referenceBmdGPerCm2 * (1 - share));
  const x = reference.x1;
  const paint = { stroke: SITE_COLOUR[course.site], "stroke-width": 1.25, "stroke-opacity": 0.75 };
  return group(
    line(x, top, x, bottom, paint),
    line(x - 4, top, x + 4, top, paint),
    line(x - 4, bottom, x + 4, bottom, paint),
  );
}

function zLine(scale: Scale, place: TrendPlace): Svg {
  const [left, right] = place.axis.range;
  const y = scale.at(BELOW_EXPECTED_RANGE_Z);
  return group(
    element("rect", {
      x: left,
      y,
      width: right - left,
      height: Math.max(0, scale.range[0] - y),
      fill: COLOUR.amberSoft,
      "fill-opacity": 0.3,
    }),
    line(left, y, right, y, { stroke: COLOUR.amber, "stroke-width": 1.5, "stroke-dasharray": "6 3" }),
  );
}

/** Lines from scan to scan; an inexact time opens them to a wedge of all lines that the times allow. */
function ways(course: TrendSite, placed: readonly PlacedPoint[]): readonly Svg[] {
  const colour = SITE_COLOUR[course.site];
  const own = placed.filter((each) => each.site === course.site);
  return own.slice(1).map((to, index) => {
    const from = own[index];
    if (from === undefined) return group();
    const dash = to.point.isComparable ? undefined : "7 4";
    const isExact = from.x1 === from.x2 && to.x1 === to.x2;
    const paint = { stroke: colour, "stroke-width": isExact ? 2 : 1.25, "stroke-dasharray": dash };
    if (isExact) return line(from.x1, from.y, to.x1, to.y, paint);
    const wedge = polygon(
      [
        [from.x1, from.y],
        [from.x2, from.y],
        [to.x2, to.y],
        [to.x1, to.y],
      ],
      { fill: colour, "fill-opacity": 0.09 },
    );
    return group(wedge, line(from.x1, from.y, to.x1, to.y, paint), line(from.x2, from.y, to.x2, to.y, paint));
  });
}

function points(placed: readonly PlacedPoint[], quantity: TrendQuantity): readonly Svg[] {
  const zeros = new Set<string>();
  return placed.map((each) => {
    if (isCommonZero(each.point, quantity)) {
      const key = `${each.x1} ${each.x2} ${each.y}`;
      if (zeros.has(key)) return group();
      zeros.add(key);
      return zeroMark(each);
    }
    if (each.x1 === each.x2) return siteMarker(each.site, each.x1, each.y);
    return group(
      reach(each.x1, each.x2, each.y, SITE_COLOUR[each.site], "none"),
      siteMarker(each.site, each.x1, each.y, "hollow"),
      siteMarker(each.site, each.x2, each.y, "hollow"),
    );
  });
}

function zeroMark({ x1, x2, y }: PlacedPoint): Svg {
  const ring = (x: number, isExact: boolean): Svg =>
    element("circle", {
      cx: x,
      cy: y,
      r: 4.5,
      fill: isExact ? COLOUR.ink : COLOUR.card,
      stroke: isExact ? COLOUR.card : COLOUR.ink,
      "stroke-width": isExact ? 1 : 1.75,
    });
  if (x1 === x2) return ring(x1, true);
  return group(reach(x1, x2, y, COLOUR.ink, "none"), ring(x1, false), ring(x2, false));
}
