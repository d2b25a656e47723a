import { createTerms, type SeriesView } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureOptions, figure } from "./figure.ts";
import type { FigureMark } from "./figure-mark.ts";
import { drawMonthAxis, monthAxis } from "./month-axis.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import { drawSeriesKey } from "./series-key.ts";
import { drawWoman } from "./series-row.ts";
import { seriesDescription, seriesHeader, seriesRows } from "./series-rows.ts";
import { line, type Svg } from "./svg.ts";
import { COLOUR, SIZE } from "./theme.ts";
import { WORDS } from "./words.ts";

const EDGE = 12;
const LEFT_COLUMN = { wide: 116, broad: 130, narrow: 0 } as const;

/** Every woman in a row from pregnancy to her last scan, all on one months axis. */
export function seriesFigure(view: SeriesView, options: FigureOptions): Figure {
  const terms = createTerms(options.lang);
  const layout = options.layout ?? "wide";
  const width = FIGURE_WIDTH[layout];
  const axis = monthAxis(view.cases, [EDGE + LEFT_COLUMN[layout] + 6, width - EDGE - 6]);
  const empty: readonly Paragraph[] = [{ text: terms.text(WORDS.noCases), size: SIZE.strong, fill: COLOUR.muted }];
  const drawing: Svg[] = [];
  const figureMarks: FigureMark[] = [];
  let y: number;
  if (view.cases.length === 0) {
    const words = paragraphs(empty, { x: EDGE, y: EDGE, width: width - 2 * EDGE });
    drawing.push(...words.drawing);
    y = words.bottom;
  } else {
    const key = drawSeriesKey({ x: EDGE, y: EDGE, width: width - 2 * EDGE }, terms);
    y = key.bottom + 8;
    const top = y;
    const rows: Svg[] = [];
    for (const woman of view.cases) {
      rows.push(line(EDGE, y, width - EDGE, y, { stroke: COLOUR.faint, "stroke-width": 1 }));
      const row = drawWoman(woman, { axis, top: y, layout, edge: EDGE, width }, terms);
      rows.push(...row.drawing);
      figureMarks.push(...row.marks.map((mark) => ({ ...mark, case: woman.record.id })));
      y = row.bottom;
    }
    const marks = drawMonthAxis(axis, top, y + 2, terms.text(WORDS.monthsPostpartum), terms.text(WORDS.delivery));
    drawing.push(...key.drawing, marks.drawing, ...rows);
    y = marks.bottom;
  }
  return figure({
    id: ["series", view.series.id],
    options,
    height: y + 8,
    title: terms.text(TITLE),
    description: seriesDescription(view, terms),
    header: seriesHeader(terms),
    rows: seriesRows(view, terms),
    drawing,
    marks: figureMarks,
  });
}

const TITLE = {
  en: "From pregnancy to the last scan, one row per woman",
  zh: "从妊娠到末次检查：每例一行",
};
