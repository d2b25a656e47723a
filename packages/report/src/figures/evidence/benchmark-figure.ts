import { createTerms, type Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import { group, line, type Svg } from "../svg.ts";
import { COLOUR } from "../theme.ts";
import { headed } from "../time-words.ts";
import { areaBetween, lineThrough } from "./area-between.ts";
import {
  type BenchmarkCourse,
  type BenchmarkFigureData,
  type BenchmarkFigurePoint,
  checkBenchmark,
} from "./benchmark-data.ts";
import {
  BAND_SENTENCE,
  BENCHMARK_SUMMARY,
  SINCE_WEANING,
  WITHOUT_STUDY,
  BENCHMARK_FIGURE_WORDS as words,
} from "./benchmark-figure-words.ts";
import { drawKey } from "./class-key.ts";
import { quantityWithUnit, sentences, spanText, valueText, withUnit } from "./estimate-words.ts";
import { EVIDENCE_WORDS, WOMEN_COUNT } from "./evidence-words.ts";
import { drawNamedPoints, type NamedPoint, namedMark } from "./named-points.ts";
import type { Box } from "./place-labels.ts";
import { type PlotDrawn, plotPage } from "./plot-page.ts";
import { monthsAxis, paddedAxis, type TickAxis } from "./tick-axis.ts";
import { axisValueWidth, EDGE, plotFrame, plotGround, tickWords } from "./xy-plot.ts";

const LARGEST: Readonly<Record<FigureLayout, number>> = { wide: 11, broad: 12, narrow: 9 };
const SMALLEST = 3.6;
const POPULATIONS = ["plo", "healthy"] as const;
const LOOK: Readonly<Record<BenchmarkFigurePoint["population"], Required<Pick<NamedPoint, "shape" | "colour">>>> = {
  plo: { shape: "circle", colour: COLOUR.accent },
  healthy: { shape: "square", colour: COLOUR.muted },
};

/**
 * Change without a drug against months since weaning: every value behind the benchmark, what is expected of one woman with its
 * band, and thin lines for what is expected without each study in turn.
 *
 * @throws RangeError for a number that is not finite or out of its range, or months of a course that do not ascend
 * @throws TypeError for two data at one place
 */
export function benchmarkFigure(data: BenchmarkFigureData, options: FigureOptions): Figure {
  checkBenchmark(data);
  const terms = createTerms(options.lang);
  return plotPage({
    id: ["benchmark", data.id],
    options,
    title: headed(terms.text(data.title)),
    description: describe(data, terms),
    header: [EVIDENCE_WORDS.study, words.population, EVIDENCE_WORDS.women, words.months, words.counted]
      .map((text) => terms.text(text))
      .concat(headed(quantityWithUnit(data.quantity, terms)), terms.text(words.lower), terms.text(words.upper)),
    rows: tableOf(data, terms),
    above: headed(quantityWithUnit(data.quantity, terms)),
    notes: (data.notes ?? []).map((note) => terms.text(note)),
    plot: data.points.length === 0 ? undefined : (top) => drawBenchmark(data, options.layout ?? "wide", top, terms),
    terms,
  });
}

function drawBenchmark(data: BenchmarkFigureData, layout: FigureLayout, top: number, terms: Terms): PlotDrawn {
  const { points, course, without, quantity } = data;
  const key = drawKey(
    POPULATIONS.filter((population) => points.some((point) => point.population === population)).map((population) => ({
      words: headed(terms.text(words[population])),
      fill: LOOK[population].colour,
      mark: (x, y) => namedMark({ x, y, radius: 4.5, isHollow: false, ...LOOK[population] }),
    })),
    { x: EDGE, y: top, width: FIGURE_WIDTH[layout] - 2 * EDGE },
  );
  const values = [
    0,
    ...points.flatMap(({ value }) => (value.kind === "mean" ? [value.estimate] : [value.lower, value.upper])),
    ...course.flatMap(({ lower, upper }) => [lower, upper]),
    ...without.flatMap((each) => each.course.map(({ expected }) => expected)),
  ];
  const upright = (frame: Box): TickAxis => paddedAxis(values, [frame.bottom - 4, frame.top + 4]);
  const value = tickWords(quantity, terms);
  const frame = plotFrame(layout, key.bottom + 4, axisValueWidth(upright(plotFrame(layout, key.bottom, 0)), value));
  const y = upright(frame);
  const x = monthsAxis(
    [
      ...points.map(({ months }) => months),
      ...[course, ...without.map((each) => each.course)].flat().map(({ months }) => months),
    ],
    [frame.left + 2, frame.right - LARGEST[layout]],
  );
  const ground = plotGround(frame, x, y, {
    x: { name: terms.text(words.months), value: (tick, decimals) => terms.fixed(tick, decimals) },
    y: { name: "", value },
  });
  const corners = (of: BenchmarkCourse): readonly (readonly [number, number])[] =>
    of.map(({ months, expected }) => [x.at(months), y.at(expected)] as const);
  const most = Math.max(1, ...points.map(({ women }) => women ?? 0));
  const ranges = points.flatMap((point) => (point.value.kind === "range" ? [rangeEnds(point, point.value, x, y)] : []));
  const expected = corners(course);
  const named = drawNamedPoints(
    points.map((point) => ({
      x: x.at(point.months),
      y: y.at(middleOf(point)),
      radius:
        point.value.kind === "range" ? 1 : Math.max(SMALLEST, LARGEST[layout] * Math.sqrt((point.women ?? 0) / most)),
      name: point.study,
      isHollow: point.leftOut !== undefined,
      ...LOOK[point.population],
    })),
    frame,
    [
      ...ranges.map(({ ends }) => ends),
      ...expected.slice(1).map(([x2, y2], index) => [...(expected[index] ?? [x2, y2]), x2, y2] as const),
    ],
    terms,
  );
  return {
    drawing: [
      ...key.drawing,
      areaBetween(
        course.map(({ months, lower, upper }) => ({ along: months, lower, upper })),
        x,
        y,
        { fill: COLOUR.benchmark, opacity: 0.14, isDotted: true },
      ),
      ...ground.drawing,
      ...without.map((each) =>
        lineThrough(corners(each.course), { stroke: COLOUR.benchmark, "stroke-width": 0.9, "stroke-opacity": 0.6 }),
      ),
      lineThrough(expected, { stroke: COLOUR.benchmark, "stroke-width": 2 }),
      ...ranges.map(({ drawing }) => drawing),
      ...named.drawing,
    ],
    marks: [
      ...points.map((point) => pointMark(point, data, x, y, terms)),
      ...course.map((point, index) => ({
        x: x.at(point.months),
        y: y.at(point.expected),
        label: told([terms.text(words.expected), courseText(point, data, terms)], terms),
        at: coursePlace(index),
      })),
      ...without.flatMap((each): FigureMark[] => {
        const last = each.course.at(-1);
        if (last === undefined) return [];
        const name = WITHOUT_STUDY[terms.lang]({ study: each.study }, terms);
        const label = told([name, courseText(last, data, terms)], terms);
        return [{ x: x.at(last.months), y: y.at(last.expected), label, at: each.at }];
      }),
    ],
    bottom: ground.bottom,
    notes: [sentences(keyWords(data, terms), terms), ...named.unlabelled],
  };
}

type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** A bar with caps from one end of a range to the other. */
function rangeEnds(
  point: BenchmarkFigurePoint,
  { lower, upper }: { readonly lower: number; readonly upper: number },
  x: TickAxis,
  y: TickAxis,
): { readonly ends: Line; readonly drawing: Svg } {
  const at = x.at(point.months);
  const [low, high] = [y.at(lower), y.at(upper)];
  const paint = { stroke: LOOK[point.population].colour, "stroke-width": 1.75 };
  const cap = (height: number): Svg => line(at - 4, height, at + 4, height, paint);
  return { ends: [at, low, at, high], drawing: group(line(at, low, at, high, paint), cap(low), cap(high)) };
}

function middleOf({ value }: BenchmarkFigurePoint): number {
  return value.kind === "mean" ? value.estimate : (value.lower + value.upper) / 2;
}

function changeText({ value }: BenchmarkFigurePoint, { quantity }: BenchmarkFigureData, terms: Terms): string {
  return value.kind === "mean" ? valueText(value.estimate, quantity, terms) : spanText(value, quantity, terms);
}

/** "+13.1%, +0.3 to +26.0%, month 24 after weaning". */
function courseText(point: BenchmarkCourse[number], { quantity }: BenchmarkFigureData, terms: Terms): string {
  return told(
    [
      withUnit(valueText(point.expected, quantity, terms), quantity, terms),
      withUnit(spanText(point, quantity, terms), quantity, terms),
      SINCE_WEANING[terms.lang]({ months: terms.months(point.months) }, terms),
    ],
    terms,
  );
}

function pointMark(
  point: BenchmarkFigurePoint,
  data: BenchmarkFigureData,
  x: TickAxis,
  y: TickAxis,
  terms: Terms,
): FigureMark {
  const label = told(
    [
      point.study,
      withUnit(changeText(point, data, terms), data.quantity, terms),
      SINCE_WEANING[terms.lang]({ months: terms.months(point.months) }, terms),
      ...(point.women === undefined ? [] : [WOMEN_COUNT[terms.lang]({ women: point.women }, terms)]),
      terms.text(words[point.population]),
      ...(point.leftOut === undefined ? [] : [terms.text(point.leftOut)]),
    ],
    terms,
  );
  return { x: x.at(point.months), y: y.at(middleOf(point)), label, at: point.at };
}

/** Ties a point of the course to its row. */
function coursePlace(index: number): string {
  return `course/${index}`;
}

function tableOf(data: BenchmarkFigureData, terms: Terms): readonly FigureRow[] {
  const { points, course, without, quantity } = data;
  const expectedCells = (point: BenchmarkCourse[number]): readonly string[] => [
    "–",
    "–",
    terms.months(point.months),
    "–",
    valueText(point.expected, quantity, terms),
    valueText(point.lower, quantity, terms),
    valueText(point.upper, quantity, terms),
  ];
  return [
    ...points.map((point) => ({
      at: point.at,
      cells: [
        point.study,
        terms.text(words[point.population]),
        point.women === undefined ? "–" : String(point.women),
        terms.months(point.months),
        terms.text(point.leftOut ?? words.yes),
        ...(point.value.kind === "mean"
          ? [valueText(point.value.estimate, quantity, terms), "–", "–"]
          : ["–", valueText(point.value.lower, quantity, terms), valueText(point.value.upper, quantity, terms)]),
      ],
    })),
    ...course.map((point, index) => ({
      at: coursePlace(index),
      cells: [headed(terms.text(words.expected)), ...expectedCells(point)],
    })),
    ...without.flatMap((each) => {
      const last = each.course.at(-1);
      const name = headed(WITHOUT_STUDY[terms.lang]({ study: each.study }, terms));
      return last === undefined ? [] : [{ at: each.at, cells: [name, ...expectedCells(last)] }];
    }),
  ];
}

function keyWords({ points, course, without }: BenchmarkFigureData, terms: Terms): readonly string[] {
  const key = [terms.text(course.length > 1 ? words.band : words.noBand)];
  if (without.some((each) => each.course.length > 1)) key.push(terms.text(words.without));
  key.push(terms.text(words.area));
  if (points.some(({ leftOut }) => leftOut !== undefined)) key.push(terms.text(words.hollow));
  return key;
}

function describe(data: BenchmarkFigureData, terms: Terms): string {
  const { points, course, quantity } = data;
  const counted = points.filter(({ leftOut }) => leftOut === undefined).length;
  const facts = { quantity: headed(terms.text(quantity.name)), points: points.length, counted };
  const ends = course.length < 2 ? [] : [course[0], course.at(-1)];
  const said = ends.flatMap((point) =>
    point === undefined
      ? []
      : BAND_SENTENCE[terms.lang](
          {
            when: SINCE_WEANING[terms.lang]({ months: terms.months(point.months) }, terms),
            expected: withUnit(valueText(point.expected, quantity, terms), quantity, terms),
            span: withUnit(spanText(point, quantity, terms), quantity, terms),
          },
          terms,
        ),
  );
  return sentences([BENCHMARK_SUMMARY[terms.lang](facts, terms), ...said], terms);
}
