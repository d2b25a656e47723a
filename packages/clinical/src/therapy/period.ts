import { DAYS_PER_MONTH } from "../time/time-frame.ts";

const DAYS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: DAYS_PER_MONTH,
  year: 12 * DAYS_PER_MONTH,
};

/**
 * Length of a dosing period such as `day`, `2 weeks`, `3 months` or `year`, in days.
 *
 * @returns `undefined` for `once` and `notStated`, which have no period
 * @throws RangeError for other words
 */
export function periodDays(per: string): number | undefined {
  if (per === "once" || per === "notStated") return undefined;
  // Most doses have a period of one unit: no words to take apart.
  const plain = DAYS[per];
  if (plain !== undefined) return plain;
  const match = /^(?:([1-9]\d?) )?(day|week|month|year)s?$/.exec(per);
  const days = DAYS[match?.[2] ?? ""];
  if (match === null || days === undefined) throw new RangeError(`not a dosing period: ${per}`);
  return Number(match[1] ?? 1) * days;
}

/** Length of a dosing period in months; `undefined` for `once` and `notStated`. */
export function periodMonths(per: string): number | undefined {
  const days = periodDays(per);
  return days === undefined ? undefined : days / DAYS_PER_MONTH;
}

/**
 * Assumed: two periods are one interval of dosing when they differ by less than a tenth, so that 4 weeks is a month,
 * 12 or 13 weeks are 3 months and 24 or 26 weeks are 6, while 2 weeks is not a week.
 */
const SAME_PERIOD = 0.1;

/** Is it the same interval of dosing? `once` and `notStated` equal only themselves. */
export function isSamePeriod(a: string, b: string): boolean {
  const first = periodDays(a);
  const second = periodDays(b);
  if (first === undefined || second === undefined) return a === b;
  return Math.abs(first - second) < SAME_PERIOD * Math.max(first, second);
}
