import type { FigureLayout } from "./figure.ts";
import type { FigureMark } from "./figure-mark.ts";
import type { Lane } from "./lane.ts";
import { drawLane, laneMarks } from "./lane-drawing.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import type { Scale } from "./scale.ts";
import { line, type Svg, textLine } from "./svg.ts";
import { textHeight, textWidth } from "./text-measure.ts";
import { COLOUR, SIZE } from "./theme.ts";
import { headed } from "./time-words.ts";

export type LabelledLanes = {
  readonly drawing: readonly Svg[];
  readonly marks: readonly FigureMark[];
  readonly bottom: number;
};

/**
 * Lanes with their names: at the right of the axis, or above each lane on a narrow figure. All words stand outside the
 * plotting area, so none can lie on a mark.
 */
export function labelledLanes(
  lanes: readonly Lane[],
  place: {
    readonly axis: Scale;
    readonly top: number;
    readonly width: number;
    readonly layout: FigureLayout;
    readonly edge: number;
  },
): LabelledLanes {
  const { axis } = place;
  const isNarrow = place.layout === "narrow";
  const drawing: Svg[] = [];
  const marks: FigureMark[] = [];
  let y = place.top;
  for (const lane of lanes) {
    const column = isNarrow
      ? { x: place.edge, width: place.width - 2 * place.edge }
      : { x: axis.range[1] + 14, width: place.width - place.edge - axis.range[1] - 14 };
    const words = laneWords(lane, { ...column, y: y + 4 });
    const height = words.bottom - y - 4;
    drawing.push(line(place.edge, y, place.width - place.edge, y, { stroke: COLOUR.faint, "stroke-width": 1 }));
    drawing.push(...words.drawing);
    const middle = isNarrow ? y + height + 13 : y + (height + 9) / 2;
    drawing.push(drawLane(lane, middle, axis));
    marks.push(...laneMarks(lane.items, middle, axis));
    y += isNarrow ? height + 24 : height + 9;
  }
  return { drawing, marks, bottom: y };
}

type Column = { readonly x: number; readonly y: number; readonly width: number };

/** Name and details; on one line where both fit. */
function laneWords(lane: Lane, column: Column): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const details = lane.details.filter((detail) => detail !== "");
  const name: Paragraph = { text: headed(lane.name), size: SIZE.small, weight: "bold", halo: COLOUR.card };
  const paint = { size: SIZE.small, fill: COLOUR.muted, halo: COLOUR.card };
  const [only] = details;
  const indent = textWidth(name.text, SIZE.small, "bold") + 7;
  if (details.length === 1 && only !== undefined && indent + textWidth(only, SIZE.small) <= column.width) {
    const drawing = [
      textLine(column.x, column.y + SIZE.small, name.text, { size: SIZE.small, weight: "bold", halo: COLOUR.card }),
      textLine(column.x + indent, column.y + SIZE.small, only, paint),
    ];
    return { drawing, bottom: column.y + textHeight(1, SIZE.small) };
  }
  return paragraphs([name, ...details.map((text) => ({ text, ...paint }))], column);
}
