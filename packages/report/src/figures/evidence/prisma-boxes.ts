import type { FigureMark } from "../figure-mark.ts";
import type { Paragraph } from "../paragraphs.ts";
import { element, line, polygon, type Svg, textLine } from "../svg.ts";
import { textHeight, wrapText } from "../text-measure.ts";
import { COLOUR, LINE_HEIGHT, SIZE } from "../theme.ts";

/** Words of a box: its head, then one line for each source or reason, with the row of the table that each prints. */
export type BoxWords = {
  readonly head: string;
  readonly at: string;
  readonly lines: readonly { readonly words: string; readonly at: string }[];
  /** Boxes of what was left out are plain; those that go on are tinted. */
  readonly isKept: boolean;
};

export type PlacedBox = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const PAD = 8;

export function boxHeight(box: BoxWords, width: number): number {
  return textsOf(box).reduce((sum, { text, weight }) => sum + heightOf(text, width, weight), 0) + 2 * PAD;
}

/** A box with its words, and a mark for each number in it. */
export function drawBox(
  box: BoxWords,
  place: PlacedBox,
): { readonly drawing: readonly Svg[]; readonly marks: readonly FigureMark[] } {
  const width = place.right - place.left;
  const drawing: Svg[] = [
    element("rect", {
      x: place.left,
      y: place.top,
      width,
      height: place.bottom - place.top,
      rx: 4,
      fill: box.isKept ? COLOUR.accent : COLOUR.card,
      "fill-opacity": box.isKept ? 0.1 : undefined,
      stroke: box.isKept ? COLOUR.accent : COLOUR.axis,
      "stroke-width": 1.25,
    }),
  ];
  const marks: FigureMark[] = [];
  // Words stand in the middle of a box that its neighbour makes higher.
  let y = place.top + PAD + (place.bottom - place.top - boxHeight(box, width)) / 2;
  for (const { text, weight, at, indent } of textsOf(box)) {
    marks.push({ x: place.left + PAD + indent, y: y + SIZE.small * 0.6, label: text, at });
    for (const words of wrapText(text, innerWidth(width, indent), SIZE.small, weight)) {
      drawing.push(textLine(place.left + PAD + indent, y + SIZE.small, words, { size: SIZE.small, weight }));
      y += SIZE.small * LINE_HEIGHT;
    }
  }
  return { drawing, marks };
}

/** An arrow along straight stretches, its head at the last point. */
export function arrow(points: readonly (readonly [number, number])[]): readonly Svg[] {
  const paint = { stroke: COLOUR.axis, "stroke-width": 1.5 };
  const last = points.at(-1);
  const before = points.at(-2);
  if (last === undefined || before === undefined) return [];
  const length = Math.hypot(last[0] - before[0], last[1] - before[1]) || 1;
  const [ux, uy] = [(last[0] - before[0]) / length, (last[1] - before[1]) / length];
  const base = [last[0] - ux * 7, last[1] - uy * 7] as const;
  const stops = [...points.slice(0, -1), base];
  return [
    ...stops.slice(1).map(([x, y], index) => {
      const [fromX, fromY] = stops[index] ?? [x, y];
      return line(fromX, fromY, x, y, paint);
    }),
    polygon(
      [
        [last[0], last[1]],
        [base[0] - uy * 4, base[1] + ux * 4],
        [base[0] + uy * 4, base[1] - ux * 4],
      ],
      { fill: COLOUR.axis },
    ),
  ];
}

type Words = Paragraph & { readonly at: string; readonly indent: number; readonly weight: "normal" | "bold" };

function textsOf({ head, at, lines }: BoxWords): readonly Words[] {
  return [
    { text: head, at, weight: "bold", indent: 0 },
    ...lines.map((each) => ({ text: each.words, at: each.at, weight: "normal" as const, indent: 8 })),
  ];
}

function heightOf(text: string, width: number, weight: "normal" | "bold" | undefined): number {
  const indent = weight === "bold" ? 0 : 8;
  return textHeight(wrapText(text, innerWidth(width, indent), SIZE.small, weight).length, SIZE.small);
}

function innerWidth(width: number, indent: number): number {
  return width - 2 * PAD - indent;
}
