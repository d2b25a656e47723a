import type { CaseView } from "../record/case-view.ts";
import type { Interval } from "../time/interval.ts";
import { asDates, monthsOf, type TimeFrame } from "../time/time-frame.ts";
import { type FollowUpPlan, followUpPlan } from "./follow-up.ts";
import { defaultSchedule, type FollowUpSchedule } from "./follow-up-schedule.ts";

export type DatedPlan = FollowUpPlan & {
  /** `date`: judged by the day asked about; `endOfRecord`: the delivery has no date, so the last entry of the record judges. */
  readonly judgedBy: "date" | "endOfRecord";
};

/**
 * Months from the index delivery to a day. Where the delivery is dated to a month or a year only it is the fewest that may
 * have passed, so that nothing is called overdue before it surely is.
 *
 * @param on - ISO date
 * @returns `undefined` when the delivery has no date
 * @throws RangeError when `on` is not a date of the calendar
 */
export function monthsOn(on: string, frame: TimeFrame): number | undefined {
  return monthsOf({ date: on }, frame)?.earliest;
}

/**
 * The follow-up plan of a woman as it stands on a day.
 *
 * @param on - ISO date
 * @throws RangeError when `on` is not a date of the calendar
 */
export function followUpPlanOn(view: CaseView, on: string, schedule: FollowUpSchedule = defaultSchedule): DatedPlan {
  const months = monthsOn(on, view.frame);
  if (months === undefined) return { ...followUpPlan(view, schedule), judgedBy: "endOfRecord" };
  return { ...followUpPlan(view, schedule, months), judgedBy: "date" };
}

/**
 * First and last calendar day on which something is due; `null` for an end that is open.
 *
 * @returns `undefined` when nothing is known of the time or the delivery has no date
 */
export function dueDates(
  due: Interval | undefined,
  frame: TimeFrame,
): readonly [first: string | null, last: string | null] | undefined {
  if (due === undefined) return undefined;
  const bound = (months: number): number | null => (Number.isFinite(months) ? months : null);
  const date = asDates({ months: [bound(due.earliest), bound(due.latest)] }, frame)?.date;
  if (date === undefined) return undefined;
  return typeof date === "string" ? [date, date] : date;
}
