import type { SkeletalSite, Terms } from "@materbone/clinical";
import { type EndLabel, endLabels } from "../end-labels.ts";
import { lineThrough } from "../evidence/area-between.ts";
import { reach, siteMarker } from "../marks.ts";
import { linearScale, type Scale, valueAxis } from "../scale.ts";
import { element, group, line, polygon, type Svg, textLine } from "../svg.ts";
import { textWidth } from "../text-measure.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { simulatedText } from "./course-words.ts";
import { pointsWithin } from "./shown-points.ts";
import type {
  ExtrapolatedStretch,
  MonthBand,
  MonthCourse,
  MonthOrigin,
  SimulatedQuantity,
  SimulatedScan,
} from "./simulation-data.ts";
import { SIMULATION_WORDS } from "./simulation-words.ts";

export type LinePaint = {
  readonly stroke: string;
  readonly "stroke-width": number;
  readonly "stroke-dasharray"?: string | undefined;
};

export type PanelLine = {
  /** Ties its marks to its rows. */
  readonly key: string;
  readonly name: string;
  readonly course: MonthCourse;
  readonly paint: LinePaint;
  readonly weight: "normal" | "bold";
};

export type PanelBand = {
  readonly key: string;
  readonly name: string;
  readonly band: MonthBand;
  readonly colour: string;
  /** 0 to 1. */
  readonly opacity: number;
};

/** One plot of courses at one site. */
export type CoursePanel = {
  readonly site: SkeletalSite;
  /** Over the plot. */
  readonly name: string;
  readonly since: MonthOrigin;
  readonly quantity: SimulatedQuantity;
  /** In reading order; drawn the other way round, so that the first lies on top. */
  readonly lines: readonly PanelLine[];
  readonly bands: readonly PanelBand[];
  readonly scans: readonly SimulatedScan[];
  /** Of this plot alone, instead of those of the figure. */
  readonly extrapolated?: readonly ExtrapolatedStretch[];
};

export type PanelPlace = {
  readonly axis: Scale;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly edge: number;
  readonly extrapolated: readonly ExtrapolatedStretch[];
  readonly terms: Terms;
};

export type DrawnPanel = {
  readonly drawing: readonly Svg[];
  /** Top of the plotting area, below the name. */
  readonly plotTop: number;
  readonly bottom: number;
  readonly scale: Scale;
};

/** The plot with the names of its courses at their right ends. */
export function drawPanel(panel: CoursePanel, place: PanelPlace): DrawnPanel {
  const { axis, terms } = place;
  const head = panelHead(panel, place);
  const plotTop = place.top + head.height;
  const bottom = plotTop + place.height;
  const values = valueAxis(valuesOf(panel, axis), 6);
  const scale = linearScale(values.domain, [bottom - 4, plotTop + 4]);
  const [left, right] = axis.range;
  const ticks = values.ticks.flatMap((tick) => {
    const y = scale.at(tick);
    const words =
      panel.quantity === "percent" ? terms.signed(tick, values.decimals) : terms.fixed(tick, values.decimals);
    const isZero = tick === 0 && panel.quantity === "percent";
    return [
      line(left, y, right, y, { stroke: isZero ? COLOUR.axis : COLOUR.faint, "stroke-width": 1 }),
      textLine(left - 7, y + 4, words, { size: SIZE.small, fill: COLOUR.muted, anchor: "end" }),
    ];
  });
  const labels = endLabels(labelsOf(panel, axis, scale, terms), {
    right,
    top: plotTop,
    bottom,
    width: place.width,
  });
  return {
    drawing: [
      ...panel.bands.map((band) => drawBand(band, axis, scale)),
      ...ticks,
      ...panel.lines.toReversed().map((each) => drawCourse(each, axis, scale)),
      ...place.extrapolated.map((stretch) => veil(stretch, axis, plotTop, bottom)),
      ...panel.scans.map((scan) => drawScan(scan, panel.site, axis, scale)),
      ...head.drawing,
      ...labels.drawing,
    ],
    plotTop,
    bottom: labels.bottom,
    scale,
  };
}

const HEAD_HEIGHT = 19;

/** Name of the panel, and over each grey stretch that it is extrapolated, where that fits. */
function panelHead(
  panel: CoursePanel,
  place: PanelPlace,
): { readonly drawing: readonly Svg[]; readonly height: number } {
  const name = headed(panel.name);
  const baseline = place.top + SIZE.body;
  const nameWidth = textWidth(name, SIZE.body, "bold");
  // The lines of the months run through the heads of all plots but the first.
  const ground = element("rect", {
    x: place.edge,
    y: place.top,
    width: nameWidth + 4,
    height: HEAD_HEIGHT - 2,
    fill: COLOUR.card,
  });
  const drawing = [ground, textLine(place.edge, baseline, name, { size: SIZE.body, weight: "bold" })];
  let free = place.edge + nameWidth + 8;
  const words = place.terms.text(SIMULATION_WORDS.extrapolated);
  const half = textWidth(words, SIZE.small) / 2;
  const [left, right] = place.axis.range;
  for (const { fromMonth, toMonth } of place.extrapolated) {
    const wanted = (place.axis.at(fromMonth) + place.axis.at(toMonth)) / 2;
    const middle = Math.min(right - half, Math.max(left + half, wanted));
    if (middle - half < free) continue;
    free = middle + half + 8;
    drawing.push(
      textLine(middle, baseline, words, { size: SIZE.small, fill: COLOUR.muted, anchor: "middle", halo: COLOUR.card }),
    );
  }
  return { drawing, height: HEAD_HEIGHT };
}

/** Least range of an upright axis: what is smaller is the noise of a computation. */
const LEAST_RANGE: Readonly<Record<SimulatedQuantity, number>> = { percent: 1, gPerCm2: 0.01 };

function valuesOf({ quantity, lines, bands, scans }: CoursePanel, { domain }: Scale): readonly number[] {
  const values = [
    ...(quantity === "percent" ? [0] : []),
    ...lines.flatMap(({ course }) => pointsWithin(course.months, domain).map((at) => course.values[at] ?? 0)),
    ...bands.flatMap(({ band }) =>
      pointsWithin(band.months, domain).flatMap((at) => [band.lower[at] ?? 0, band.upper[at] ?? 0]),
    ),
    ...scans.flatMap(({ value, half = 0 }) => [value - half, value + half]),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const least = LEAST_RANGE[quantity];
  return high - low < least ? [...values, low - least / 2, high + least / 2] : values;
}

type Corners = readonly (readonly [number, number])[];

function cornersOf(months: ArrayLike<number>, values: ArrayLike<number>, axis: Scale, scale: Scale): Corners {
  return pointsWithin(months, axis.domain).map((at) => [axis.at(months[at] ?? 0), scale.at(values[at] ?? 0)] as const);
}

export function drawCourse({ course, paint }: Pick<PanelLine, "course" | "paint">, axis: Scale, scale: Scale): Svg {
  return lineThrough(cornersOf(course.months, course.values, axis, scale), { ...paint, "stroke-linejoin": "round" });
}

function drawBand({ band, colour, opacity }: PanelBand, axis: Scale, scale: Scale): Svg {
  const upper = cornersOf(band.months, band.upper, axis, scale);
  const lower = cornersOf(band.months, band.lower, axis, scale);
  if (upper.length < 2) return group();
  const median = band.median === undefined ? [] : cornersOf(band.months, band.median, axis, scale);
  return group(
    polygon([...upper, ...lower.toReversed()], { fill: colour, "fill-opacity": opacity }),
    lineThrough(median, { stroke: colour, "stroke-width": 1.5, "stroke-dasharray": "1 3" }),
  );
}

/** What the model says beyond its ground steps back behind a grey veil. */
export function veil({ fromMonth, toMonth }: ExtrapolatedStretch, axis: Scale, top: number, bottom: number): Svg {
  const [x1, x2] = [axis.at(fromMonth), axis.at(toMonth)];
  if (!(x2 > x1)) return group();
  return group(
    element("rect", { x: x1, y: top, width: x2 - x1, height: bottom - top, fill: COLOUR.bone, "fill-opacity": 0.62 }),
    line(x1, top, x1, bottom, { stroke: COLOUR.axis, "stroke-width": 1, "stroke-dasharray": "1 3" }),
  );
}

function drawScan(scan: SimulatedScan, site: SkeletalSite, axis: Scale, scale: Scale): Svg {
  const [x1, x2] = [axis.at(scan.months.earliest), axis.at(scan.months.latest)];
  const y = scale.at(scan.value);
  const x = (x1 + x2) / 2;
  const paint = { stroke: COLOUR.ink, "stroke-width": 1.1 };
  const bar: Svg[] = [];
  if (scan.half !== undefined && scan.half > 0) {
    const [low, high] = [scale.at(scan.value - scan.half), scale.at(scan.value + scan.half)];
    bar.push(line(x, low, x, high, paint), line(x - 3, low, x + 3, low, paint), line(x - 3, high, x + 3, high, paint));
  }
  return group(
    ...bar,
    ...(x2 > x1 ? [reach(x1, x2, y, COLOUR.ink, "both")] : []),
    siteMarker(site, x, y, scan.leftOut === undefined ? "solid" : "hollow"),
  );
}

function labelsOf(panel: CoursePanel, axis: Scale, scale: Scale, terms: Terms): readonly EndLabel[] {
  const lines = panel.lines.flatMap(({ name, course, paint, weight }): EndLabel[] => {
    const last = pointsWithin(course.months, axis.domain).at(-1);
    if (last === undefined) return [];
    const value = course.values[last] ?? 0;
    return [
      {
        words: [
          { text: headed(name), size: SIZE.small, weight, fill: paint.stroke },
          { text: simulatedText(value, panel.quantity, terms), size: SIZE.small },
        ],
        end: { x: axis.at(course.months[last] ?? 0), y: scale.at(value) },
        colour: paint.stroke,
        key: (x, y) => line(x - 5, y, x + 6, y, paint),
      },
    ];
  });
  const bands = panel.bands.flatMap(({ name, band, colour, opacity }): EndLabel[] => {
    const last = pointsWithin(band.months, axis.domain).at(-1);
    if (last === undefined) return [];
    // The upper end of the band: its middle is where the courses end.
    const y = scale.at(band.upper[last] ?? 0);
    return [
      {
        words: [{ text: headed(name), size: SIZE.small, fill: colour }],
        end: { x: axis.at(band.months[last] ?? 0), y },
        colour,
        key: (x, at) =>
          element("rect", {
            x: x - 5,
            y: at - 5,
            width: 10,
            height: 10,
            fill: colour,
            "fill-opacity": Math.min(1, opacity * 2),
            stroke: colour,
          }),
      },
    ];
  });
  return [...lines, ...bands];
}
