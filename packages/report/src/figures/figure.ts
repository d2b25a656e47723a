import type { Lang } from "@materbone/clinical";
import { element, type Svg } from "./svg.ts";
import { COLOUR, FONT_FAMILY } from "./theme.ts";

/** A drawing with the same content in words and as a table. */
export type Figure = {
  /** A complete `<svg>` element, inert and self-contained. */
  readonly svg: string;
  readonly title: string;
  /** What the drawing shows, for a reader who cannot see it. */
  readonly description: string;
  /** The data drawn, as printed; every row is as long as `header`. */
  readonly rows: readonly (readonly string[])[];
  readonly header: readonly string[];
};

/** `wide` is drawn 640 units wide, for screens and A4; `narrow` 360 units wide, for a phone. */
export type FigureLayout = "wide" | "narrow";

export type FigureOptions = {
  readonly lang: Lang;
  /** Default `wide`. */
  readonly layout?: FigureLayout | undefined;
};

export const FIGURE_WIDTH: Readonly<Record<FigureLayout, number>> = { wide: 640, narrow: 360 };

type FigureParts = {
  /** Names the figure in a document: kind, woman, variant. */
  readonly id: readonly string[];
  readonly lang: Lang;
  readonly layout: FigureLayout;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly drawing: readonly Svg[];
};

/** Puts a drawing on its card, with title and description as its text alternative. */
export function figure(parts: FigureParts): Figure {
  const id = [...parts.id, parts.layout].join("-").replace(/[^A-Za-z0-9_-]/g, "_");
  const width = FIGURE_WIDTH[parts.layout];
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${Math.ceil(parts.height)}`,
      width: "100%",
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
      lang: parts.lang === "zh" ? "zh-CN" : "en",
      "font-family": FONT_FAMILY,
      style: "font-variant-numeric:tabular-nums;display:block",
    },
    element("title", { id: `${id}-title` }, parts.title),
    element("desc", { id: `${id}-desc` }, parts.description),
    element("rect", { width, height: Math.ceil(parts.height), fill: COLOUR.card }),
    ...parts.drawing,
  );
  return {
    svg: svg.markup,
    title: parts.title,
    description: parts.description,
    rows: parts.rows,
    header: parts.header,
  };
}
