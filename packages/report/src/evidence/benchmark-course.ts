import { expectationAt, type SiteBenchmark } from "@materbone/evidence";
import type { BenchmarkCourse } from "../figures/evidence/benchmark-data.ts";

/** Months between the points that a band is drawn through. */
const STEP_MONTHS = 3;

/** What is expected of one woman from weaning to each month that a site's band covers; empty without a band. */
export function benchmarkCourse(of: SiteBenchmark): BenchmarkCourse {
  if (of.kind === "noBand") return [];
  const steps = Math.ceil((of.toMonths - of.fromMonths) / STEP_MONTHS);
  return Array.from({ length: steps + 1 }, (_, step) =>
    Math.min(of.fromMonths + step * STEP_MONTHS, of.toMonths),
  ).flatMap((months) => {
    const expectation = expectationAt(of, 0, months);
    if (expectation === undefined) return [];
    const { expectedPercent, lowerPercent, upperPercent } = expectation;
    return [{ months, expected: expectedPercent, lower: lowerPercent, upper: upperPercent }];
  });
}
