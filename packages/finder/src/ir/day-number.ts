import { civil, dayOf, daysInMonth, isoDate } from "@materbone/clinical";

/** Days since 1970-01-01 of a date that `isIsoDate` accepts. */
export function dayOfIso(iso: string): number {
  return dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** Days since 1970-01-01 of a day of the calendar in years 1 to 9999; `undefined` for another. */
export function dayOfParts(year: number, month: number, day: number): number | undefined {
  const isDay = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDay ? dayOf(year, month, day) : undefined;
}

/**
 * ISO date of a day since 1970-01-01.
 *
 * @returns `undefined` outside years 0001 to 9999, which no cell can hold
 */
export function isoOfDay(days: number): string | undefined {
  const { year } = civil(days);
  return year >= 1 && year <= 9999 ? isoDate(days) : undefined;
}
