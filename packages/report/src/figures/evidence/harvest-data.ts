import type { Text } from "@materbone/clinical";
import { count, finite, notNegative, onePlaceEach, span } from "./checked.ts";
import type { DrugClass, Quantity, StatisticBadge, ValueSpan } from "./evidence-figure-data.ts";

/** The gain of one study at one time. */
export type HarvestPoint = {
  readonly at: string;
  readonly study: string;
  readonly year?: number | undefined;
  readonly women: number;
  /** Since the first scan; `undefined` when not stated: the point is named, not drawn. */
  readonly months?: number | undefined;
  readonly drug: { readonly label: Text; readonly kind: DrugClass };
  readonly badges: readonly StatisticBadge[];
  readonly estimate: number;
  /** Points of one course are joined in the order of time; default: the point stands alone. */
  readonly course?: string | undefined;
};

/** Change of women without a bone drug over time. */
export type UntreatedCourse = {
  readonly at: string;
  readonly label: Text;
  /** In ascending order of months. */
  readonly points: readonly (ValueSpan & { readonly months: number })[];
};

export type HarvestData = {
  readonly id: string;
  readonly title: Text;
  readonly quantity: Quantity;
  readonly points: readonly HarvestPoint[];
  readonly untreated?: UntreatedCourse | undefined;
  readonly notes?: readonly Text[] | undefined;
};

/** A point that has a time. */
export type TimedPoint = HarvestPoint & { readonly months: number };

export function isTimedPoint(point: HarvestPoint): point is TimedPoint {
  return point.months !== undefined;
}

/** Points that are drawn, in courses in the order of time; a point of no course is one by itself. */
export function coursesOf(points: readonly HarvestPoint[]): readonly (readonly TimedPoint[])[] {
  const courses = new Map<string, TimedPoint[]>();
  for (const point of points.filter(isTimedPoint)) {
    const key = point.course === undefined ? `point ${point.at}` : `course ${point.course}`;
    courses.set(key, [...(courses.get(key) ?? []), point]);
  }
  return [...courses.values()].map((course) => course.toSorted((a, b) => a.months - b.months));
}

/**
 * @throws RangeError for a number that is not finite or out of its range, or months of the band that do not ascend
 * @throws TypeError for two data at one place
 */
export function checkHarvest(data: HarvestData): void {
  for (const point of data.points) {
    finite(`estimate of ${point.at}`, point.estimate);
    count(`women of ${point.at}`, point.women);
    if (point.months !== undefined) notNegative(`months of ${point.at}`, point.months);
  }
  data.untreated?.points.forEach((point, index, all) => {
    span(`untreated band at month ${point.months}`, point);
    notNegative("months of the untreated band", point.months);
    const before = all[index - 1];
    if (before !== undefined && !(before.months < point.months)) {
      throw new RangeError(`months of the untreated band do not ascend: ${before.months}, ${point.months}`);
    }
  });
  onePlaceEach(data.points.map(({ at }) => at));
}
