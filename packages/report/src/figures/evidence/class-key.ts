import type { Svg } from "../svg.ts";
import { textLine } from "../svg.ts";
import { textWidth } from "../text-measure.ts";
import { LINE_HEIGHT, SIZE } from "../theme.ts";

export type KeyItem = { readonly words: string; readonly fill: string; readonly mark: (x: number, y: number) => Svg };

/** Marks with their names in a row that wraps; `bottom` is the lower edge of the last one. */
export function drawKey(
  items: readonly KeyItem[],
  column: { readonly x: number; readonly y: number; readonly width: number },
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const drawing: Svg[] = [];
  let { x, y } = column;
  for (const { words, fill, mark } of items) {
    const width = MARK_ROOM + textWidth(words, SIZE.small, "bold");
    if (x > column.x && x + width > column.x + column.width) {
      x = column.x;
      y += SIZE.small * LINE_HEIGHT + 3;
    }
    drawing.push(
      mark(x + 6, y + SIZE.small * 0.65),
      textLine(x + MARK_ROOM, y + SIZE.small, words, { size: SIZE.small, weight: "bold", fill }),
    );
    x += width + 14;
  }
  return { drawing, bottom: items.length === 0 ? column.y : y + SIZE.small * LINE_HEIGHT + 3 };
}

const MARK_ROOM = 17;
