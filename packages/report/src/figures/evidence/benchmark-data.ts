import type { Text } from "@materbone/clinical";
import { count, finite, notNegative, onePlaceEach, span } from "./checked.ts";
import type { Quantity, ValueSpan } from "./evidence-figure-data.ts";

/** A change without a drug: a mean, or a range over reports. */
export type BenchmarkFigurePoint = {
  readonly at: string;
  readonly study: string;
  readonly population: "healthy" | "plo";
  /** Since weaning. */
  readonly months: number;
  /** `undefined` when not given. */
  readonly women?: number | undefined;
  readonly value: { readonly kind: "mean"; readonly estimate: number } | ({ readonly kind: "range" } & ValueSpan);
  /** Why it is not counted in the band; `undefined` when it is. */
  readonly leftOut?: Text | undefined;
};

/** What is expected of one woman, in ascending order of months since weaning. */
export type BenchmarkCourse = readonly (ValueSpan & { readonly months: number; readonly expected: number })[];

export type BenchmarkFigureData = {
  readonly id: string;
  readonly title: Text;
  readonly quantity: Quantity;
  readonly points: readonly BenchmarkFigurePoint[];
  /** Empty when the studies are too few for a band. */
  readonly course: BenchmarkCourse;
  /** The course without each study in turn; empty where too few are left. */
  readonly without: readonly { readonly at: string; readonly study: string; readonly course: BenchmarkCourse }[];
  readonly notes?: readonly Text[] | undefined;
};

/**
 * @throws RangeError for a number that is not finite or out of its range, or months of a course that do not ascend
 * @throws TypeError for two data at one place
 */
export function checkBenchmark({ points, course, without }: BenchmarkFigureData): void {
  for (const { at, months, women, value } of points) {
    notNegative(`months of ${at}`, months);
    if (women !== undefined) count(`women of ${at}`, women);
    if (value.kind === "mean") finite(`estimate of ${at}`, value.estimate);
    else span(`range of ${at}`, value);
  }
  for (const each of [course, ...without.map((other) => other.course)]) checkCourse(each);
  onePlaceEach([...points, ...without].map(({ at }) => at));
}

function checkCourse(course: BenchmarkCourse): void {
  course.forEach((point, index) => {
    notNegative("months of the course", point.months);
    finite(`expected at month ${point.months}`, point.expected);
    span(`band at month ${point.months}`, point);
    const before = course[index - 1];
    if (before !== undefined && !(before.months < point.months)) {
      throw new RangeError(`months of the course do not ascend: ${before.months}, ${point.months}`);
    }
  });
}
