import type { CaseView } from "../record/case-view.ts";
import { isAntiresorptive } from "./agent.ts";
import { type Course, coursesOf } from "./course.ts";
import { lastObservedMonths } from "./observation.ts";
import { type Span, uncovered } from "./span.ts";

/** Time without a drug that lowers bone resorption, from delivery to the end of the record, months. */
export type AntiresorptiveFree = {
  /** Free under every reading of the recorded times. */
  readonly certain: readonly Span[];
  /** Free under at least one reading. */
  readonly possible: readonly Span[];
};

/**
 * Stretches without an antiresorptive drug. A single dose covers the period of its regimen; a course whose end is not
 * recorded may last, so nothing after its start is certainly free, and nothing after its start is certainly covered.
 *
 * @returns `undefined` when the record has no times after delivery
 */
export function antiresorptiveFree(view: CaseView): AntiresorptiveFree | undefined {
  const to = lastObservedMonths(view);
  if (to === undefined || to <= 0) return undefined;
  const within = { from: 0, to };
  const courses = coursesOf(view).filter((course) => isAntiresorptive(course.agent));
  return {
    certain: uncovered(courses.map(longest), within),
    possible: uncovered(
      courses.map((course) => shortest(course, to)).filter((span) => span !== undefined),
      within,
    ),
  };
}

function longest(course: Course): Span {
  return {
    from: course.start?.earliest ?? Number.NEGATIVE_INFINITY,
    to: course.end?.latest ?? Number.POSITIVE_INFINITY,
  };
}

function shortest(course: Course, lastObserved: number): Span | undefined {
  if (course.start === undefined) return undefined;
  const end = course.endBasis === "ongoing" ? lastObserved : course.end?.earliest;
  return end === undefined ? undefined : { from: course.start.latest, to: end };
}
