import { valueAt } from "../aligned-points.ts";
import type { CourseResult } from "../simulate-course.ts";

/** Months that a table of courses prints: even steps, and the end. */
export function tableMonths(months: number): readonly number[] {
  const step = months > 36 ? 12 : months > 12 ? 6 : 3;
  const steps = Array.from({ length: Math.floor(months / step) }, (_, index) => (index + 1) * step);
  return steps.at(-1) === months ? steps : [...steps, months];
}

/** A value of a course at each month; `undefined` beyond its end, or where it was not run. */
export function valuesAt(
  result: CourseResult | undefined,
  output: string,
  months: readonly number[],
): readonly (number | undefined)[] {
  const values = result?.kind === "ran" ? result.values.get(output) : undefined;
  if (result?.kind !== "ran" || values === undefined) return months.map(() => undefined);
  const last = result.months.at(-1) ?? 0;
  return months.map((month) => (month > last + ROUNDING ? undefined : valueAt(result.months, values, month)));
}

const ROUNDING = 1e-6;

/** Percent change of a density since a month of its course, from percent changes since delivery. */
export function changesSince(
  result: CourseResult | undefined,
  output: string,
  since: number,
  months: readonly number[],
): readonly (number | undefined)[] {
  const [start, ...later] = valuesAt(result, output, [since, ...months.map((month) => since + month)]);
  if (start === undefined) return months.map(() => undefined);
  return later.map((value) => (value === undefined ? undefined : 100 * ((1 + value / 100) / (1 + start / 100) - 1)));
}
