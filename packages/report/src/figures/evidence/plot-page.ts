import type { Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type Figure, type FigureOptions, figure } from "../figure.ts";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { type Paragraph, paragraphs } from "../paragraphs.ts";
import type { Svg } from "../svg.ts";
import { COLOUR, SIZE } from "../theme.ts";
import { EVIDENCE_WORDS } from "./evidence-words.ts";
import { EDGE } from "./xy-plot.ts";

export type PlotDrawn = {
  readonly drawing: readonly Svg[];
  readonly marks: readonly FigureMark[];
  readonly bottom: number;
  /** Sentences under the plot: its key first, then what could not be drawn or named. */
  readonly notes: readonly string[];
};

type PlotPage = {
  readonly id: readonly string[];
  readonly options: FigureOptions;
  readonly title: string;
  readonly description: string;
  readonly header: readonly string[];
  readonly rows: readonly FigureRow[];
  /** Words over the plot: the name of the upright axis. */
  readonly above: string;
  /** Sentences that stand under the figure even where nothing is drawn. */
  readonly notes: readonly string[];
  /** Draws the plot below `top`; `undefined` when there is nothing to draw. */
  readonly plot: ((top: number) => PlotDrawn) | undefined;
  readonly terms: Terms;
};

/** Title, a plot and the sentences under it; without a plot, that there are no studies. */
export function plotPage({ plot, above, notes, terms, ...parts }: PlotPage): Figure {
  const width = FIGURE_WIDTH[parts.options.layout ?? "wide"];
  const column = { x: EDGE, width: width - 2 * EDGE };
  const title: Paragraph = { text: parts.title, size: SIZE.strong, weight: "bold" };
  const small = (text: string): Paragraph => ({ text, size: SIZE.small, fill: COLOUR.muted });
  if (plot === undefined) {
    const empty: Paragraph = { text: terms.text(EVIDENCE_WORDS.noStudies), size: SIZE.strong, fill: COLOUR.muted };
    const head = paragraphs([title, empty, ...notes.map(small)], { ...column, y: EDGE });
    return figure({ ...parts, height: head.bottom + EDGE, drawing: head.drawing, marks: [] });
  }
  const head = paragraphs(above === "" ? [title] : [title, small(above)], { ...column, y: EDGE });
  const body = plot(head.bottom + 6);
  const foot = paragraphs([...body.notes, ...notes].map(small), { ...column, y: body.bottom + 2 });
  return figure({
    ...parts,
    height: foot.bottom + EDGE - 4,
    drawing: [...head.drawing, ...body.drawing, ...foot.drawing],
    marks: body.marks,
  });
}
