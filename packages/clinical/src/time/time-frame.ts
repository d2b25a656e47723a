import { type DayInterval, dayAfterMonths, dayInterval, isoDate, monthsBetween } from "./calendar.ts";
import { elapsed, type Interval, point } from "./interval.ts";
import type { When } from "./when.ts";

/**
 * What converts the times of one record to months from the index delivery.
 * `delivery` is absent in records that give relative months only.
 */
export type TimeFrame = {
  readonly delivery?: DayInterval;
  /** Gestational age at delivery in days, as a range; term when it was not recorded. */
  readonly gestationalAgeDays: Interval;
};

/** Mean length of a calendar month of the Gregorian calendar, days: 146097 days in 4800 months. */
export const DAYS_PER_MONTH = 146097 / 4800;

/** Term birth, 37 weeks 0 days to 41 weeks 6 days (WHO, ICD-10 volume 2, definitions of term). */
export const TERM_DAYS: Interval = { earliest: 259, latest: 293 };

/**
 * The time as months from index delivery.
 *
 * @returns the interval, open ends infinite; `undefined` when nothing is known or the frame cannot convert it
 *   (a calendar date in a record without a delivery date)
 */
export function monthsOf(when: When | undefined, frame: TimeFrame): Interval | undefined {
  if (when === undefined) return undefined;
  if (when.months !== undefined) return bounds(when.months);
  if (when.gestationalWeeks !== undefined) return gestation(bounds(when.gestationalWeeks), frame);
  if (when.date !== undefined && frame.delivery !== undefined) return sinceDelivery(days(when.date), frame.delivery);
  return undefined;
}

/**
 * The time as calendar days.
 *
 * @returns `undefined` when nothing is known, or when months are given and the delivery has no date
 */
export function datesOf(when: When | undefined, frame: TimeFrame): DayInterval | undefined {
  if (when === undefined) return undefined;
  if (when.date !== undefined) return days(when.date);
  const months = monthsOf(when, frame);
  if (months === undefined || frame.delivery === undefined) return undefined;
  return {
    earliest: Number.isFinite(months.earliest)
      ? dayAfterMonths(frame.delivery.earliest, months.earliest)
      : months.earliest,
    latest: Number.isFinite(months.latest) ? dayAfterMonths(frame.delivery.latest, months.latest) : months.latest,
  };
}

/** A time of a record in both scales it may have; either may be missing. */
export type Placed = { readonly when: Interval | undefined; readonly days: DayInterval | undefined };

/** Resolves a time once, to months from the index delivery and, where it was given as a date, to days. */
export function placed(when: When | undefined, frame: TimeFrame): Placed {
  return { when: monthsOf(when, frame), days: when?.date === undefined ? undefined : days(when.date) };
}

/**
 * Months from one time to another. Two dates are subtracted as dates, so that neither a missing nor an imprecise delivery
 * date blurs the length between them.
 *
 * @returns `undefined` when the two share no scale
 */
export function monthsFromTo(from: Placed, to: Placed): Interval | undefined {
  if (from.days !== undefined && to.days !== undefined) {
    return {
      earliest: between(from.days.latest, to.days.earliest),
      latest: between(from.days.earliest, to.days.latest),
    };
  }
  return from.when === undefined || to.when === undefined ? undefined : elapsed(from.when, to.when);
}

function between(from: number, to: number): number {
  return Number.isFinite(from) && Number.isFinite(to) ? monthsBetween(from, to) : to - from;
}

/**
 * The same time in months, for a record that must not show dates.
 *
 * @returns `undefined` when the frame cannot convert it
 */
export function asMonths(when: When, frame: TimeFrame): When | undefined {
  const months = monthsOf(when, frame);
  if (months === undefined) return undefined;
  const { date: _date, gestationalWeeks: _weeks, ...rest } = when;
  return { ...rest, months: pair(months, (value) => value) };
}

/**
 * The same time as calendar dates.
 *
 * @returns `undefined` when the frame has no delivery date
 */
export function asDates(when: When, frame: TimeFrame): When | undefined {
  const dates = datesOf(when, frame);
  if (dates === undefined) return undefined;
  const { months: _months, gestationalWeeks: _weeks, readings: _readings, ...rest } = when;
  return { ...rest, date: pair(dates, isoDate) };
}

function pair<T>(interval: Interval, show: (value: number) => T): T | [T | null, T | null] {
  if (interval.earliest === interval.latest) return show(interval.earliest);
  const open = (value: number): T | null => (Number.isFinite(value) ? show(value) : null);
  return [open(interval.earliest), open(interval.latest)];
}

function bounds(value: number | readonly (number | null)[]): Interval {
  if (typeof value === "number") return point(value);
  return { earliest: value[0] ?? Number.NEGATIVE_INFINITY, latest: value[1] ?? Number.POSITIVE_INFINITY };
}

function days(date: string | readonly (string | null)[]): DayInterval {
  if (typeof date === "string") return dayInterval(date);
  const [earliest, latest] = date;
  return {
    earliest: earliest == null ? Number.NEGATIVE_INFINITY : dayInterval(earliest).earliest,
    latest: latest == null ? Number.POSITIVE_INFINITY : dayInterval(latest).latest,
  };
}

function sinceDelivery(time: DayInterval, delivery: DayInterval): Interval {
  return {
    earliest: Number.isFinite(time.earliest) ? monthsBetween(delivery.latest, time.earliest) : time.earliest,
    latest: Number.isFinite(time.latest) ? monthsBetween(delivery.earliest, time.latest) : time.latest,
  };
}

function gestation(weeks: Interval, frame: TimeFrame): Interval {
  const age = frame.gestationalAgeDays;
  // A week beyond the age at delivery is the time of delivery at the latest.
  return {
    earliest: Math.min(0, (weeks.earliest * 7 - age.latest) / DAYS_PER_MONTH),
    latest: Math.min(0, (weeks.latest * 7 - age.earliest) / DAYS_PER_MONTH),
  };
}
