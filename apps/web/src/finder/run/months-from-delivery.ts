import { type DayRange, elapsed, type IntegerRange, sayRange } from "@materbone/finder";

/** Completed months from the delivery, counted away from it on both sides: 50 days before are one month before. */
export type MonthsFromDelivery = { readonly side: "before" | "after" | "open"; readonly months: IntegerRange };

export function monthsFromDelivery(delivery: DayRange, when: DayRange): MonthsFromDelivery {
  const { days, months } = elapsed(delivery, when);
  if (days.least >= 0) return { side: "after", months };
  if (days.most < 0) return { side: "before", months: elapsed(when, delivery).months };
  return { side: "open", months };
}

/** "3", "−1", "0–1": with a sign before the delivery, for a place that says what is counted. */
export function signedMonths(delivery: DayRange, when: DayRange): string {
  const { side, months } = monthsFromDelivery(delivery, when);
  const signed = side === "before" ? { least: -months.most || 0, most: -months.least || 0 } : months;
  return sayRange(signed).replaceAll("-", "\u2212");
}
