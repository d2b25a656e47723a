import type { Text } from "@materbone/clinical";
import type { PlanEvent } from "../run/plan.ts";
import { isWithin, type RunSpan } from "./run-span.ts";
import { report, type ScenarioReading, timeAt, timeText, valueAt, withinBounds, withUnit } from "./scenario-reading.ts";
import type { Course, CourseChange, QuantityText } from "./scenario-schema.ts";

/** Most changes of one parameter or input: daily for 27 years. */
export const MOST_CHANGES = 10_000;

/** A parameter or an input: its position, and the value before any change. */
export type Driven = {
  readonly kind: "parameter" | "input";
  readonly index: number;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
};

/** What a course sets from the start on, and what it changes later. */
export type ReadCourse = { readonly constant?: number; readonly events: readonly PlanEvent[] };

type Reached = { readonly time: number; readonly wasRamp: boolean; readonly value: number };

/**
 * Reads one value for the whole time, or steps and ramps in the order of time.
 *
 * @param span - `undefined` when the times of the run could not be read; then nothing is said about them
 */
export function readCourse(
  reading: ScenarioReading,
  at: string,
  course: Course,
  driven: Driven,
  span: RunSpan | undefined,
): ReadCourse {
  if (!Array.isArray(course)) {
    const value = drivenValueAt(reading, at, course, driven);
    return value === undefined ? { events: [] } : { constant: value, events: [] };
  }
  const { name } = driven;
  if (course.length === 0) {
    report(reading, at, { kind: "emptyList", what: "changes", name });
    return { events: [] };
  }
  if (course.length > MOST_CHANGES) {
    report(reading, at, { kind: "tooManyChanges", name, count: course.length, limit: MOST_CHANGES });
    return { events: [] };
  }
  const events: PlanEvent[] = [];
  const constant = firstValue(reading, `${at}/0`, course[0], driven);
  let reached: Reached = { time: Number.NEGATIVE_INFINITY, wasRamp: true, value: constant ?? driven.value };
  for (const [position, change] of course.entries()) {
    if (isFirstValue(change)) {
      if (position > 0) report(reading, `${at}/${position}`, { kind: "changeWithoutTime" });
      continue;
    }
    const read = readChange(reading, `${at}/${position}`, change, driven, reached, span);
    if (read === undefined) continue;
    events.push(...read.events);
    reached = read.reached;
  }
  return { ...(constant === undefined ? {} : { constant }), events };
}

/** The value before any change, where the list begins with one that has no time. */
function firstValue(
  reading: ScenarioReading,
  at: string,
  change: CourseChange | undefined,
  driven: Driven,
): number | undefined {
  if (change === undefined || !isFirstValue(change)) return undefined;
  return drivenValueAt(reading, `${at}/value`, change.value, driven);
}

type FirstValue = Exclude<CourseChange, TimedChange>;

function isFirstValue(change: CourseChange): change is FirstValue {
  return !("at" in change || "from" in change);
}

type TimedChange = Extract<CourseChange, { at: unknown } | { from: unknown }>;

type ReadChange = { readonly events: readonly PlanEvent[]; readonly reached: Reached };

function readChange(
  reading: ScenarioReading,
  at: string,
  change: TimedChange,
  driven: Driven,
  before: Reached,
  span: RunSpan | undefined,
): ReadChange | undefined {
  return "from" in change
    ? readRamp(reading, at, change, driven, before, span)
    : readStep(reading, at, change, driven, before, span);
}

function readStep(
  reading: ScenarioReading,
  at: string,
  { at: moment, value: given, times }: Extract<CourseChange, { at: unknown }>,
  driven: Driven,
  before: Reached,
  span: RunSpan | undefined,
): ReadChange | undefined {
  const time = timeAt(reading, `${at}/at`, moment);
  const value = stepValue(reading, at, given, times, driven, before.value);
  if (time === undefined) return undefined;
  const isInOrder = orderedAfter(reading, `${at}/at`, time, before, before.wasRamp);
  isInside(reading, `${at}/at`, time, span);
  if (!isInOrder) return undefined;
  const reached = { time, wasRamp: false, value: value ?? before.value };
  if (value === undefined) return { events: [], reached };
  const { kind, index } = driven;
  const event: PlanEvent = kind === "parameter" ? { time, kind, index, value } : { time, kind, index, value, slope: 0 };
  return { events: [event], reached };
}

function stepValue(
  reading: ScenarioReading,
  at: string,
  given: Extract<CourseChange, { at: unknown }>["value"],
  times: number | undefined,
  driven: Driven,
  before: number,
): number | undefined {
  if ((given === undefined) === (times === undefined)) return report(reading, at, { kind: "valueOrTimes" });
  if (given !== undefined) return drivenValueAt(reading, `${at}/value`, given, driven);
  const value = before * (times ?? 1);
  return withinBounds(reading, `${at}/times`, driven, value) && isWithinReach(reading, `${at}/times`, driven, value)
    ? value
    : undefined;
}

function drivenValueAt(reading: ScenarioReading, at: string, given: QuantityText, driven: Driven): number | undefined {
  const value = valueAt(reading, at, given, driven);
  return value !== undefined && isWithinReach(reading, at, driven, value) ? value : undefined;
}

/** Times the model's own value of a parameter beyond which a unit was mistaken, and no integration goes on. */
const REACH = 1e9;

const REACH_REASON: Text = {
  en: "numerical: a billion times the value of the model",
  zh: "数值原因：模型原值的 10 亿倍",
};

/** Parameters only: the inputs rest at 0 and have bounds of their own. */
function isWithinReach(reading: ScenarioReading, at: string, driven: Driven, value: number): boolean {
  const limit = REACH * Math.abs(driven.value);
  if (driven.kind === "input" || limit === 0 || Math.abs(value) <= limit) return true;
  const { name, unit } = driven;
  const bounds = [`<= ${withUnit(limit, unit)}`];
  report(reading, at, { kind: "outOfBounds", name, value: withUnit(value, unit), bounds, reason: REACH_REASON });
  return false;
}

function readRamp(
  reading: ScenarioReading,
  at: string,
  { from: first, to: last, value: given }: Extract<CourseChange, { from: unknown }>,
  driven: Driven,
  before: Reached,
  span: RunSpan | undefined,
): ReadChange | undefined {
  const { kind, index, name } = driven;
  if (kind === "parameter") return report(reading, at, { kind: "rampOfParameter", name });
  const from = timeAt(reading, `${at}/from`, first);
  const to = timeAt(reading, `${at}/to`, last);
  const value = valueAt(reading, `${at}/value`, given, driven);
  if (from === undefined || to === undefined) return undefined;
  isInside(reading, `${at}/from`, from, span);
  if (!orderedAfter(reading, `${at}/from`, from, before, true)) return undefined;
  if (!(to > from)) {
    return report(reading, at, { kind: "rampBackwards", from: timeText(reading, from), to: timeText(reading, to) });
  }
  const reached = { time: to, wasRamp: true, value: value ?? before.value };
  if (value === undefined) return { events: [], reached };
  const slope = (value - before.value) / (to - from);
  return {
    events: [
      { time: from, kind, index, value: before.value, slope },
      { time: to, kind, index, value, slope: 0 },
    ],
    reached,
  };
}

/** A step may follow at the end of a ramp, and a ramp at the time of a step; two steps need two times. */
function orderedAfter(reading: ScenarioReading, at: string, time: number, before: Reached, mayTouch: boolean): boolean {
  if (mayTouch ? time >= before.time : time > before.time) return true;
  report(reading, at, { kind: "notAscending", time: timeText(reading, time), before: timeText(reading, before.time) });
  return false;
}

function isInside(reading: ScenarioReading, at: string, time: number, span: RunSpan | undefined): void {
  if (span === undefined || isWithin(span, time)) return;
  report(reading, at, {
    kind: "outsideTime",
    what: "change",
    time: timeText(reading, time),
    from: timeText(reading, span.start),
    to: timeText(reading, span.end),
  });
}
