/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number;

/** A calendar date of year, month or day precision as the interval of days it covers. */
export type DayInterval = { readonly earliest: Day; readonly latest: Day };

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for `YYYY`, `YYYY-MM` or `YYYY-MM-DD` that exists in the calendar, years 1900 to 2199. */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL_DATE.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The days that a partial date covers: one day, a month or a year.
 *
 * @throws RangeError when `text` is not a date of the calendar
 */
export function dayInterval(text: string): DayInterval {
  const match = PARTIAL_DATE.exec(text);
  if (match === null || !isPartialDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  const year = Number(match[1]);
  if (match[2] === undefined) return { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31) };
  const month = Number(match[2]);
  if (match[3] === undefined) {
    return { earliest: dayOf(year, month, 1), latest: dayOf(year, month, daysInMonth(year, month)) };
  }
  const day = dayOf(year, month, Number(match[3]));
  return { earliest: day, latest: day };
}

/** Month length with leap years, 28 to 31; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** ISO date `YYYY-MM-DD` of a day. */
export function isoDate(day: Day): string {
  const { year, month, dayOfMonth } = civil(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** Calendar month 1 to 12 of a day. */
export function calendarMonth(day: Day): number {
  return civil(day).month;
}

/**
 * The day `count` whole months after `day`; a day that the month lacks becomes its last day
 * (31 January + 1 month = 28 or 29 February).
 */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = civil(day);
  const index = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return dayOf(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

/**
 * Months from `from` to `to`: whole calendar months, then the fraction of the next one by days. Negative before `from`.
 * The day `from` plus n whole months is exactly n, so that a limit of 18.0 months is met on that day and not after it.
 */
export function monthsBetween(from: Day, to: Day): number {
  const whole = wholeMonthsBetween(from, to);
  const start = addMonths(from, whole);
  if (start === to) return whole;
  return whole + (to - start) / (addMonths(from, whole + 1) - start);
}

/** The day `months` after `from`, the inverse of `monthsBetween`; fractions are rounded to the day. */
export function dayAfterMonths(from: Day, months: number): Day {
  const whole = Math.floor(months);
  const start = addMonths(from, whole);
  return start + Math.round((months - whole) * (addMonths(from, whole + 1) - start));
}

/** The largest n with `from` + n whole months not after `to`; negative when `to` is earlier. */
export function wholeMonthsBetween(from: Day, to: Day): number {
  const a = civil(from);
  const b = civil(to);
  const count = (b.year - a.year) * 12 + (b.month - a.month);
  return addMonths(from, count) > to ? count - 1 : count;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

// Days from and to the civil calendar by 400-year eras, as in H. Hinnant, "chrono-compatible low-level date algorithms".
/** Any year; `month` counts from 1. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month (from 1) and day of the month of a day of any year. */
export function civil(day: Day): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}
