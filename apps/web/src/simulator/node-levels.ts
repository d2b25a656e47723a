import type { Mechanism } from "@materbone/circuit";
import type { Terms } from "@materbone/clinical";
import type { NodeLevel } from "@materbone/report";
import type { RanCourse } from "./simulate-course.ts";

/** Closer to rest than this share counts as the same: below what a reader would call a change. */
const SAME = 0.02;

/**
 * What each node of the circuit does at one row of a course, against its value at rest before delivery: times rest, or the
 * value itself where rest is 0.
 */
export function nodeLevels(
  { nodes }: Pick<Mechanism, "nodes">,
  course: RanCourse,
  row: number,
  terms: Terms,
): ReadonlyMap<string, NodeLevel> {
  return new Map(
    nodes.flatMap(({ id, quantity }) => {
      const values = quantity === undefined ? undefined : course.values.get(quantity);
      const [rest, now] = [values?.[0], values?.[row]];
      if (quantity === undefined || rest === undefined || now === undefined) return [];
      return [[id, levelOf(rest, now, largest(values ?? []), course.units.get(quantity) ?? "", terms)] as const];
    }),
  );
}

function levelOf(rest: number, now: number, most: number, unit: string, terms: Terms): NodeLevel {
  if (Math.abs(rest) <= NOTHING * most) {
    const direction = now > SAME * most ? "up" : now < -SAME * most ? "down" : "same";
    const text = direction === "same" ? "0" : terms.fixed(now, Math.abs(now) < 10 ? 2 : 0);
    return { text: unit === "1" || unit === "-" ? text : `${text} ${unit}`, direction };
  }
  const ratio = now / rest;
  const direction = ratio > 1 + SAME ? "up" : ratio < 1 - SAME ? "down" : "same";
  return { text: `×${terms.fixed(ratio, 2)}`, direction };
}

/** Rest is 0 where it is less than this share of the course's largest value: what a difference of two flows leaves. */
const NOTHING = 0.01;

function largest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** The row nearest to a month. @param months - ascending, at least one */
export function rowAt(months: ArrayLike<number>, month: number): number {
  let nearest = 0;
  for (let row = 1; row < months.length; row++) {
    if (Math.abs((months[row] ?? 0) - month) < Math.abs((months[nearest] ?? 0) - month)) nearest = row;
  }
  return nearest;
}
