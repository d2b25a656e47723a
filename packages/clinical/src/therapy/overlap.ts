import type { CaseView } from "../record/case-view.ts";
import type { Certainty, Interval } from "../time/interval.ts";
import { type Course, coursesOf } from "./course.ts";
import type { AgentId } from "./vocabulary.ts";

/** Two agents given at the same time. */
export type Overlap = {
  readonly agents: readonly [AgentId, AgentId];
  /** JSON Pointers of the two treatments. */
  readonly at: readonly [string, string];
  /** `perhaps`: some readings of the times overlap and some do not. */
  readonly certainty: Exclude<Certainty, "no">;
  /** Length, months; `undefined` when an end is not known. */
  readonly months: Interval | undefined;
};

/** Pairs of treatments with unlike agents whose times overlap or may overlap; courses without a start are left out. */
export function overlaps(view: CaseView): readonly Overlap[] {
  const courses = coursesOf(view);
  return courses.flatMap((a, position) =>
    courses
      .slice(position + 1)
      .filter((b) => b.agent !== a.agent)
      .map((b) => overlapOf(a, b))
      .filter((overlap) => overlap !== undefined),
  );
}

function overlapOf(a: Course, b: Course): Overlap | undefined {
  if (a.start === undefined || b.start === undefined) return undefined;
  // An end that is not known lies anywhere from the start on.
  const endA = a.end ?? { earliest: a.start.earliest, latest: Number.POSITIVE_INFINITY };
  const endB = b.end ?? { earliest: b.start.earliest, latest: Number.POSITIVE_INFINITY };
  const possible = Math.min(endA.latest, endB.latest) - Math.max(a.start.earliest, b.start.earliest);
  const certain = Math.min(endA.earliest, endB.earliest) - Math.max(a.start.latest, b.start.latest);
  if (possible < 0) return undefined;
  // One course that ends when the other begins is a sequence, not an overlap.
  if (possible === 0 && !startTogether(a, b)) return undefined;
  return {
    agents: [a.agent, b.agent],
    at: [a.at, b.at],
    certainty: certain > 0 || startTogether(a, b) ? "yes" : "perhaps",
    months:
      a.end === undefined || b.end === undefined ? undefined : { earliest: Math.max(0, certain), latest: possible },
  };
}

/** Both begin at one known moment: they overlap however short they were. */
function startTogether(a: Course, b: Course): boolean {
  return (
    a.start !== undefined &&
    b.start !== undefined &&
    a.start.earliest === a.start.latest &&
    b.start.earliest === b.start.latest &&
    a.start.earliest === b.start.earliest
  );
}
