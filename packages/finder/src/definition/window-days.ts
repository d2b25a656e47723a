import type { DeliveryWindow, WindowBound } from "./definition-schema.ts";

type ClosedBound = Exclude<WindowBound, "open">;

/** Does a window certainly end before it begins, whatever the delivery day? */
export function isBackwards(from: ClosedBound, to: ClosedBound): boolean {
  if ("months" in from && "months" in to) return from.months > to.months;
  return earliestDay(from) > latestDay(to);
}

/**
 * Days from the first to the last day of a window at its longest; a month has 28 to 31 days.
 *
 * @returns `undefined` for a window without an end, and for one that runs backwards
 */
export function longestDays(window: DeliveryWindow | undefined): number | undefined {
  if (window === undefined || window.from === "open" || window.to === "open") return undefined;
  return isBackwards(window.from, window.to) ? undefined : latestDay(window.to) - earliestDay(window.from);
}

function earliestDay(bound: ClosedBound): number {
  return "days" in bound ? bound.days : Math.min(28 * bound.months, 31 * bound.months);
}

function latestDay(bound: ClosedBound): number {
  return "days" in bound ? bound.days : Math.max(28 * bound.months, 31 * bound.months);
}
