import { daysInMonth } from "./literals.ts";

/*
 * Days as numbers: day 0 is 1970-01-01, in the proleptic Gregorian calendar, for any year. The arithmetic is that of H. Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days): eras of 400 years, years from March.
 */

export type CivilDay = { readonly year: number; readonly month: number; readonly day: number };

/** @param month - 1 to 12 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

export function civilDay(days: number): CivilDay {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** @param iso - a date that `isIsoDate` accepts */
export function dayOfIso(iso: string): number {
  return dayNumber(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** @returns `undefined` outside years 0001 to 9999 */
export function isoOfDay(days: number): string | undefined {
  const { year, month, day } = civilDay(days);
  if (!(year >= 1 && year <= 9999)) {
    return undefined;
  }
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** `months` later; a day that the month lacks becomes its last day. */
export function addMonthsToDay(days: number, months: number): number {
  const { year, month, day } = civilDay(days);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return dayNumber(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The largest n with `from` + n months not after `to`. */
export function completedMonthsBetween(from: number, to: number): number {
  const a = civilDay(from);
  const b = civilDay(to);
  const short = b.day < a.day && b.day < daysInMonth(b.year, b.month);
  return (b.year - a.year) * 12 + b.month - a.month - (short ? 1 : 0);
}
