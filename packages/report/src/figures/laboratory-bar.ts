import type { LabFlag } from "@materbone/clinical";
import type { LabBar } from "./laboratory-rows.ts";
import { element, group, polygon, type Svg, textLine } from "./svg.ts";
import { wrapText } from "./text-measure.ts";
import { COLOUR, LINE_HEIGHT, SIZE } from "./theme.ts";

export type Drawn = { readonly drawing: Svg; readonly bottom: number };

/** A bar, and where its mark stands. */
export type DrawnBar = Drawn & { readonly x: number; readonly y: number };

/** One bar with its mark, its limits and the reading in words. */
export function drawBarLine(bar: LabBar, top: number, [left, right]: readonly [number, number], end: number): DrawnBar {
  const y = top + 13;
  const third = (right - left) / 3;
  const inside = {
    x: bar.hasLow ? left + third : left,
    width: bar.hasLow && bar.hasHigh ? third : 2 * third,
  };
  const x = left + bar.share * (right - left);
  const code = FLAG_CODE[bar.flag];
  const column = { x: right + 18, width: end - right - 18 };
  const text = code === "" ? bar.words : `${bar.words} `;
  const lines = wrapText(text, column.width - (code === "" ? 0 : 20), SIZE.small);
  const words = lines.map((each, index) =>
    textLine(column.x + (code === "" ? 0 : 20), y + 4 + index * SIZE.small * LINE_HEIGHT, each, {
      size: SIZE.small,
      fill: COLOUR.muted,
    }),
  );
  const mark =
    code === "" ? [] : [textLine(column.x, y + 4, code, { size: SIZE.body, weight: "bold", fill: FLAG_FILL })];
  const drawing = group(
    element("rect", { x: left, y: y - 3, width: right - left, height: 6, rx: 3, fill: COLOUR.faint }),
    element("rect", {
      x: inside.x,
      y: y - 4.5,
      width: inside.width,
      height: 9,
      fill: COLOUR.accent,
      "fill-opacity": 0.42,
    }),
    flagMarker(bar, x, y),
    ...mark,
    ...words,
  );
  return { drawing, x, y, bottom: top + Math.max(26, 12 + lines.length * SIZE.small * LINE_HEIGHT + 4) };
}

const FLAG_FILL = COLOUR.amber;

/** Letters that laboratories print beside a value. */
const FLAG_CODE: Readonly<Record<LabFlag, string>> = {
  low: "L",
  high: "H",
  inRange: "",
  undetermined: "?",
  noInterval: "",
};

function flagMarker(bar: LabBar, x: number, y: number): Svg {
  const paint = { stroke: COLOUR.card, "stroke-width": 1.25 };
  const shapes: Svg[] = [];
  if (bar.flag === "inRange") shapes.push(element("circle", { cx: x, cy: y, r: 5, fill: COLOUR.ink, ...paint }));
  else if (bar.flag === "high" || bar.flag === "low") {
    const up = bar.flag === "high" ? 1 : -1;
    shapes.push(
      polygon(
        [
          [x, y - 7 * up],
          [x + 6.5, y + 5 * up],
          [x - 6.5, y + 5 * up],
        ],
        { fill: COLOUR.amber, ...paint },
      ),
    );
  } else {
    shapes.push(
      polygon(
        [
          [x, y - 6],
          [x + 6, y],
          [x, y + 6],
          [x - 6, y],
        ],
        { fill: COLOUR.card, stroke: COLOUR.amber, "stroke-width": 1.75 },
      ),
    );
  }
  if (bar.isBeyond) {
    // The value lies farther out than the bar reaches: a small chevron says so.
    const side = bar.share <= 0 ? -1 : 1;
    shapes.push(
      polygon(
        [
          [x + 9 * side, y - 4],
          [x + 13 * side, y],
          [x + 9 * side, y + 4],
        ],
        { fill: COLOUR.amber },
      ),
    );
  }
  return group(...shapes);
}
