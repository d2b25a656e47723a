import { createTerms, type Terms, type Text } from "@materbone/clinical";
import type { Figure, FigureLayout, FigureOptions } from "../figure.ts";
import type { FigureMark } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import { line, polygon, type Svg, textLine } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { finite, onePlaceEach } from "./checked.ts";
import {
  BOTH_AXES,
  GALBRAITH_KEY,
  GALBRAITH_SUMMARY,
  OUTSIDE_BAND,
  PRECISION_AXIS,
  STANDARDISED_AXIS,
} from "./diagnostic-words.ts";
import { quantityWithUnit, sentences, valueText, withUnit } from "./estimate-words.ts";
import type { Quantity } from "./evidence-figure-data.ts";
import { EVIDENCE_WORDS, studyName } from "./evidence-words.ts";
import { SE_WORDS } from "./funnel-words.ts";
import { drawNamedPoints, hollowKey } from "./named-points.ts";
import type { Box } from "./place-labels.ts";
import { type PlotDrawn, plotPage } from "./plot-page.ts";
import { widestOf } from "./text-cell.ts";
import { axisWithin, paddedAxis, type TickAxis } from "./tick-axis.ts";
import { axisValueWidth, plotFrame, plotGround } from "./xy-plot.ts";

export type GalbraithPoint = {
  readonly at: string;
  readonly study: string;
  readonly year?: number | undefined;
  readonly estimate: number;
  /** Standard error in the model of the pooled line, above 0: with tau for random effects. */
  readonly se: number;
  readonly isSingleWoman: boolean;
};

export type GalbraithData = {
  readonly id: string;
  readonly title: Text;
  readonly quantity: Quantity;
  readonly points: readonly GalbraithPoint[];
  readonly pooled: { readonly label: Text; readonly estimate: number };
  readonly notes?: readonly Text[] | undefined;
};

/** Half height of the band about the pooled line, in standard errors (Galbraith 1988). */
const BAND = 2;

/**
 * Standardised effects against precision: the slope of a line from zero is an effect, which the axis on the right names.
 *
 * @throws RangeError for a number that is not finite, or a standard error that is not above 0
 * @throws TypeError for two data at one place
 * @see Galbraith RF 1988, Stat Med 7:889
 */
export function galbraithFigure(data: GalbraithData, options: FigureOptions): Figure {
  finite("pooled estimate", data.pooled.estimate);
  for (const { at, estimate, se } of data.points) {
    finite(`estimate of ${at}`, estimate);
    if (!(se > 0 && se < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`standard error of ${at} is not above 0: ${se}`);
    }
  }
  onePlaceEach(data.points.map(({ at }) => at));
  const terms = createTerms(options.lang);
  return plotPage({
    id: ["galbraith", data.id],
    options,
    title: headed(terms.text(data.title)),
    description: describe(data, terms),
    header: [
      terms.text(EVIDENCE_WORDS.study),
      headed(quantityWithUnit(data.quantity, terms)),
      terms.text(EVIDENCE_WORDS.standardError),
      terms.text(PRECISION_AXIS),
      headed(terms.text(STANDARDISED_AXIS)),
    ],
    rows: data.points.map((point) => ({
      at: point.at,
      cells: [
        studyName(point),
        valueText(point.estimate, data.quantity, terms),
        terms.fixed(point.se, data.quantity.decimals + 1),
        terms.fixed(1 / point.se, 3),
        terms.fixed(point.estimate / point.se, 2),
      ],
    })),
    above: BOTH_AXES[terms.lang](
      { left: terms.text(STANDARDISED_AXIS), right: quantityWithUnit(data.quantity, terms) },
      terms,
    ),
    notes: (data.notes ?? []).map((note) => terms.text(note)),
    plot: data.points.length === 0 ? undefined : (top) => draw(data, options.layout ?? "wide", top, terms),
    terms,
  });
}

function draw(data: GalbraithData, layout: FigureLayout, top: number, terms: Terms): PlotDrawn {
  const { points, quantity, pooled } = data;
  const fixed = (value: number, decimals: number): string => terms.fixed(value, decimals);
  const furthest = Math.max(...points.map(({ se }) => 1 / se)) * 1.1;
  const ends = [-BAND, BAND, pooled.estimate * furthest - BAND, pooled.estimate * furthest + BAND];
  const standardised = points.map(({ estimate, se }) => estimate / se);
  const upright = (frame: Box): TickAxis => paddedAxis([0, ...ends, ...standardised], [frame.bottom, frame.top]);
  const whole = plotFrame(layout, top, axisValueWidth(upright(plotFrame(layout, top, 0)), fixed));
  const effects = effectTicks(upright(whole), furthest);
  const print = (value: number): string => effectText(value, effects.decimals, quantity, terms);
  const room = widestOf(effects.ticks.map(print), SIZE.small) + 8;
  const frame = { ...whole, right: whole.right - room };
  const y = upright(frame);
  const x = axisWithin([0, furthest], [frame.left, frame.right]);
  const ground = plotGround(frame, x, y, {
    x: { name: terms.text(PRECISION_AXIS), value: fixed },
    y: { name: "", value: fixed },
  });
  const pooledLine = [x.at(0), y.at(0), x.at(furthest), y.at(pooled.estimate * furthest)] as const;
  const outside = outsideBand(data);
  const named = drawNamedPoints(
    points.map((point) => ({
      x: x.at(1 / point.se),
      y: y.at(point.estimate / point.se),
      radius: 4.5,
      name: studyName(point),
      isHollow: point.isSingleWoman,
      isFlagged: outside.includes(point),
    })),
    frame,
    [pooledLine],
    terms,
  );
  const value = withUnit(valueText(pooled.estimate, quantity, terms), quantity, terms);
  return {
    drawing: [
      polygon(
        [
          [x.at(0), y.at(BAND)],
          [x.at(furthest), y.at(pooled.estimate * furthest + BAND)],
          [x.at(furthest), y.at(pooled.estimate * furthest - BAND)],
          [x.at(0), y.at(-BAND)],
        ],
        { fill: COLOUR.accent, "fill-opacity": 0.13 },
      ),
      ...ground.drawing,
      line(...pooledLine, { stroke: COLOUR.accent, "stroke-width": 1.5 }),
      ...effectScale(frame, y, furthest, effects.ticks, print),
      ...named.drawing,
    ],
    marks: points.map((point) => markOf(point, data, x, y, terms)),
    bottom: ground.bottom,
    notes: [
      sentences(
        [
          GALBRAITH_KEY[terms.lang]({ label: terms.text(pooled.label), value }, terms),
          outsideWords(data, terms),
          hollowKey(points, terms),
        ],
        terms,
      ),
      ...named.unlabelled,
    ],
  };
}

/** Effects whose lines from zero leave through the right edge. */
function effectTicks(y: TickAxis, furthest: number): { readonly ticks: readonly number[]; readonly decimals: number } {
  const [low, high] = y.domain;
  const axis = axisWithin([low / furthest, high / furthest], y.range);
  return { ticks: axis.ticks, decimals: axis.decimals };
}

function effectScale(
  frame: Box,
  y: TickAxis,
  furthest: number,
  ticks: readonly number[],
  print: (value: number) => string,
): readonly Svg[] {
  const paint = { stroke: COLOUR.axis, "stroke-width": 1 };
  return [
    line(frame.right, frame.top, frame.right, frame.bottom, paint),
    ...ticks.flatMap((tick) => {
      const at = y.at(tick * furthest);
      return [
        line(frame.right, at, frame.right + 4, at, paint),
        textLine(frame.right + 7, at + 4, print(tick), { size: SIZE.small, fill: COLOUR.muted }),
      ];
    }),
  ];
}

function effectText(value: number, decimals: number, quantity: Quantity, terms: Terms): string {
  return quantity.isSigned ? terms.signed(value, decimals) : terms.fixed(value, decimals);
}

function outsideBand({ points, pooled }: GalbraithData): readonly GalbraithPoint[] {
  return points.filter(({ estimate, se }) => Math.abs(estimate - pooled.estimate) / se > BAND);
}

function outsideWords(data: GalbraithData, terms: Terms): string {
  const names = outsideBand(data).map(studyName);
  return names.length === 0 ? "" : OUTSIDE_BAND[terms.lang]({ names: terms.series(names) }, terms);
}

function markOf(
  point: GalbraithPoint,
  { quantity }: GalbraithData,
  x: TickAxis,
  y: TickAxis,
  terms: Terms,
): FigureMark {
  const value = withUnit(valueText(point.estimate, quantity, terms), quantity, terms);
  const se = SE_WORDS[terms.lang]({ se: terms.fixed(point.se, quantity.decimals + 1) }, terms);
  return {
    x: x.at(1 / point.se),
    y: y.at(point.estimate / point.se),
    label: told([studyName(point), value, se], terms),
    at: point.at,
  };
}

function describe(data: GalbraithData, terms: Terms): string {
  const value = withUnit(valueText(data.pooled.estimate, data.quantity, terms), data.quantity, terms);
  return sentences(
    [
      GALBRAITH_SUMMARY[terms.lang]({ studies: data.points.length }, terms),
      GALBRAITH_KEY[terms.lang]({ label: terms.text(data.pooled.label), value }, terms),
      outsideWords(data, terms),
    ],
    terms,
  );
}
