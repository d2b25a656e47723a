import { spreadLabels } from "./label-layout.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import { group, path, type Svg } from "./svg.ts";
import { textHeight, wrapText } from "./text-measure.ts";
import { SIZE } from "./theme.ts";

const LEADER = 16;
const GAP = 6;

/** Words at the right of a plot that name what ends there. */
export type EndLabel = {
  readonly words: readonly Paragraph[];
  /** Right end of what it names. */
  readonly end: { readonly x: number; readonly y: number };
  readonly colour: string;
  /** Its sign, about a middle. */
  readonly key: (x: number, y: number) => Svg;
};

/**
 * Labels beside the right ends of what they name, moved apart and led to by thin lines: no word stands in the plot, so
 * none can lie on a line.
 *
 * @param place - right edge of the plot, its top and bottom, and the width of the figure
 */
export function endLabels(
  labels: readonly EndLabel[],
  place: { readonly right: number; readonly top: number; readonly bottom: number; readonly width: number },
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const { right, top: upper, bottom } = place;
  const x = right + LEADER + 12;
  const width = place.width - 8 - x;
  const heights = labels.map(({ words }) => heightOf(words, width));
  const middles = spreadLabels(
    labels.map(({ end }, index) => ({ wanted: end.y, height: heights[index] ?? 0 })),
    [upper, bottom],
  );
  let lowest = bottom;
  const drawing = labels.map(({ end, words, colour, key }, index) => {
    const middle = middles[index] ?? end.y;
    const top = middle - (heights[index] ?? 0) / 2 + GAP / 2;
    const text = paragraphs(words, { x, y: top, width });
    lowest = Math.max(lowest, text.bottom);
    const anchor = top + SIZE.body * 0.65;
    return group(
      path(["M", end.x, end.y, "L", right + 2, end.y, "L", right + LEADER - 4, anchor], {
        fill: "none",
        stroke: colour,
        "stroke-width": 0.75,
        "stroke-opacity": 0.6,
      }),
      key(right + LEADER + 2, anchor),
      ...text.drawing,
    );
  });
  return { drawing, bottom: lowest };
}

function heightOf(words: readonly Paragraph[], width: number): number {
  return words.reduce(
    (sum, { text, size = SIZE.small, weight }) => sum + textHeight(wrapText(text, width, size, weight).length, size),
    GAP,
  );
}
