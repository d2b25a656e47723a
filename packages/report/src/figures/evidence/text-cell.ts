import { type Paragraph, paragraphs } from "../paragraphs.ts";
import { group, type Svg, textLine } from "../svg.ts";
import { textHeight, textWidth, wrapText } from "../text-measure.ts";
import { COLOUR, LINE_HEIGHT, SIZE } from "../theme.ts";

/** Words of one column in a row of a figure, wrapped to its width. */
export type TextCell = {
  /** Left end, right end or middle, by `anchor`. */
  readonly x: number;
  readonly width: number;
  readonly anchor: "start" | "middle" | "end";
  readonly words: readonly Paragraph[];
};

export function cellHeight({ words, width }: TextCell): number {
  return words.reduce(
    (sum, { text, size = SIZE.body, weight }) => sum + textHeight(wrapText(text, width, size, weight).length, size),
    0,
  );
}

/** A cell with its words about the height `middle`. */
export function drawCell(cell: TextCell, middle: number): Svg {
  const top = middle - cellHeight(cell) / 2;
  if (cell.anchor === "start")
    return group(...paragraphs(cell.words, { x: cell.x, y: top, width: cell.width }).drawing);
  const lines: Svg[] = [];
  let y = top;
  for (const { text, size = SIZE.body, weight = "normal", fill = COLOUR.ink } of cell.words) {
    for (const words of wrapText(text, cell.width, size, weight)) {
      lines.push(textLine(cell.x, y + size, words, { size, weight, fill, anchor: cell.anchor }));
      y += size * LINE_HEIGHT;
    }
  }
  return group(...lines);
}

/** Cells of one row, each about the middle of the row, which begins at `top`. */
export function drawRow(
  cells: readonly TextCell[],
  top: number,
  leastHeight: number,
): { readonly drawing: readonly Svg[]; readonly middle: number; readonly bottom: number } {
  const height = Math.max(leastHeight, ...cells.map((cell) => cellHeight(cell) + ROW_AIR));
  const middle = top + height / 2;
  return { drawing: cells.map((cell) => drawCell(cell, middle)), middle, bottom: top + height };
}

/** Width of the widest of some words, rounded up; 0 without any. */
export function widestOf(words: readonly string[], size: number, weight: "normal" | "bold" = "normal"): number {
  return Math.ceil(Math.max(0, ...words.map((each) => textWidth(each, size, weight))));
}

const ROW_AIR = 6;
