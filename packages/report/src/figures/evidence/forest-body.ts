import type { Terms } from "@materbone/clinical";
import { FIGURE_WIDTH } from "../figure.ts";
import type { FigureMark } from "../figure-mark.ts";
import type { Paragraph } from "../paragraphs.ts";
import { line, type Svg } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { appraisalDots } from "./appraisal-dots.ts";
import { bracketed, spanText } from "./estimate-words.ts";
import type { UntreatedBand } from "./evidence-figure-data.ts";
import { EVIDENCE_WORDS } from "./evidence-words.ts";
import { detailWords, EDGE, estimateCells, type ForestColumns, rowCells } from "./forest-columns.ts";
import { type ForestData, type ForestGroup, type ForestPooled, type ForestRow, unlikeParts } from "./forest-data.ts";
import { pooledLabel, predictionText, rowLabel, untreatedLabel } from "./forest-labels.ts";
import {
  pooledDiamond,
  pooledLine,
  predictionBar,
  referenceLine,
  type Strip,
  studyMark,
  untreatedMark,
  untreatedWash,
} from "./forest-plot.ts";
import { groupName } from "./forest-table.ts";
import { NO_PREDICTION, POOLED_COUNTS } from "./forest-words.ts";
import { drawRow, type TextCell } from "./text-cell.ts";
import type { TickAxis } from "./tick-axis.ts";

/** Least height of a row beside the plot, and of the strip of the plot under a row on a phone. */
const ROW_HEIGHT = 20;
const STRIP_HEIGHT = 18;
const GROUP_AIR = 10;

export type ForestPlace = {
  readonly data: ForestData;
  readonly columns: ForestColumns;
  readonly axis: TickAxis;
  readonly terms: Terms;
};

type Drawn = {
  readonly ground: readonly Svg[];
  readonly drawing: readonly Svg[];
  readonly marks: readonly FigureMark[];
  readonly bottom: number;
};

/** One line of the plot: words, a mark at the middle of its strip, and where the next line begins. */
type Line = { readonly drawing: readonly Svg[]; readonly y: number; readonly strip: Strip; readonly bottom: number };

export function drawForest(place: ForestPlace, top: number): Drawn {
  const ground: Svg[] = [];
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let y = top;
  const add = (drawn: Drawn): void => {
    ground.push(...drawn.ground);
    drawing.push(...drawn.drawing);
    marks.push(...drawn.marks);
    y = drawn.bottom;
  };
  const isNamed = place.data.groups.length > 1 || place.data.groups.some((group) => group.label !== undefined);
  for (const group of place.data.groups) add(drawGroup(place, group, isNamed, y));
  if (place.data.overall.length > 0) add(drawOverall(place, y + 2));
  return { ground, drawing, marks, bottom: y };
}

function drawGroup(place: ForestPlace, group: ForestGroup, isNamed: boolean, top: number): Drawn {
  const { terms, axis, columns, data } = place;
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let y = top;
  if (isNamed) {
    const name = drawRow([wholeWidth(place, groupWords(place, group))], y + 4, ROW_HEIGHT);
    drawing.push(...name.drawing);
    y = name.bottom;
  }
  const strips: Strip[] = [];
  const pooledStrips: Strip[] = [];
  const put = (each: Line, isPooledLine: boolean): void => {
    drawing.push(...each.drawing);
    strips.push(each.strip);
    if (isPooledLine) pooledStrips.push(each.strip);
    y = each.bottom;
  };
  const { untreated } = group;
  if (untreated !== undefined) {
    const each = untreatedLine(place, untreated, y);
    put(each, false);
    drawing.push(untreatedMark(axis, untreated, each.y));
    const [x, x2] = [axis.at(untreated.lower), axis.at(untreated.upper)];
    marks.push({ x, x2, y: each.y, label: untreatedLabel(untreated, data, terms), at: untreated.at });
  }
  const heaviest = Math.max(0, ...data.groups.flatMap(({ rows }) => rows.map((row) => row.weightPercent ?? 0)));
  for (const row of group.rows) {
    const each = studyLine(place, row, y);
    put(each, true);
    drawing.push(studyMark(axis, row, each.y, heaviest));
    marks.push({ x: axis.at(row.estimate), y: each.y, label: rowLabel(row, data, terms), at: row.at });
  }
  if (group.pooled.length > 0) {
    drawing.push(
      line(EDGE, y + 1, FIGURE_WIDTH[columns.layout] - EDGE, y + 1, { stroke: COLOUR.faint, "stroke-width": 1 }),
    );
    y += 3;
  }
  group.pooled.forEach((pooled, index) => {
    const block = pooledBlock(place, pooled, y);
    for (const [position, each] of block.lines.entries()) put(each, index === 0 && position === 0);
    marks.push(...block.marks);
  });
  const [first] = group.pooled;
  const joined = columns.layout === "narrow" ? strips : join(strips);
  const ground: Svg[] = [];
  if (untreated !== undefined) ground.push(untreatedWash(axis, untreated, joined));
  if (first !== undefined) {
    ground.push(pooledLine(axis, first.estimate, columns.layout === "narrow" ? pooledStrips : join(pooledStrips)));
  }
  ground.push(referenceLine(axis, data.reference ?? 0, joined));
  for (const note of group.notes ?? []) {
    const words = [{ text: terms.text(note), size: SIZE.small, fill: COLOUR.muted }];
    const each = drawRow([wholeWidth(place, words)], y, 16);
    drawing.push(...each.drawing);
    y = each.bottom;
  }
  return { ground, drawing, marks, bottom: y + GROUP_AIR };
}

function drawOverall(place: ForestPlace, top: number): Drawn {
  const { axis, columns, data } = place;
  const drawing: Svg[] = [
    line(EDGE, top, FIGURE_WIDTH[columns.layout] - EDGE, top, { stroke: COLOUR.axis, "stroke-width": 1 }),
  ];
  const marks: FigureMark[] = [];
  const strips: Strip[] = [];
  let y = top + 3;
  for (const pooled of data.overall) {
    const block = pooledBlock(place, pooled, y);
    for (const each of block.lines) {
      drawing.push(...each.drawing);
      strips.push(each.strip);
      y = each.bottom;
    }
    marks.push(...block.marks);
  }
  const joined = columns.layout === "narrow" ? strips : join(strips);
  return { ground: [referenceLine(axis, data.reference ?? 0, joined)], drawing, marks, bottom: y + GROUP_AIR };
}

function groupWords({ data, terms }: ForestPlace, group: ForestGroup): readonly Paragraph[] {
  const name: Paragraph = { text: groupName(group, terms), size: SIZE.body, weight: "bold" };
  const unlike = unlikeParts(data.groups);
  if (unlike.length === 0 || group.label === undefined) return [name];
  const stratum = [group.stratum.site, group.stratum.window, group.stratum.metric].map((part) => terms.text(part));
  return [name, { text: stratum.join(" · "), size: SIZE.small, fill: COLOUR.muted }];
}

function studyLine(place: ForestPlace, row: ForestRow, top: number): Line {
  const { columns, data, terms } = place;
  const dots = columns.appraisal;
  const cells = rowCells(columns, row, data.quantity, terms);
  if (columns.layout !== "narrow") {
    const each = drawRow(cells, top, ROW_HEIGHT);
    const marks = dots === undefined ? [] : appraisalDots(row.appraisal ?? [], dots.x, each.middle);
    return {
      drawing: [...each.drawing, ...marks],
      y: each.middle,
      strip: { top, bottom: each.bottom },
      bottom: each.bottom,
    };
  }
  const first = drawRow(cells, top + 4, ROW_HEIGHT);
  const width = FIGURE_WIDTH.narrow - 2 * EDGE - (dots === undefined ? 0 : dots.width + 6);
  const words = [{ text: detailWords(row, terms), size: SIZE.small, fill: COLOUR.muted }];
  const second = drawRow([{ x: EDGE, width, anchor: "start", words }], first.bottom - 4, 16);
  const marks = dots === undefined ? [] : appraisalDots(row.appraisal ?? [], dots.x, second.middle);
  return onPhone([...first.drawing, ...second.drawing, ...marks], second.bottom);
}

/** Words over a strip of the plot as broad as the phone. */
function onPhone(drawing: readonly Svg[], top: number): Line {
  const strip = { top, bottom: top + STRIP_HEIGHT };
  return { drawing, y: (strip.top + strip.bottom) / 2, strip, bottom: strip.bottom + 2 };
}

/** A label from the left edge to the plot, numbers at the right. */
function labelLine(place: ForestPlace, label: readonly Paragraph[], numbers: readonly TextCell[], top: number): Line {
  const { columns } = place;
  const width =
    columns.layout === "narrow" && numbers.length > 0
      ? columns.study.width
      : (columns.layout === "narrow" ? FIGURE_WIDTH.narrow - EDGE : columns.plot[0] - 10) - EDGE;
  const each = drawRow([{ x: EDGE, width, anchor: "start", words: label }, ...numbers], top, ROW_HEIGHT);
  if (columns.layout === "narrow") return onPhone(each.drawing, each.bottom);
  return { drawing: each.drawing, y: each.middle, strip: { top, bottom: each.bottom }, bottom: each.bottom };
}

function untreatedLine(place: ForestPlace, untreated: UntreatedBand, top: number): Line {
  const { columns, data, terms } = place;
  const label: Paragraph = { text: headed(terms.text(untreated.label)), size: SIZE.body, fill: COLOUR.benchmark };
  const numbers = estimateCells(columns, untreated.estimate, untreated, data.quantity, terms);
  return labelLine(place, [label], numbers, top);
}

function pooledBlock(
  place: ForestPlace,
  pooled: ForestPooled,
  top: number,
): { readonly lines: readonly Line[]; readonly marks: readonly FigureMark[] } {
  const { axis, columns, data, terms } = place;
  const label: readonly Paragraph[] = [
    { text: headed(terms.text(pooled.label)), size: SIZE.body, weight: "bold" },
    { text: POOLED_COUNTS[terms.lang](pooled, terms), size: SIZE.small, fill: COLOUR.muted },
  ];
  const first = labelLine(
    place,
    label,
    estimateCells(columns, pooled.estimate, pooled, data.quantity, terms, "bold"),
    top,
  );
  const diamond = pooledDiamond(axis, pooled, first.y);
  const marks: FigureMark[] = [
    { x: axis.at(pooled.estimate), y: first.y, label: pooledLabel(pooled, data, terms), at: pooled.at },
  ];
  const lines: Line[] = [{ ...first, drawing: [...first.drawing, diamond] }];
  const { prediction } = pooled;
  if (prediction.kind === "notGiven") {
    const text = headed(NO_PREDICTION[terms.lang]({ reason: terms.text(prediction.reason) }, terms));
    const each = drawRow([wholeWidth(place, [{ text, size: SIZE.small, fill: COLOUR.muted }])], first.bottom, 16);
    lines.push({
      drawing: each.drawing,
      y: each.middle,
      strip: { top: first.bottom, bottom: first.bottom },
      bottom: each.bottom,
    });
    return { lines, marks };
  }
  const words: Paragraph = { text: terms.text(EVIDENCE_WORDS.prediction), size: SIZE.small, fill: COLOUR.muted };
  const text = { text: bracketed(spanText(prediction, data.quantity, terms)), size: SIZE.small, fill: COLOUR.muted };
  const numbers: readonly TextCell[] = [{ ...columns.estimate, anchor: "end", words: [text] }];
  const second = labelLine(place, [words], numbers, first.bottom);
  lines.push({ ...second, drawing: [...second.drawing, predictionBar(axis, prediction, second.y)] });
  marks.push({
    x: axis.at(prediction.lower),
    x2: axis.at(prediction.upper),
    y: second.y,
    label: predictionText(pooled, data, terms),
    at: pooled.at,
  });
  return { lines, marks };
}

function wholeWidth({ columns }: ForestPlace, words: readonly Paragraph[]): TextCell {
  return { x: EDGE, width: FIGURE_WIDTH[columns.layout] - 2 * EDGE, anchor: "start", words };
}

/** Strips that follow on each other as one. */
function join(strips: readonly Strip[]): readonly Strip[] {
  const [first] = strips;
  const last = strips.at(-1);
  return first === undefined || last === undefined ? [] : [{ top: first.top, bottom: last.bottom }];
}
