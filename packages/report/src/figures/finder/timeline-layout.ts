import { DAYS_PER_MONTH } from "@materbone/clinical";
import type { DayRange } from "@materbone/finder";

/** Months from the delivery between which something lies. */
export type MonthRange = { readonly least: number; readonly most: number };

/** What the axis reaches at least and at most, in months from the delivery; what lies beyond stands at its ends. */
const LEAST = { from: -9, to: 18 } as const;
const MOST = { from: -12, to: 36 } as const;
const DAY_MS = 86_400_000;

/** Months from the delivery, for a drawing: fractions of a mean month, where sentences count completed ones. */
export function monthsOf(delivery: DayRange, when: DayRange): MonthRange {
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return {
    least: days(delivery.high, when.low) / DAYS_PER_MONTH,
    most: days(delivery.low, when.high) / DAYS_PER_MONTH,
  };
}

/** A whole number of quarters that takes in the events, as far as the axis may reach. */
export function timelineSpan(months: readonly MonthRange[]): readonly [number, number] {
  const first = Math.min(LEAST.from, ...months.map(({ least }) => least));
  const last = Math.max(LEAST.to, ...months.map(({ most }) => most));
  return [Math.max(MOST.from, 3 * Math.floor(first / 3)), Math.min(MOST.to, 3 * Math.ceil(last / 3))];
}

/**
 * A row for each mark, so that none hides another as long as there are rows: the first in which it stands apart from the one
 * before, else the one whose last mark lies furthest away.
 *
 * @param apart - distance between the end of one mark and the beginning of the next in one row
 */
export function placedInRows<T extends { readonly x: number; readonly x2: number }>(
  marks: readonly T[],
  apart: number,
  mostRows: number,
): readonly (T & { readonly row: number })[] {
  const ends: number[] = [];
  return marks
    .map((mark, position) => ({ mark, position }))
    .sort((a, b) => a.mark.x - b.mark.x || a.position - b.position)
    .map(({ mark }) => {
      const free = ends.findIndex((end) => mark.x - end >= apart);
      const row = free >= 0 ? free : ends.length < mostRows ? ends.length : ends.indexOf(Math.min(...ends));
      ends[row] = Math.max(ends[row] ?? mark.x2, mark.x2);
      return { ...mark, row };
    });
}
