import type { Terms } from "@materbone/clinical";
import { FIGURE_WIDTH, type FigureLayout } from "../figure.ts";
import { line, type Svg, textLine } from "../svg.ts";
import { textWidth } from "../text-measure.ts";
import { COLOUR, SIZE } from "../theme.ts";
import type { Quantity } from "./evidence-figure-data.ts";
import type { Box } from "./place-labels.ts";
import { drawRow, widestOf } from "./text-cell.ts";
import type { TickAxis } from "./tick-axis.ts";

export const EDGE = 12;

/** Height of a plot of points. */
const HEIGHT: Readonly<Record<FigureLayout, number>> = { wide: 360, broad: 420, narrow: 400 };

/** The plotting area below `top`; its left edge leaves room for the values of the upright axis. */
export function plotFrame(layout: FigureLayout, top: number, valueWidth: number): Box {
  return { left: EDGE + valueWidth + 8, right: FIGURE_WIDTH[layout] - EDGE - 4, top, bottom: top + HEIGHT[layout] };
}

type AxisWords = { readonly name: string; readonly value: (value: number, decimals: number) => string };

/** Grid, ticks and names of both axes; the upright one is named above its upper end. */
export function plotGround(
  frame: Box,
  x: TickAxis,
  y: TickAxis,
  words: { readonly x: AxisWords; readonly y: AxisWords },
): { readonly drawing: readonly Svg[]; readonly bottom: number } {
  const drawing: Svg[] = [];
  for (const tick of y.ticks) {
    const at = y.at(tick);
    const isZero = tick === 0;
    drawing.push(
      line(frame.left, at, frame.right, at, { stroke: isZero ? COLOUR.axis : COLOUR.faint, "stroke-width": 1 }),
    );
    const text = words.y.value(tick, y.decimals);
    drawing.push(textLine(frame.left - 6, at + 4, text, { size: SIZE.small, fill: COLOUR.muted, anchor: "end" }));
  }
  drawing.push(line(frame.left, frame.bottom, frame.right, frame.bottom, { stroke: COLOUR.axis, "stroke-width": 1 }));
  let free = Number.NEGATIVE_INFINITY;
  for (const tick of x.ticks) {
    const at = x.at(tick);
    drawing.push(line(at, frame.bottom, at, frame.bottom + 4, { stroke: COLOUR.axis, "stroke-width": 1 }));
    const text = words.x.value(tick, x.decimals);
    const half = textWidth(text, SIZE.small) / 2;
    if (at - half < free || at + half > frame.right + EDGE) continue;
    free = at + half + 4;
    drawing.push(textLine(at, frame.bottom + 16, text, { size: SIZE.small, fill: COLOUR.muted, anchor: "middle" }));
  }
  const name = { text: words.x.name, size: SIZE.small, fill: COLOUR.muted };
  const middle = (frame.left + frame.right) / 2;
  const below = drawRow(
    [{ x: middle, width: frame.right - frame.left, anchor: "middle", words: [name] }],
    frame.bottom + 20,
    18,
  );
  drawing.push(...below.drawing);
  return { drawing, bottom: below.bottom };
}

/** Width of the widest value at an axis. */
export function axisValueWidth(axis: TickAxis, value: AxisWords["value"]): number {
  return widestOf(
    axis.ticks.map((tick) => value(tick, axis.decimals)),
    SIZE.small,
  );
}

/** How ticks of a quantity are written. */
export function tickWords(quantity: Pick<Quantity, "isSigned">, terms: Terms): AxisWords["value"] {
  return (value, decimals) => (quantity.isSigned ? terms.signed(value, decimals) : terms.fixed(value, decimals));
}
