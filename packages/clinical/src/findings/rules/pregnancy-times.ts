import type { CaseView, TimedTreatment } from "../../record/case-view.ts";
import type { Pregnancy } from "../../record/pregnancy.ts";
import { type Interval, point } from "../../time/interval.ts";
import { DAYS_PER_MONTH, monthsOf, TERM_DAYS } from "../../time/time-frame.ts";
import { ruleLimits } from "./rule-limits.ts";

/** Delivery of any pregnancy of the record, months from the index delivery; `undefined` when not known. */
export function deliveryOf(pregnancy: Pregnancy, view: CaseView): Interval | undefined {
  return pregnancy === view.index ? point(0) : monthsOf(pregnancy.deliveredAt, view.frame);
}

/** Conception by the recorded gestational age, else by that of term births; months from the index delivery. */
export function conceptionOf(pregnancy: Pregnancy, delivery: Interval): Interval {
  const { gestationalAgeDays } = pregnancy;
  const age = gestationalAgeDays === undefined ? TERM_DAYS : point(gestationalAgeDays);
  const months = (days: number) => (days - ruleLimits.conception.daysAfterLastPeriod) / DAYS_PER_MONTH;
  return { earliest: delivery.earliest - months(age.latest), latest: delivery.latest - months(age.earliest) };
}

/**
 * Was the drug given in the span on every reading of the times? Touching an end of the span is not enough for a course.
 *
 * @param unknownEnd - whether a course without a recorded end is taken to go on, or known at its start only
 */
export function isGivenWithin(
  { entry, when, end }: TimedTreatment,
  from: Interval,
  to: Interval,
  unknownEnd: "open" | "atStart",
): boolean {
  if (when === undefined || !(when.latest < to.earliest)) return false;
  if (when.earliest >= from.latest || entry.ongoing === true) return true;
  if (end === undefined) return unknownEnd === "open";
  return end.earliest > from.latest;
}
