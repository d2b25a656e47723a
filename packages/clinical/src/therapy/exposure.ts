import type { CaseView } from "../record/case-view.ts";
import { elapsed, type Interval } from "../time/interval.ts";
import { type Course, type CumulativeDose, coursesOf } from "./course.ts";
import { doseFactor } from "./dose-unit.ts";
import { covered } from "./span.ts";
import type { AgentId } from "./vocabulary.ts";

/** What a woman had of one agent. A part that the record does not fix is `undefined`, never zero. */
export type Exposure = {
  readonly agent: AgentId;
  readonly courses: readonly Course[];
  /** Sum over the courses; `undefined` when one is open, has no dose, or goes by another route or unit. */
  readonly cumulative: CumulativeDose | undefined;
  /** Months that the agent covers; courses that overlap count once. A single yearly infusion covers a year. */
  readonly onMonths: Interval | undefined;
  /** Months between its courses; 0 for one course. */
  readonly offMonths: Interval | undefined;
};

/** Every agent given, in the order of the record. */
export function exposures(view: CaseView): readonly Exposure[] {
  const coursesByAgent = new Map<AgentId, Course[]>();
  for (const course of coursesOf(view)) {
    const courses = coursesByAgent.get(course.agent);
    if (courses === undefined) coursesByAgent.set(course.agent, [course]);
    else courses.push(course);
  }
  return [...coursesByAgent].map(([agent, courses]) => ({
    agent,
    courses,
    cumulative: total(courses),
    ...onAndOff(courses),
  }));
}

function total(courses: readonly Course[]): CumulativeDose | undefined {
  const first = courses[0];
  if (first?.cumulative === undefined) return undefined;
  const unit = first.cumulative.unit;
  let earliest = 0;
  let latest = 0;
  for (const course of courses) {
    const factor = course.cumulative === undefined ? undefined : unitFactor(course.cumulative.unit, unit);
    // Routes differ in how much of a dose arrives, so their amounts are not one sum.
    if (course.cumulative === undefined || factor === undefined || course.route !== first.route) return undefined;
    earliest += course.cumulative.amount.earliest * factor;
    latest += course.cumulative.amount.latest * factor;
  }
  return { amount: { earliest, latest }, unit };
}

/** Units that cannot be read, such as tablets, add up only with themselves. */
function unitFactor(from: string, to: string): number | undefined {
  return from === to ? 1 : doseFactor(from, to);
}

type Dated = { readonly start: Interval; readonly end: Interval };

function onAndOff(courses: readonly Course[]): Pick<Exposure, "onMonths" | "offMonths"> {
  const dated: Dated[] = [];
  for (const { start, end } of courses) {
    if (start === undefined || end === undefined) return { onMonths: undefined, offMonths: undefined };
    dated.push({ start, end });
  }
  return {
    onMonths: {
      earliest: covered(dated.map(({ start, end }) => ({ from: start.latest, to: end.earliest }))),
      latest: covered(dated.map(({ start, end }) => ({ from: start.earliest, to: end.latest }))),
    },
    offMonths: between(dated),
  };
}

/** Sum of the pauses, each from the latest end so far to the next start. */
function between(courses: readonly Dated[]): Interval {
  const ordered = [...courses].sort((a, b) => a.start.earliest - b.start.earliest);
  let earliest = 0;
  let latest = 0;
  let end: Interval | undefined;
  for (const course of ordered) {
    if (end !== undefined) {
      const pause = elapsed(end, course.start);
      earliest += Math.max(0, pause.earliest);
      latest += Math.max(0, pause.latest);
    }
    end = {
      earliest: Math.max(end?.earliest ?? course.end.earliest, course.end.earliest),
      latest: Math.max(end?.latest ?? course.end.latest, course.end.latest),
    };
  }
  return { earliest, latest };
}
