import type { Lang } from "@materbone/clinical";
import { type FigureMark, type FigureRow, markRows } from "./figure-mark.ts";
import { type ColourScheme, inScheme } from "./scheme.ts";
import { element, type Svg } from "./svg.ts";
import { COLOUR, FONT_FAMILY } from "./theme.ts";

/** A drawing with the same content in words and as a table. */
export type Figure = {
  /** A complete `<svg>` element, inert and self-contained. */
  readonly svg: string;
  /** Size of the viewBox, whose units are CSS pixels at the natural width. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What the drawing shows, for a reader who cannot see it. */
  readonly description: string;
  /** The data drawn, as printed; every row is as long as `header`. */
  readonly rows: readonly (readonly string[])[];
  readonly header: readonly string[];
  /** Every datum that a reader can go to, in reading order. */
  readonly marks: readonly FigureMark[];
};

/**
 * `wide` is drawn 640 units wide, for A4 and a tablet; `broad` 860, for a screen; `narrow` 360, for a phone.
 */
export type FigureLayout = "wide" | "broad" | "narrow";

export type FigureOptions = {
  readonly lang: Lang;
  /** Default `wide`. */
  readonly layout?: FigureLayout | undefined;
  /** Default `light`, which is also for paper. */
  readonly scheme?: ColourScheme | undefined;
};

export const FIGURE_WIDTH: Readonly<Record<FigureLayout, number>> = { wide: 640, broad: 860, narrow: 360 };

type FigureParts = {
  /** Names the figure in a document: kind, woman, variant. */
  readonly id: readonly string[];
  readonly options: FigureOptions;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly header: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly drawing: readonly Svg[];
  readonly marks: readonly FigureMark[];
};

/** Puts a drawing on its card, with title and description as its text alternative. */
export function figure(parts: FigureParts): Figure {
  const { lang, layout = "wide", scheme = "light" } = parts.options;
  const id = [...parts.id, layout].join("-").replace(/[^A-Za-z0-9_-]/g, "_");
  const width = FIGURE_WIDTH[layout];
  const height = Math.ceil(parts.height);
  // No style attribute: a page with a strict Content-Security-Policy would drop it. The page asks for tabular figures.
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width: "100%",
      display: "block",
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
      lang: lang === "zh" ? "zh-CN" : "en",
      "font-family": FONT_FAMILY,
    },
    element("title", { id: `${id}-title` }, parts.title),
    element("desc", { id: `${id}-desc` }, parts.description),
    element("rect", { width, height, fill: COLOUR.card }),
    ...parts.drawing,
  );
  return {
    svg: inScheme(svg.markup, scheme),
    width,
    height,
    title: parts.title,
    description: parts.description,
    rows: parts.rows.map((row) => row.cells),
    header: parts.header,
    marks: markRows(parts.marks, parts.rows),
  };
}
