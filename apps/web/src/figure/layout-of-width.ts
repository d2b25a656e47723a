import type { FigureLayout } from "@materbone/report";

/** The widest layout of those a place offers that keeps its words at nearly their natural size or larger. */
export function layoutOfWidth(width: number, offered: readonly FigureLayout[]): FigureLayout {
  const fits = offered.filter((layout) => width >= LEAST_WIDTH[layout]);
  return fits.reduce((widest, layout) => (LEAST_WIDTH[layout] > LEAST_WIDTH[widest] ? layout : widest), "narrow");
}

/** About 95 % of the natural widths, so that words of 11 units are read at 10.5 pixels or more. */
const LEAST_WIDTH: Readonly<Record<FigureLayout, number>> = { narrow: 0, wide: 600, broad: 810 };
