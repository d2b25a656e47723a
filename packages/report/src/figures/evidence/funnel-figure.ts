import { createTerms, type Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import { type Paragraph, paragraphs } from "../paragraphs.ts";
import { element, line, polygon, type Svg } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { drawKey, type KeyItem } from "./class-key.ts";
import { quantityWithUnit, sentences, valueText, withUnit } from "./estimate-words.ts";
import { EVIDENCE_WORDS, studyName } from "./evidence-words.ts";
import {
  CONTOURS,
  checkFunnel,
  type FunnelData,
  isWeighed,
  LEAST_FUNNEL_STUDIES,
  PSEUDO_LIMIT_Z,
  type WeighedPoint,
} from "./funnel-data.ts";
import { FUNNEL_SUMMARY, NO_VARIANCE, P_AGAINST_NONE, PSEUDO_LIMITS, SE_WORDS, TOO_FEW } from "./funnel-words.ts";
import { drawNamedPoints, hollowKey } from "./named-points.ts";
import type { Box } from "./place-labels.ts";
import { type PlotDrawn, plotPage } from "./plot-page.ts";
import { axisWithin, paddedAxis, type TickAxis } from "./tick-axis.ts";
import { axisValueWidth, EDGE, plotFrame, plotGround, tickWords } from "./xy-plot.ts";

/** Shade of each contour band, the outermost first; light enough for marks and names on them. */
const SHADES = [0.34, 0.22, 0.11] as const;

/**
 * Effects against their standard errors, large studies on top; contours of p about no change and pseudo limits about the
 * pooled effect. Below ten studies the figure says that asymmetry cannot be judged.
 *
 * @throws RangeError for a number that is not finite, or a standard error that is not above 0
 * @throws TypeError for two data at one place
 */
export function funnelFigure(data: FunnelData, options: FigureOptions): Figure {
  checkFunnel(data);
  const terms = createTerms(options.lang);
  const weighed = data.points.filter(isWeighed);
  return plotPage({
    id: ["funnel", data.id],
    options,
    title: headed(terms.text(data.title)),
    description: describe(data, weighed, terms),
    header: [
      terms.text(EVIDENCE_WORDS.study),
      headed(quantityWithUnit(data.quantity, terms)),
      terms.text(EVIDENCE_WORDS.standardError),
    ],
    rows: tableOf(data, terms),
    above: terms.text(P_AGAINST_NONE),
    notes: [
      ...judgement(weighed, terms),
      ...missing(data, terms),
      ...(data.notes ?? []).map((note) => terms.text(note)),
    ],
    plot: weighed.length === 0 ? undefined : (top) => drawFunnel(data, weighed, options.layout ?? "wide", top, terms),
    terms,
  });
}

function drawFunnel(
  data: FunnelData,
  weighed: readonly WeighedPoint[],
  layout: FigureLayout,
  top: number,
  terms: Terms,
): PlotDrawn {
  const { estimate: middle } = data.pooled;
  const largest = Math.max(...weighed.map(({ se }) => se)) * 1.08;
  const fixed = (value: number, decimals: number): string => terms.fixed(value, decimals);
  // Zero, the most exact study, stands on top.
  const upright = (frame: Box): TickAxis => axisWithin([0, largest], [frame.top, frame.bottom]);
  const column = { x: EDGE, width: FIGURE_WIDTH[layout] - 2 * EDGE };
  const key = drawKey(shadeKey(), { ...column, y: top - 2 });
  const axisName: Paragraph = { text: terms.text(EVIDENCE_WORDS.standardError), size: SIZE.small, fill: COLOUR.muted };
  const name = paragraphs([axisName], { ...column, y: key.bottom + 4 });
  const plotTop = name.bottom + 6;
  const frame = plotFrame(layout, plotTop, axisValueWidth(upright(plotFrame(layout, plotTop, 0)), fixed));
  const y = upright(frame);
  const half = PSEUDO_LIMIT_Z * largest;
  const x = paddedAxis(
    [0, middle - half, middle + half, ...weighed.map(({ estimate }) => estimate)],
    [frame.left, frame.right],
  );
  const ground = plotGround(frame, x, y, {
    x: { name: headed(quantityWithUnit(data.quantity, terms)), value: tickWords(data.quantity, terms) },
    y: { name: "", value: fixed },
  });
  const limits = [-1, 1].map((side) => [x.at(middle), y.at(0), x.at(middle + side * half), y.at(largest)] as const);
  const centre = [x.at(middle), frame.top, x.at(middle), frame.bottom] as const;
  const points = drawNamedPoints(
    weighed.map((point) => ({
      x: x.at(point.estimate),
      y: y.at(point.se),
      radius: 4.5,
      name: studyName(point),
      isHollow: point.isSingleWoman,
    })),
    frame,
    [...limits, centre],
    terms,
  );
  return {
    drawing: [
      ...key.drawing,
      ...name.drawing,
      ...contours(frame, x, y, largest),
      ...ground.drawing,
      line(...centre, { stroke: COLOUR.accent, "stroke-width": 1.5 }),
      ...limits.map(([x1, y1, x2, y2]) =>
        line(x1, y1, x2, y2, { stroke: COLOUR.accent, "stroke-width": 1.25, "stroke-dasharray": "5 3" }),
      ),
      ...points.drawing,
    ],
    marks: weighed.map((point) => markOf(point, x, y, data, terms)),
    bottom: ground.bottom,
    notes: [sentences([pooledWords(data, terms), hollowKey(weighed, terms)], terms), ...points.unlabelled],
  };
}

/** Shades with the p that they stand for. */
function shadeKey(): readonly KeyItem[] {
  const shades = [0, ...SHADES.toReversed()];
  return ["> 0.1", "0.05–0.1", "0.01–0.05", "< 0.01"].map((words, index) => ({
    words,
    fill: COLOUR.muted,
    mark: (x, y) =>
      element("rect", {
        x: x - 6,
        y: y - 5,
        width: 13,
        height: 10,
        fill: COLOUR.axis,
        "fill-opacity": shades[index] ?? 0,
        stroke: COLOUR.axis,
        "stroke-width": 0.75,
      }),
  }));
}

/**
 * Areas of p about no change: the frame in the darkest shade, on it the funnels of larger p in lighter ones, and the
 * quantile of each at its edge where there is room.
 */
function contours(frame: Box, x: TickAxis, y: TickAxis, largest: number): readonly Svg[] {
  const drawing: Svg[] = [
    element("rect", {
      x: frame.left,
      y: frame.top,
      width: frame.right - frame.left,
      height: frame.bottom - frame.top,
      fill: COLOUR.axis,
      "fill-opacity": SHADES[0],
    }),
  ];
  CONTOURS.forEach(({ z }, index) => {
    const inside = funnelArea(frame, x, y, z, largest);
    drawing.push(polygon(inside, { fill: COLOUR.card }));
    const shade = SHADES[index + 1];
    if (shade !== undefined) drawing.push(polygon(inside, { fill: COLOUR.axis, "fill-opacity": shade }));
  });
  return drawing;
}

/** Corners of the area in which an effect differs from 0 by less than z standard errors, cut at the frame. */
function funnelArea(
  frame: Box,
  x: TickAxis,
  y: TickAxis,
  z: number,
  largest: number,
): readonly (readonly [number, number])[] {
  const [low, high] = x.domain;
  const side = (edge: number): readonly (readonly [number, number])[] => {
    const direction = Math.sign(edge) || 1;
    const reach = direction * z * largest;
    const isCut = Math.abs(reach) > Math.abs(edge);
    if (!isCut) return [[x.at(reach), y.at(largest)]];
    return [
      [x.at(edge), y.at(Math.abs(edge) / z)],
      [x.at(edge), frame.bottom],
    ];
  };
  return [[x.at(0), y.at(0)], ...side(high), ...side(low).toReversed()];
}

function markOf(point: WeighedPoint, x: TickAxis, y: TickAxis, data: FunnelData, terms: Terms): FigureMark {
  const value = withUnit(valueText(point.estimate, data.quantity, terms), data.quantity, terms);
  const se = SE_WORDS[terms.lang]({ se: terms.fixed(point.se, seDecimals(data)) }, terms);
  return {
    x: x.at(point.estimate),
    y: y.at(point.se),
    label: told([studyName(point), value, se], terms),
    at: point.at,
  };
}

/** A standard error is printed with a digit more than its effect. */
function seDecimals({ quantity }: FunnelData): number {
  return quantity.decimals + 1;
}

function tableOf(data: FunnelData, terms: Terms): readonly FigureRow[] {
  return data.points.map((point) => ({
    at: point.at,
    cells: [
      studyName(point),
      valueText(point.estimate, data.quantity, terms),
      point.se === undefined ? "–" : terms.fixed(point.se, seDecimals(data)),
    ],
  }));
}

function judgement(weighed: readonly WeighedPoint[], terms: Terms): readonly string[] {
  const studies = weighed.length;
  return studies >= LEAST_FUNNEL_STUDIES ? [] : [TOO_FEW[terms.lang]({ studies, least: LEAST_FUNNEL_STUDIES }, terms)];
}

function missing({ points }: FunnelData, terms: Terms): readonly string[] {
  const names = points.filter((point) => !isWeighed(point)).map(studyName);
  return names.length === 0 ? [] : [NO_VARIANCE[terms.lang]({ names: terms.series(names) }, terms)];
}

function pooledWords({ pooled, quantity }: FunnelData, terms: Terms): string {
  const value = withUnit(valueText(pooled.estimate, quantity, terms), quantity, terms);
  return PSEUDO_LIMITS[terms.lang]({ label: terms.text(pooled.label), value }, terms);
}

function describe(data: FunnelData, weighed: readonly WeighedPoint[], terms: Terms): string {
  const summary = FUNNEL_SUMMARY[terms.lang](
    { quantity: terms.text(data.quantity.name), studies: weighed.length },
    terms,
  );
  return sentences([summary, pooledWords(data, terms), ...judgement(weighed, terms), ...missing(data, terms)], terms);
}
