import { type Svg, textLine } from "./svg.ts";
import { wrapText } from "./text-measure.ts";
import { COLOUR, LINE_HEIGHT, SIZE } from "./theme.ts";

export type Paragraph = {
  readonly text: string;
  readonly size?: number;
  readonly weight?: "normal" | "bold";
  readonly fill?: string;
  readonly halo?: string | undefined;
};

/** Wrapped text in a column from `y` down; `bottom` is the lower edge of the last line. */
export function paragraphs(
  texts: readonly Paragraph[],
  column: { readonly x: number; readonly y: number; readonly width: number },
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const drawing: Svg[] = [];
  let top = column.y;
  for (const { text, size = SIZE.body, weight = "normal", fill = COLOUR.ink, halo } of texts) {
    for (const words of wrapText(text, column.width, size, weight)) {
      drawing.push(
        textLine(column.x, top + size, words, { size, weight, fill, ...(halo === undefined ? {} : { halo }) }),
      );
      top += size * LINE_HEIGHT;
    }
  }
  return { drawing, bottom: top };
}
