import { createTerms, type Terms } from "@materbone/clinical";
import type { Figure, FigureLayout, FigureOptions } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import type { Svg } from "../svg.ts";
import { COLOUR } from "../theme.ts";
import { headed } from "../time-words.ts";
import { type AreaPaint, areaBetween, lineThrough, type SpanAt } from "./area-between.ts";
import {
  type BubbleData,
  type BubblePoint,
  checkBubble,
  isPlaced,
  type PlacedBubble,
  type RegressionPoint,
} from "./bubble-data.ts";
import { BUBBLE_KEY, BUBBLE_SUMMARY, LINE_ROW, LINE_SENTENCE, NO_MODERATOR } from "./bubble-words.ts";
import { quantityWithUnit, sentences, valueText, withUnit } from "./estimate-words.ts";
import type { Quantity, ValueSpan } from "./evidence-figure-data.ts";
import { EVIDENCE_WORDS, studyName } from "./evidence-words.ts";
import { WEIGHT_WORDS } from "./forest-words.ts";
import { drawNamedPoints, hollowKey } from "./named-points.ts";
import type { Box } from "./place-labels.ts";
import { type PlotDrawn, plotPage } from "./plot-page.ts";
import { effectAxis, paddedAxis, type TickAxis, withMonthTicks } from "./tick-axis.ts";
import { axisValueWidth, plotFrame, plotGround, tickWords } from "./xy-plot.ts";

const LARGEST: Readonly<Record<FigureLayout, number>> = { wide: 13, broad: 15, narrow: 11 };
const SMALLEST = 3.6;

/**
 * Effects against a moderator with the line of a meta-regression, its confidence band and its prediction band.
 *
 * @throws RangeError for a number that is not finite or out of its range, or a line whose x does not ascend
 * @throws TypeError for two data at one place
 */
export function bubbleFigure(data: BubbleData, options: FigureOptions): Figure {
  checkBubble(data);
  const terms = createTerms(options.lang);
  const placed = data.points.filter(isPlaced);
  return plotPage({
    id: ["bubble", data.id],
    options,
    title: headed(terms.text(data.title)),
    description: describe(data, placed, terms),
    header: [
      terms.text(EVIDENCE_WORDS.study),
      headed(moderatorWithUnit(data, terms)),
      headed(quantityWithUnit(data.quantity, terms)),
      terms.text(EVIDENCE_WORDS.ciLower),
      terms.text(EVIDENCE_WORDS.ciUpper),
      terms.text(EVIDENCE_WORDS.piLower),
      terms.text(EVIDENCE_WORDS.piUpper),
      terms.text(EVIDENCE_WORDS.weight),
    ],
    rows: tableOf(data, terms),
    above: headed(quantityWithUnit(data.quantity, terms)),
    notes: [...missing(data, terms), ...(data.notes ?? []).map((note) => terms.text(note))],
    plot: placed.length === 0 ? undefined : (top) => drawBubbles(data, placed, options.layout ?? "wide", top, terms),
    terms,
  });
}

function drawBubbles(
  data: BubbleData,
  placed: readonly PlacedBubble[],
  layout: FigureLayout,
  top: number,
  terms: Terms,
): PlotDrawn {
  const core = [...placed.map(({ estimate }) => estimate), ...data.line.flatMap(({ ci }) => [ci.lower, ci.upper])];
  const spans = data.line.flatMap(({ pi }) => pi ?? []);
  const value = tickWords(data.quantity, terms);
  const upright = (frame: Box): TickAxis => effectAxis(core, spans, [frame.bottom, frame.top]);
  const frame = plotFrame(layout, top, axisValueWidth(upright(plotFrame(layout, top, 0)), value));
  const y = upright(frame);
  const inset = LARGEST[layout];
  const padded = paddedAxis(
    [...placed.map((point) => point.x), ...data.line.map((point) => point.x)],
    [frame.left + inset, frame.right - inset],
  );
  const x = data.moderator.isMonths === true ? withMonthTicks(padded) : padded;
  const ground = plotGround(frame, x, y, {
    x: { name: headed(moderatorWithUnit(data, terms)), value: (tick, decimals) => terms.fixed(tick, decimals) },
    y: { name: "", value },
  });
  const heaviest = Math.max(...placed.map(({ weightPercent }) => weightPercent));
  const fits = data.line.map((point) => [x.at(point.x), y.at(point.fit)] as const);
  const points = drawNamedPoints(
    placed.map((point) => ({
      x: x.at(point.x),
      y: y.at(point.estimate),
      radius: Math.max(SMALLEST, heaviest > 0 ? LARGEST[layout] * Math.sqrt(point.weightPercent / heaviest) : 0),
      name: studyName(point),
      isHollow: point.isSingleWoman,
    })),
    frame,
    fits.slice(1).map(([x2, y2], index) => [...(fits[index] ?? [x2, y2]), x2, y2] as const),
    terms,
  );
  return {
    drawing: [
      band(data.line, ({ pi }) => pi, x, y, { opacity: 0.1, isDotted: true }),
      band(data.line, ({ ci }) => ci, x, y, { opacity: 0.2, isDotted: false }),
      ...ground.drawing,
      lineThrough(fits, { stroke: COLOUR.accent, "stroke-width": 1.75 }),
      ...points.drawing,
    ],
    marks: [...placed.map((point) => markOf(point, data, x, y, terms)), ...lineMarks(data, x, y, terms)],
    bottom: ground.bottom,
    notes: [sentences(keyWords(data, placed, terms), terms), ...points.unlabelled],
  };
}

/** The area of one of the intervals along the line. */
function band(
  line: readonly RegressionPoint[],
  of: (point: RegressionPoint) => ValueSpan | undefined,
  x: TickAxis,
  y: TickAxis,
  paint: Omit<AreaPaint, "fill">,
): Svg {
  const spans = line.flatMap((point): SpanAt[] => {
    const extent = of(point);
    return extent === undefined ? [] : [{ along: point.x, ...extent }];
  });
  return areaBetween(spans, x, y, { fill: COLOUR.accent, ...paint });
}

function markOf(point: PlacedBubble, data: BubbleData, x: TickAxis, y: TickAxis, terms: Terms): FigureMark {
  const label = told(
    [
      studyName(point),
      withUnit(valueText(point.estimate, data.quantity, terms), data.quantity, terms),
      moderatorAt(point.x, data, terms),
      WEIGHT_WORDS[terms.lang]({ weight: terms.fixed(point.weightPercent, 1) }, terms),
    ],
    terms,
  );
  return { x: x.at(point.x), y: y.at(point.estimate), label, at: point.at };
}

/** The line can be walked too: its values with both intervals. */
function lineMarks(data: BubbleData, x: TickAxis, y: TickAxis, terms: Terms): readonly FigureMark[] {
  return data.line.map((point, index) => {
    const fit = withUnit(valueText(point.fit, data.quantity, terms), data.quantity, terms);
    const label = told([terms.text(LINE_ROW), fit, moderatorAt(point.x, data, terms)], terms);
    return { x: x.at(point.x), y: y.at(point.fit), label, at: linePlace(index) };
  });
}

/** Ties a point of the line to its row. */
function linePlace(index: number): string {
  return `line/${index}`;
}

/** "Months 12", "月数 12". */
function moderatorAt(value: number, { moderator }: BubbleData, terms: Terms): string {
  return `${terms.text(moderator.name)} ${terms.fixed(value, moderator.decimals)}`;
}

function moderatorWithUnit({ moderator }: BubbleData, terms: Terms): string {
  const asQuantity: Quantity = { ...moderator, isSigned: false };
  return quantityWithUnit(asQuantity, terms);
}

function tableOf(data: BubbleData, terms: Terms): readonly FigureRow[] {
  const print = (value: number | undefined): string =>
    value === undefined ? "–" : valueText(value, data.quantity, terms);
  const moderator = (value: number | undefined): string =>
    value === undefined ? "–" : terms.fixed(value, data.moderator.decimals);
  const studies = data.points.map((point: BubblePoint) => ({
    at: point.at,
    cells: [
      studyName(point),
      moderator(point.x),
      print(point.estimate),
      "–",
      "–",
      "–",
      "–",
      terms.fixed(point.weightPercent, 1),
    ],
  }));
  const line = data.line.map(({ x, fit, ci, pi }, index) => ({
    at: linePlace(index),
    cells: [
      terms.text(LINE_ROW),
      moderator(x),
      print(fit),
      print(ci.lower),
      print(ci.upper),
      print(pi?.lower),
      print(pi?.upper),
      "–",
    ],
  }));
  return [...studies, ...line];
}

function keyWords({ line }: BubbleData, placed: readonly PlacedBubble[], terms: Terms): readonly string[] {
  const key = [terms.text(BUBBLE_KEY.area)];
  key.push(hollowKey(placed, terms));
  if (line.length > 1) key.push(terms.text(BUBBLE_KEY.ci));
  if (line.filter(({ pi }) => pi !== undefined).length > 1) key.push(terms.text(BUBBLE_KEY.pi));
  return key;
}

function missing(data: BubbleData, terms: Terms): readonly string[] {
  const names = data.points.filter((point) => !isPlaced(point)).map(studyName);
  if (names.length === 0) return [];
  return [NO_MODERATOR[terms.lang]({ moderator: terms.text(data.moderator.name), names: terms.series(names) }, terms)];
}

function describe(data: BubbleData, placed: readonly PlacedBubble[], terms: Terms): string {
  const facts = {
    quantity: terms.text(data.quantity.name),
    moderator: terms.text(data.moderator.name),
    studies: placed.length,
  };
  const parts = [BUBBLE_SUMMARY[terms.lang](facts, terms)];
  const [first, last] = [data.line[0], data.line.at(-1)];
  if (first !== undefined && last !== undefined && data.line.length > 1) {
    const print = (fit: number): string => withUnit(valueText(fit, data.quantity, terms), data.quantity, terms);
    const ends = { from: moderatorAt(first.x, data, terms), to: moderatorAt(last.x, data, terms) };
    parts.push(LINE_SENTENCE[terms.lang]({ ...ends, first: print(first.fit), last: print(last.fit) }, terms));
  }
  return sentences([...parts, ...missing(data, terms)], terms);
}
