import { type CaseView, precisionKnowledge, type SkeletalSite, type Terms } from "@materbone/clinical";
import { drawBand, type PlottedBand } from "./benchmark-band.ts";
import { bandMarks } from "./benchmark-band-rows.ts";
import type { TrendPoint, TrendQuantity, TrendSite } from "./bmd-trend-data.ts";
import { trendLabels } from "./bmd-trend-labels.ts";
import { trendMarks } from "./bmd-trend-marks.ts";
import type { FigureMark } from "./figure-mark.ts";
import { reach, siteMarker } from "./marks.ts";
import { linearScale, type Scale, valueAxis } from "./scale.ts";
import { element, group, line, polygon, type Svg, textLine } from "./svg.ts";
import { COLOUR, SITE_COLOUR, SIZE } from "./theme.ts";

const BELOW_EXPECTED_RANGE_Z = precisionKnowledge.zScore.belowExpectedRange;

export type TrendPlace = {
  readonly axis: Scale;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  /** What is expected without a drug, where it is known. */
  readonly band: PlottedBand | undefined;
  readonly quantity: TrendQuantity;
  readonly terms: Terms;
  readonly view: CaseView;
};

/** Markers nearer than this in height are set side by side, as far apart. */
const MARKER_SIZE = 9;

/** A point with its place: `x1` to `x2` is the reach of its time. */
export type PlacedPoint = {
  readonly site: SkeletalSite;
  readonly point: TrendPoint;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
};

export function drawTrend(
  sites: readonly TrendSite[],
  place: TrendPlace,
): { readonly drawing: readonly Svg[]; readonly marks: readonly FigureMark[]; readonly bottom: number } {
  const bottom = place.top + place.height;
  const { band, quantity } = place;
  const bandValues = band === undefined ? [] : band.points.flatMap(({ low, high }) => [low, high]);
  const values = valueAxis([...valuesToShow(sites, quantity), ...bandValues], 6);
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
  if (band !== undefined) drawing.push(drawBand(band, place.axis, scale));
  drawing.push(limits(sites, placed, scale, place));
  if (place.quantity === "z") drawing.push(zLine(scale, place));
  for (const course of sites) drawing.push(...ways(course, placed));
  drawing.push(...points(placed, place.quantity));
  const labels = trendLabels(sites, placed, place, scale);
  drawing.push(...labels.drawing);
  const marks = [
    ...trendMarks(placed, (point) => isCommonZero(point, quantity), place),
    ...(band === undefined ? [] : bandMarks(band, place.axis, scale, place.terms)),
  ];
  return { drawing, marks, bottom: labels.bottom };
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
  if (place.quantity !== "gPerCm2") return asideOf(raw, [], place.quantity);
  // The upright LSC bars of the sites stand side by side at the reference scan, and their markers with them.
  const references = raw
    .filter((placed) => placed.point.response === undefined)
    .map((placed) => {
      const position = sites.findIndex((course) => course.site === placed.site);
      // At the left end of the axis they stand from there on, clear of its numbers.
      const middle = Math.max(placed.x1, place.axis.range[0] + ((sites.length - 1) / 2) * MARKER_SIZE);
      return moved(placed, middle - placed.x1 + (position - (sites.length - 1) / 2) * MARKER_SIZE);
    });
  const others = asideOf(
    raw.filter((placed) => placed.point.response !== undefined),
    references,
    place.quantity,
  );
  return sites.flatMap(({ site }) => [...references, ...others].filter((placed) => placed.site === site));
}

/**
 * Markers of nearly one time and height step aside, whether they are of one scan or of two in the same month. The common
 * zero of a percent plot is one mark, whatever sites it stands for.
 */
function asideOf(
  points: readonly PlacedPoint[],
  standing: readonly PlacedPoint[],
  quantity: TrendQuantity,
): readonly PlacedPoint[] {
  const taken: PlacedPoint[] = [...standing];
  const zeros = new Map<string, PlacedPoint>();
  return points.map((placed) => {
    const scan = placed.point.scan.at;
    const zero = isCommonZero(placed.point, quantity) ? zeros.get(scan) : undefined;
    if (zero !== undefined) return { ...placed, x1: zero.x1, x2: zero.x2 };
    const free = ASIDE.map((shift) => moved(placed, shift)).find((spot) => !taken.some((other) => covers(spot, other)));
    const found = free ?? placed;
    taken.push(found);
    if (isCommonZero(placed.point, quantity)) zeros.set(scan, found);
    return found;
  });
}

/** Shifts in the order they are tried. */
const ASIDE = [0, 1, -1, 2, -2, 3, -3].map((step) => step * MARKER_SIZE);

function covers(a: PlacedPoint, b: PlacedPoint): boolean {
  const isNear = (x: number, y: number): boolean => Math.abs(x - y) < MARKER_SIZE;
  return isNear(a.y, b.y) && (isNear(a.x1, b.x1) || isNear(a.x2, b.x2));
}

function moved(placed: PlacedPoint, shift: number): PlacedPoint {
  return shift === 0 ? placed : { ...placed, x1: placed.x1 + shift, x2: placed.x2 + shift };
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
