import { createTerms, type Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureLayout, type FigureOptions } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import type { Paragraph } from "../paragraphs.ts";
import { element, group, line, path, polygon, type Svg, textLine } from "../svg.ts";
import { textWidth } from "../text-measure.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { headed } from "../time-words.ts";
import { sentences } from "./estimate-words.ts";
import { EVIDENCE_WORDS, studyName } from "./evidence-words.ts";
import {
  checkInfluence,
  INFLUENCE_STATISTICS,
  type InfluenceData,
  type InfluenceRow,
  type InfluenceStatistic,
} from "./influence-data.ts";
import {
  FLAGGED_HEAD,
  INFLUENCE_KEY,
  INFLUENCE_SUMMARY,
  NO,
  STATISTIC_DECIMALS,
  STATISTIC_HEADS,
  STATISTIC_WORDS,
  YES,
} from "./influence-words.ts";
import { type PlotDrawn, plotPage } from "./plot-page.ts";
import { drawRow, widestOf } from "./text-cell.ts";
import { paddedAxis, type TickAxis } from "./tick-axis.ts";
import { EDGE } from "./xy-plot.ts";

/** Statistics side by side; a phone has them in two blocks. */
const COLUMNS: Readonly<Record<FigureLayout, number>> = { wide: 8, broad: 8, narrow: 4 };
const NAME_WIDTH: Readonly<Record<FigureLayout, number>> = { wide: 126, broad: 170, narrow: 100 };
const ROW_HEIGHT = 20;
const COLUMN_GAP = 8;

/**
 * Small multiples of what leaving each study out does: a row for each study, a column for each statistic; influential
 * studies shaded and with marks of another shape.
 *
 * @throws RangeError for a number that is not finite
 * @throws TypeError for two data at one place
 */
export function influenceFigure(data: InfluenceData, options: FigureOptions): Figure {
  checkInfluence(data);
  const terms = createTerms(options.lang);
  return plotPage({
    id: ["influence", data.id],
    options,
    title: headed(terms.text(data.title)),
    description: describe(data, terms),
    header: [
      terms.text(EVIDENCE_WORDS.study),
      ...INFLUENCE_STATISTICS.map((statistic) => terms.text(STATISTIC_WORDS[statistic])),
      terms.text(FLAGGED_HEAD),
    ],
    rows: tableOf(data, terms),
    above: "",
    notes: (data.notes ?? []).map((note) => terms.text(note)),
    plot: data.rows.length === 0 ? undefined : (top) => drawBlocks(data, options.layout ?? "wide", top, terms),
    terms,
  });
}

function drawBlocks(data: InfluenceData, layout: FigureLayout, top: number, terms: Terms): PlotDrawn {
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let y = top;
  for (let first = 0; first < INFLUENCE_STATISTICS.length; first += COLUMNS[layout]) {
    const block = drawBlock(data, INFLUENCE_STATISTICS.slice(first, first + COLUMNS[layout]), layout, y, terms);
    drawing.push(...block.drawing);
    marks.push(...block.marks);
    y = block.bottom + 8;
  }
  const key: string[] = [];
  if (data.rows.some(({ isFlagged }) => isFlagged)) key.push(terms.text(INFLUENCE_KEY.flagged));
  if (Object.keys(data.references ?? {}).length > 0) key.push(terms.text(INFLUENCE_KEY.reference));
  if (Object.keys(data.limits ?? {}).length > 0) key.push(terms.text(INFLUENCE_KEY.limit));
  return { drawing, marks, bottom: y, notes: key.length === 0 ? [] : [sentences(key, terms)] };
}

type Block = {
  readonly drawing: readonly Svg[];
  readonly marks: readonly FigureMark[];
  readonly bottom: number;
};

function drawBlock(
  data: InfluenceData,
  statistics: readonly InfluenceStatistic[],
  layout: FigureLayout,
  top: number,
  terms: Terms,
): Block {
  const width = FIGURE_WIDTH[layout];
  const names = Math.min(NAME_WIDTH[layout], Math.max(60, widestOf(data.rows.map(studyName), SIZE.body, "bold")));
  const left = EDGE + names + COLUMN_GAP;
  const pitch = (width - EDGE - left) / COLUMNS[layout];
  const columns = statistics.map((statistic, index) => {
    const x = left + index * pitch + COLUMN_GAP / 2;
    return { statistic, range: [x, x + pitch - COLUMN_GAP] as const };
  });
  const heads = drawRow(
    columns.map(({ statistic, range: [from, to] }) => ({
      x: (from + to) / 2,
      width: to - from + COLUMN_GAP - 2,
      anchor: "middle" as const,
      words: [
        { text: terms.text(STATISTIC_HEADS[statistic]), size: SIZE.small, weight: "bold" as const, fill: COLOUR.muted },
      ],
    })),
    top,
    18,
  );
  const ground: Svg[] = [];
  const words: Svg[] = [];
  const middles: number[] = [];
  let y = heads.bottom + 2;
  const plotTop = y;
  for (const row of data.rows) {
    const name: Paragraph = row.isFlagged
      ? { text: studyName(row), size: SIZE.body, weight: "bold", fill: COLOUR.amber }
      : { text: studyName(row), size: SIZE.body };
    const drawn = drawRow([{ x: EDGE, width: names, anchor: "start", words: [name] }], y, ROW_HEIGHT);
    if (row.isFlagged) ground.push(flaggedGround(width, y, drawn.bottom));
    words.push(...drawn.drawing);
    middles.push(drawn.middle);
    y = drawn.bottom;
  }
  const panels = columns.map(({ statistic, range }) => drawPanel(data, statistic, range, middles, [plotTop, y], terms));
  return {
    drawing: [...heads.drawing, ...ground, ...words, ...panels.flatMap((panel) => panel.drawing)],
    marks: panels.flatMap((panel) => panel.marks),
    bottom: y + 20,
  };
}

function flaggedGround(width: number, top: number, bottom: number): Svg {
  return element("rect", {
    x: EDGE - 4,
    y: top,
    width: width - 2 * EDGE + 8,
    height: bottom - top,
    fill: COLOUR.amberSoft,
    "fill-opacity": 0.45,
  });
}

function drawPanel(
  data: InfluenceData,
  statistic: InfluenceStatistic,
  range: readonly [number, number],
  middles: readonly number[],
  [top, bottom]: readonly [number, number],
  terms: Terms,
): { readonly drawing: readonly Svg[]; readonly marks: readonly FigureMark[] } {
  const limits = data.limits?.[statistic] ?? [];
  const reference = data.references?.[statistic];
  const spots = data.rows.flatMap((row, index) => {
    const value = row.values[statistic];
    return value === undefined ? [] : [{ row, value, y: middles[index] ?? top }];
  });
  const values = [...spots.map(({ value }) => value), ...limits, ...(reference === undefined ? [] : [reference])];
  if (values.length === 0) return { drawing: [], marks: [] };
  const axis = paddedAxis(values, [range[0] + 4, range[1] - 4]);
  const upright = (value: number, paint: Parameters<typeof line>[4]): Svg =>
    line(axis.at(value), top, axis.at(value), bottom, paint);
  const course = spots.flatMap(({ value, y }, index) => [index === 0 ? "M" : "L", axis.at(value), y]);
  return {
    drawing: [
      line(range[0], bottom, range[1], bottom, { stroke: COLOUR.axis, "stroke-width": 1 }),
      ...(reference === undefined ? [] : [upright(reference, { stroke: COLOUR.axis, "stroke-width": 1.25 })]),
      ...limits.map((limit) => upright(limit, { stroke: COLOUR.amber, "stroke-width": 1, "stroke-dasharray": "4 3" })),
      path(course, { fill: "none", stroke: COLOUR.faint, "stroke-width": 1 }),
      ...spots.map(({ row, value, y }) => spot(axis.at(value), y, row.isFlagged)),
      ...endLabels(axis, range, bottom, terms),
    ],
    marks: spots.map(({ row, value, y }) => ({
      x: axis.at(value),
      y,
      label: labelOf(row, statistic, value, terms),
      at: row.at,
    })),
  };
}

function spot(x: number, y: number, isFlagged: boolean): Svg {
  if (!isFlagged) return element("circle", { cx: x, cy: y, r: 3.2, fill: COLOUR.accent });
  return polygon(
    [
      [x, y - 5.5],
      [x + 5.5, y],
      [x, y + 5.5],
      [x - 5.5, y],
    ],
    { fill: COLOUR.amber, stroke: COLOUR.card, "stroke-width": 1 },
  );
}

/** The outermost round values, the upper one alone where both have no room. */
function endLabels(axis: TickAxis, [from, to]: readonly [number, number], y: number, terms: Terms): readonly Svg[] {
  const [first, last] = [axis.ticks[0], axis.ticks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const place = (tick: number): { readonly words: string; readonly x: number; readonly half: number } => {
    const words = terms.fixed(tick, axis.decimals);
    const half = textWidth(words, SIZE.small) / 2;
    // Pushed in, so that a long number stays in its column.
    return { words, half, x: Math.min(to - half + 3, Math.max(from + half - 3, axis.at(tick))) };
  };
  const [low, high] = [place(first), place(last)];
  const shown = first !== last && low.x + low.half + 4 <= high.x - high.half ? [low, high] : [high];
  return [
    ...[first, last].map((tick) =>
      line(axis.at(tick), y, axis.at(tick), y + 3, { stroke: COLOUR.axis, "stroke-width": 1 }),
    ),
    group(
      ...shown.map(({ words, x }) =>
        textLine(x, y + 15, words, { size: SIZE.small, fill: COLOUR.muted, anchor: "middle" }),
      ),
    ),
  ];
}

function labelOf(row: InfluenceRow, statistic: InfluenceStatistic, value: number, terms: Terms): string {
  const printed = `${terms.text(STATISTIC_WORDS[statistic])} ${terms.fixed(value, STATISTIC_DECIMALS[statistic])}`;
  return told([studyName(row), printed, row.isFlagged ? terms.text(FLAGGED_HEAD).toLowerCase() : ""], terms);
}

function tableOf({ rows }: InfluenceData, terms: Terms): readonly FigureRow[] {
  return rows.map((row) => ({
    at: row.at,
    cells: [
      studyName(row),
      ...INFLUENCE_STATISTICS.map((statistic) => {
        const value = row.values[statistic];
        return value === undefined ? "–" : terms.fixed(value, STATISTIC_DECIMALS[statistic]);
      }),
      terms.text(row.isFlagged ? YES : NO),
    ],
  }));
}

function describe({ rows }: InfluenceData, terms: Terms): string {
  const flagged = terms.series(rows.filter(({ isFlagged }) => isFlagged).map(studyName));
  return INFLUENCE_SUMMARY[terms.lang]({ studies: rows.length, flagged }, terms);
}
