import { addMonths, wholeMonthsBetween } from "@materbone/clinical";
import type { DeliveryWindow, NearEvent, WindowBound } from "../definition/definition-schema.ts";
import { dayOfIso } from "../ir/day-number.ts";

/** Days between which something happened, both included, as ISO dates; one day where they are equal. */
export type DayRange = { readonly low: string; readonly high: string };

/** Whole numbers between which something lies, both included. */
export type IntegerRange = { readonly least: number; readonly most: number };

/** Time from one thing to another, negative when the other comes first. `months` are completed ones. */
export type Elapsed = { readonly days: IntegerRange; readonly months: IntegerRange };

/** What may have passed from a day of `from` to a day of `to`. */
export function elapsed(from: DayRange, to: DayRange): Elapsed {
  return {
    days: daysBetweenRanges(from, to),
    months: { least: months(from.high, to.low), most: months(from.low, to.high) },
  };
}

/** Days from `from` to `to`. */
export function daysBetweenRanges(from: DayRange, to: DayRange): IntegerRange {
  return {
    least: dayOfIso(to.low) - dayOfIso(from.high),
    most: dayOfIso(to.high) - dayOfIso(from.low),
  };
}

/** Completed years from `from` to `to`. */
export function completedYears(from: DayRange, to: DayRange): IntegerRange {
  const years = (first: string, last: string): number => Math.floor(months(first, last) / 12);
  return { least: years(from.high, to.low), most: years(from.low, to.high) };
}

export function isOneDay(range: DayRange): boolean {
  return range.low === range.high;
}

/** Whether days lie in a window around the delivery. */
export type Inside = { readonly possibly: boolean; readonly certainly: boolean };

/**
 * As the plan's statement reads windows: both ends belong to it, and what has no date lies in a window that is open at both ends,
 * possibly in one that is open at one.
 */
export function insideWindow(window: DeliveryWindow, delivery: DayRange, when: DayRange | undefined): Inside {
  const { from, to } = window;
  if (when === undefined) {
    return { possibly: from === "open" || to === "open", certainly: from === "open" && to === "open" };
  }
  const low = dayOfIso(when.low);
  const high = dayOfIso(when.high);
  return {
    possibly:
      (from === "open" || high >= after(delivery.low, from)) && (to === "open" || low <= after(delivery.high, to)),
    certainly:
      (from === "open" || low >= after(delivery.high, from)) && (to === "open" || high <= after(delivery.low, to)),
  };
}

/** Whether something happened near something else, as the plan's statement reads it: what has no date may have happened on any day. */
export function insideDays(days: NearEvent["days"], of: DayRange | undefined, other: DayRange | undefined): Inside {
  if (of === undefined || other === undefined) return { possibly: true, certainly: false };
  const { least, most } = daysBetweenRanges(of, other);
  return {
    possibly: most >= -days.before && least <= days.after,
    certainly: least >= -days.before && most <= days.after,
  };
}

function after(day: string, bound: Exclude<WindowBound, "open">): number {
  return "months" in bound ? addMonths(dayOfIso(day), bound.months) : dayOfIso(day) + bound.days;
}

function months(from: string, to: string): number {
  return wholeMonthsBetween(dayOfIso(from), dayOfIso(to));
}
