import { createTerms, type Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import type { Paragraph } from "../paragraphs.ts";
import { element, line, type Svg } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { bracketed, quantityWithUnit, sentences, spanText, valueText, withUnit } from "./estimate-words.ts";
import type { Prediction } from "./evidence-figure-data.ts";
import { CI, EVIDENCE_WORDS } from "./evidence-words.ts";
import { drawEffectAxis, isCut, predictionBar, referenceLine, type Strip, whisker } from "./forest-plot.ts";
import { FOREST_KEY, NO_PREDICTION, POOLED_COUNTS, PREDICTION_WORDS } from "./forest-words.ts";
import { type PlotDrawn, plotPage } from "./plot-page.ts";
import { byAssumption, checkSensitivity, type SensitivityData, type SensitivityRow } from "./sensitivity-strip-data.ts";
import { PRIMARY_KEY, SINGLES_WORDS, STRIP_KEY, STRIP_SUMMARY, STRIP_WORDS } from "./sensitivity-strip-words.ts";
import { drawRow, type TextCell, widestOf } from "./text-cell.ts";
import { effectAxis, type TickAxis } from "./tick-axis.ts";
import { EDGE, tickWords } from "./xy-plot.ts";

const LABEL_WIDTH: Readonly<Record<FigureLayout, number>> = { wide: 170, broad: 220, narrow: 0 };
const ROW_HEIGHT = 24;
const GAP = 12;
/** Prediction intervals are what is compared here: they may take most of the axis. */
const STRETCH = 1.5;

type Place = {
  readonly data: SensitivityData;
  readonly layout: FigureLayout;
  readonly axis: TickAxis;
  /** Width of the numbers at the right edge. */
  readonly numbers: number;
  readonly terms: Terms;
};

/**
 * One effect under several assumptions, with and without single women: estimates, intervals and prediction intervals in one
 * strip, so that it can be seen what an assumption moves and what it does not.
 *
 * @throws RangeError for a number that is not finite or out of its range
 * @throws TypeError for two data at one place, or more than one primary analysis
 */
export function sensitivityStripFigure(data: SensitivityData, options: FigureOptions): Figure {
  checkSensitivity(data);
  const terms = createTerms(options.lang);
  return plotPage({
    id: ["sensitivity", data.id],
    options,
    title: headed(terms.text(data.title)),
    description: describe(data, terms),
    header: [
      terms.text(STRIP_WORDS.assumption),
      terms.text(STRIP_WORDS.singles),
      terms.text(STRIP_WORDS.studies),
      terms.text(EVIDENCE_WORDS.women),
      headed(quantityWithUnit(data.quantity, terms)),
      terms.text(EVIDENCE_WORDS.ciLower),
      terms.text(EVIDENCE_WORDS.ciUpper),
      terms.text(EVIDENCE_WORDS.piLower),
      terms.text(EVIDENCE_WORDS.piUpper),
      terms.text(EVIDENCE_WORDS.note),
    ],
    rows: data.rows.map((row) => tableRow(row, data, terms)),
    above: "",
    notes: (data.notes ?? []).map((note) => terms.text(note)),
    plot: data.rows.length === 0 ? undefined : (top) => drawStrip(data, options.layout ?? "wide", top, terms),
    terms,
  });
}

function drawStrip(data: SensitivityData, layout: FigureLayout, top: number, terms: Terms): PlotDrawn {
  const place = placeOf(data, layout, terms);
  const { axis } = place;
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  const strips: Strip[] = [];
  const heads = drawRow(headCells(place), top, 18);
  let y = heads.bottom + 2;
  for (const group of byAssumption(data.rows)) {
    const [first] = group;
    if (first === undefined) continue;
    const words: Paragraph = { text: headed(terms.text(first.assumption)), size: SIZE.body, weight: "bold" };
    const head = drawRow(
      [{ x: EDGE, width: FIGURE_WIDTH[layout] - 2 * EDGE, anchor: "start", words: [words] }],
      y + 4,
      20,
    );
    drawing.push(...head.drawing);
    y = head.bottom;
    for (const row of group) {
      const drawn = drawAnalysis(place, row, y);
      drawing.push(...drawn.drawing);
      strips.push(drawn.strip);
      marks.push({ x: axis.at(row.estimate), y: drawn.y, label: labelOf(row, data, terms), at: row.at });
      y = drawn.bottom;
    }
  }
  const primary = data.rows.find(({ isPrimary }) => isPrimary);
  const ground: Svg[] = [referenceLine(axis, data.reference ?? 0, strips)];
  if (primary !== undefined) {
    const x = axis.at(primary.estimate);
    const paint = { stroke: COLOUR.accent, "stroke-width": 1, "stroke-dasharray": "3 3" };
    ground.push(...strips.map((strip) => line(x, strip.top, x, strip.bottom, paint)));
  }
  const ticks = drawEffectAxis(axis, y + 4, data.reference ?? 0, tickWords(data.quantity, terms));
  const middle = (axis.range[0] + axis.range[1]) / 2;
  const room = 2 * Math.min(middle - EDGE, FIGURE_WIDTH[layout] - EDGE - middle);
  const axisWords: Paragraph = {
    text: headed(quantityWithUnit(data.quantity, terms)),
    size: SIZE.small,
    fill: COLOUR.muted,
  };
  const name = drawRow([{ x: middle, width: room, anchor: "middle", words: [axisWords] }], ticks.bottom, 18);
  return {
    drawing: [...heads.drawing, ...ground, ...drawing, ...ticks.drawing, ...name.drawing],
    marks,
    bottom: name.bottom,
    notes: [
      sentences(
        [
          terms.text(STRIP_KEY),
          primary === undefined ? "" : terms.text(PRIMARY_KEY),
          data.rows.some((row) => isCutRow(axis, row)) ? terms.text(FOREST_KEY.arrow) : "",
        ],
        terms,
      ),
    ],
  };
}

function placeOf(data: SensitivityData, layout: FigureLayout, terms: Terms): Place {
  const texts = data.rows.flatMap((row) => [ciWords(row, data, terms), piWords(row.prediction, data, terms)]);
  const values = data.rows.map((row) => valueText(row.estimate, data.quantity, terms));
  const pair = widestOf(values, SIZE.body, "bold") + 6 + widestOf(texts, SIZE.small);
  const numbers = layout === "wide" ? Math.max(widestOf(texts, SIZE.small), widestOf(values, SIZE.body, "bold")) : pair;
  const width = FIGURE_WIDTH[layout];
  const range: readonly [number, number] =
    layout === "narrow"
      ? [EDGE + 12, width - EDGE - 12]
      : [EDGE + LABEL_WIDTH[layout] + GAP, width - EDGE - numbers - GAP];
  const core = data.rows.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper]);
  const predictions = data.rows.flatMap(({ prediction }) => (prediction.kind === "interval" ? [prediction] : []));
  return {
    data,
    layout,
    axis: effectAxis([data.reference ?? 0, ...core], predictions, range, STRETCH),
    numbers,
    terms,
  };
}

function headCells({ data, layout, terms }: Place): readonly TextCell[] {
  const head = (text: string): Paragraph => ({ text, size: SIZE.small, weight: "bold", fill: COLOUR.muted });
  const unit = terms.text(data.quantity.unit);
  const name = terms.text(EVIDENCE_WORDS.estimate);
  const estimate = unit === "" ? name : terms.lang === "zh" ? `${name}（${unit}）` : `${name}, ${unit}`;
  const width = FIGURE_WIDTH[layout];
  return [
    { x: EDGE, width: 100, anchor: "start", words: [head(terms.text(STRIP_WORDS.analysis))] },
    {
      x: width - EDGE,
      width: width - 2 * EDGE - 108,
      anchor: "end",
      words: [
        head(estimate),
        head(terms.series([CI[terms.lang]({ level: data.level }, terms), terms.text(STRIP_WORDS.prediction)])),
      ],
    },
  ];
}

function isCutRow(axis: TickAxis, row: SensitivityRow): boolean {
  return isCut(axis, row) || (row.prediction.kind === "interval" && isCut(axis, row.prediction));
}

type Analysis = {
  readonly drawing: readonly Svg[];
  readonly strip: Strip;
  readonly y: number;
  readonly bottom: number;
};

function drawAnalysis(place: Place, row: SensitivityRow, top: number): Analysis {
  const { data, layout, terms } = place;
  const weight = row.isPrimary ? "bold" : "normal";
  const label: readonly Paragraph[] = [
    { text: headed(terms.text(SINGLES_WORDS[row.singles])), size: SIZE.body, weight },
    { text: POOLED_COUNTS[terms.lang](row, terms), size: SIZE.small, fill: COLOUR.muted },
  ];
  const numbers = numberCells(place, row, weight);
  if (layout !== "narrow") {
    const cells: readonly TextCell[] = [
      { x: EDGE, width: LABEL_WIDTH[layout], anchor: "start", words: label },
      ...numbers,
    ];
    const drawn = drawRow(cells, top, ROW_HEIGHT);
    const strip = { top, bottom: drawn.bottom };
    return {
      drawing: [...drawn.drawing, ...analysisMark(place, row, drawn.middle)],
      strip,
      y: drawn.middle,
      bottom: drawn.bottom,
    };
  }
  const room = FIGURE_WIDTH[layout] - 2 * EDGE - place.numbers - GAP;
  const drawn = drawRow([{ x: EDGE, width: room, anchor: "start", words: label }, ...numbers], top, ROW_HEIGHT);
  const strip = { top: drawn.bottom, bottom: drawn.bottom + 18 };
  const y = (strip.top + strip.bottom) / 2;
  return {
    drawing: [...drawn.drawing, ...analysisMark({ ...place, data }, row, y)],
    strip,
    y,
    bottom: strip.bottom + 4,
  };
}

/** Estimate, interval, prediction interval: over each other, or the estimate before both. */
function numberCells(
  { data, layout, terms }: Place,
  row: SensitivityRow,
  weight: "normal" | "bold",
): readonly TextCell[] {
  const value: Paragraph = { text: valueText(row.estimate, data.quantity, terms), size: SIZE.body, weight };
  const small = [ciWords(row, data, terms), piWords(row.prediction, data, terms)].map(
    (text): Paragraph => ({ text, size: SIZE.small, fill: COLOUR.muted }),
  );
  const x = FIGURE_WIDTH[layout] - EDGE;
  if (layout === "wide") return [{ x, width: 200, anchor: "end", words: [value, ...small] }];
  const taken = widestOf(
    data.rows.flatMap((each) => [ciWords(each, data, terms), piWords(each.prediction, data, terms)]),
    SIZE.small,
  );
  return [
    { x, width: taken + 1, anchor: "end", words: small },
    { x: x - taken - 6, width: 80, anchor: "end", words: [value] },
  ];
}

function analysisMark({ axis }: Place, row: SensitivityRow, y: number): readonly Svg[] {
  const x = axis.at(row.estimate);
  const isHollow = row.singles === "leftOut";
  return [
    ...(row.prediction.kind === "interval" ? [predictionBar(axis, row.prediction, y)] : []),
    whisker(axis, row, y, { width: 2.5 }),
    element("circle", {
      cx: x,
      cy: y,
      r: 4.5,
      fill: isHollow ? COLOUR.card : COLOUR.accent,
      stroke: isHollow ? COLOUR.accent : COLOUR.card,
      "stroke-width": isHollow ? 1.75 : 1,
    }),
  ];
}

function ciWords(row: SensitivityRow, { quantity }: SensitivityData, terms: Terms): string {
  return bracketed(spanText(row, quantity, terms));
}

function piWords(prediction: Prediction, { quantity }: SensitivityData, terms: Terms): string {
  if (prediction.kind === "notGiven") return terms.text(STRIP_WORDS.noPrediction);
  return `${terms.text(STRIP_WORDS.prediction)} ${spanText(prediction, quantity, terms)}`;
}

function labelOf(row: SensitivityRow, data: SensitivityData, terms: Terms): string {
  const value = withUnit(valueText(row.estimate, data.quantity, terms), data.quantity, terms);
  const ci = `${CI[terms.lang]({ level: data.level }, terms)} ${spanText(row, data.quantity, terms)}`;
  const prediction =
    row.prediction.kind === "interval"
      ? PREDICTION_WORDS[terms.lang]({ span: spanText(row.prediction, data.quantity, terms) }, terms)
      : NO_PREDICTION[terms.lang]({ reason: terms.text(row.prediction.reason) }, terms);
  const name = terms.lang === "zh" ? "，" : ", ";
  return told(
    [
      `${headed(terms.text(row.assumption))}${name}${terms.text(SINGLES_WORDS[row.singles])}`,
      `${value} (${ci})`,
      prediction,
      POOLED_COUNTS[terms.lang](row, terms),
      row.isPrimary ? terms.text(STRIP_WORDS.primary) : "",
    ],
    terms,
  );
}

function tableRow(row: SensitivityRow, { quantity }: SensitivityData, terms: Terms): FigureRow {
  const { prediction } = row;
  const print = (value: number): string => valueText(value, quantity, terms);
  const notes = [
    ...(row.isPrimary ? [terms.text(STRIP_WORDS.primary)] : []),
    ...(prediction.kind === "notGiven" ? [terms.text(prediction.reason)] : []),
  ];
  return {
    at: row.at,
    cells: [
      headed(terms.text(row.assumption)),
      headed(terms.text(SINGLES_WORDS[row.singles])),
      String(row.studies),
      String(row.women),
      print(row.estimate),
      print(row.lower),
      print(row.upper),
      ...(prediction.kind === "interval" ? [print(prediction.lower), print(prediction.upper)] : ["–", "–"]),
      notes.join("; "),
    ],
  };
}

function describe(data: SensitivityData, terms: Terms): string {
  if (data.rows.length === 0) return `${terms.text(EVIDENCE_WORDS.noStudies)}${terms.lang === "zh" ? "。" : "."}`;
  const span = (ends: readonly number[]): string => {
    const words = spanText({ lower: Math.min(...ends), upper: Math.max(...ends) }, data.quantity, terms);
    return withUnit(words, data.quantity, terms);
  };
  const predictions = data.rows.flatMap(({ prediction }) =>
    prediction.kind === "interval" ? [prediction.lower, prediction.upper] : [],
  );
  const facts = {
    analyses: data.rows.length,
    estimates: span(data.rows.map(({ estimate }) => estimate)),
    predictions: predictions.length === 0 ? "" : span(predictions),
  };
  return STRIP_SUMMARY[terms.lang](facts, terms);
}
