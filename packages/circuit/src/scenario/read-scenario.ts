import { jsonPointer, type LocalText, readDocument } from "@materbone/clinical";
import { inOrder } from "../run/event-order.ts";
import type { Plan, PlanEvent } from "../run/plan.ts";
import type { SimulationModel } from "../simulation-model.ts";
import { readColumns } from "./read-columns.ts";
import { readCourse } from "./read-course.ts";
import { readDoses } from "./read-doses.ts";
import { readOutputTimes } from "./read-output-times.ts";
import { readStart } from "./read-start.ts";
import { isWithin, type RunSpan, runSpan, snapped } from "./run-span.ts";
import { type ScenarioParts, scenarioParts } from "./scenario-parts.ts";
import type { ScenarioProblem } from "./scenario-problem.ts";
import { nearestName, positionOf, report, type ScenarioReading, timeAt, timeText } from "./scenario-reading.ts";
import { type Course, SCENARIO_SCHEMA, scenarioSchema } from "./scenario-schema.ts";
import { sumsWithin } from "./sums-within.ts";
import { hoursOf, TIME_UNITS, type TimeUnit, timeUnitOf } from "./time-unit.ts";

/** A scenario that can be run. */
export type Scenario = {
  readonly title?: LocalText;
  readonly model: SimulationModel;
  readonly plan: Plan;
  /** Unit in which the times of the rows are printed. */
  readonly timeUnit: TimeUnit;
};

export type ReadScenario =
  | { readonly kind: "read"; readonly scenario: Scenario }
  | { readonly kind: "refused"; readonly problems: readonly ScenarioProblem[] };

/** Relative tolerance of a step: every output of the reference trajectories is then met to a relative 1e-6. */
export const DEFAULT_TOLERANCE = 1e-10;

/** Longest run, years of 8766 h: a life. */
const LONGEST_YEARS = 150;

/**
 * Reads a scenario from parsed JSON into a plan: names become positions, units and times those of the model.
 * Everything that is wrong is told in one go, each with its place.
 *
 * @param models - those that a scenario may name
 */
export function readScenario(document: unknown, models: readonly SimulationModel[]): ReadScenario {
  const read = readDocument(document, SCENARIO_SCHEMA, scenarioSchema);
  const problems: ScenarioProblem[] =
    read.kind === "read" ? [] : read.problems.map((problem) => ({ at: problem.at, kind: "schema", problem }));
  if (typeof document !== "object" || document === null || problems.some(isOfTheWhole)) {
    return { kind: "refused", problems };
  }
  const parts = scenarioParts(document, read.kind === "read" ? [] : read.problems);
  const model = modelOf(parts.model, models, problems);
  if (model === undefined) return { kind: "refused", problems };
  const scenario = readParts({ model, problems }, parts);
  return problems.length > 0 || scenario === undefined ? { kind: "refused", problems } : { kind: "read", scenario };
}

/** A file of another kind, or one that nests without end, is read no further. */
function isOfTheWhole({ at, kind }: ScenarioProblem): boolean {
  return kind === "schema" && (at === "" || at === "/schema" || at.split("/").length > DEEPEST);
}

/** Steps of the longest pointer of the format, with one to spare. */
const DEEPEST = 8;

function modelOf(
  name: unknown,
  models: readonly SimulationModel[],
  problems: ScenarioProblem[],
): SimulationModel | undefined {
  if (typeof name !== "string") return undefined;
  const known = models.map((model) => model.name);
  const found = models.find((model) => model.name === name);
  if (found === undefined) {
    const nearest = nearestName(name, known);
    problems.push({
      at: "/model",
      kind: "unknownName",
      what: "model",
      name,
      model: "",
      nearest,
      otherwise: undefined,
      known,
    });
  }
  return found;
}

function readParts(reading: ScenarioReading, parts: ScenarioParts): Scenario | undefined {
  const { model, problems } = reading;
  const { kernel } = model;
  const start = parts.start === undefined ? 0 : timeAt(reading, "/start/at", parts.start);
  const times = readOutputTimes(reading, "/outputs/times", parts.times);
  const span = start === undefined || times === undefined ? undefined : spanOf(reading, start, times);
  const from = readStart(reading, parts.from, parts.values);
  const parameters = readCourses(reading, "parameter", parts.parameters, span);
  const inputs = readCourses(reading, "input", parts.inputs, span);
  const doses = readDoses(reading, parts.doses, span);
  const columns = readColumns(reading, parts.names, parts.changes, span, times ?? []);
  const timeUnit = parts.timeUnit === undefined ? kernel.timeUnit : timeUnitOf(parts.timeUnit);
  if (timeUnit === undefined) {
    report(reading, "/outputs/timeUnit", { kind: "timeUnit", value: parts.timeUnit ?? "", known: TIME_UNITS });
  }
  if (problems.length > 0 || span === undefined || times === undefined || timeUnit === undefined) return undefined;
  const events = [...parameters.events, ...inputs.events, ...doses].map((event) => ({
    ...event,
    time: snapped(span, times, event.time),
  }));
  const plan: Plan = {
    model: model.name,
    start: span.start,
    from,
    parameters: parameters.constants,
    inputs: inputs.constants,
    events: inOrder(events),
    times: times.map((time) => snapped(span, [], time)),
    atEvents: parts.atEvents ?? "before",
    columns,
    tolerance: parts.tolerance ?? DEFAULT_TOLERANCE,
  };
  sumsWithin(reading, plan);
  return { ...(parts.title === undefined ? {} : { title: parts.title }), model, plan, timeUnit };
}

function spanOf(reading: ScenarioReading, start: number, times: Float64Array): RunSpan | undefined {
  const span = runSpan(start, times.at(-1) ?? start);
  const first = times[0] ?? start;
  if (!(span.end > start + span.moment)) {
    return report(reading, "/outputs/times", { kind: "nothingAfterStart", start: timeText(reading, start) });
  }
  if (!isWithin(span, first)) {
    report(reading, "/outputs/times", {
      kind: "outsideTime",
      what: "output",
      time: timeText(reading, first),
      from: timeText(reading, start),
      to: timeText(reading, span.end),
    });
  }
  const { timeUnit } = reading.model.kernel;
  const clock = { timeUnit, modelYearHours: reading.model.modelYearHours };
  const years = ((span.end - start) * hoursOf(timeUnit, clock)) / hoursOf("year", clock);
  if (years > LONGEST_YEARS) {
    report(reading, "/outputs/times", { kind: "tooLong", years: Math.round(years), limit: LONGEST_YEARS });
  }
  return span;
}

type Constants = readonly { readonly index: number; readonly value: number }[];

function readCourses(
  reading: ScenarioReading,
  kind: "parameter" | "input",
  courses: readonly (readonly [name: string, course: Course])[],
  span: RunSpan | undefined,
): { readonly constants: Constants; readonly events: readonly PlanEvent[] } {
  const { kernel } = reading.model;
  const all = kind === "parameter" ? kernel.parameters : kernel.inputs;
  const constants: { index: number; value: number }[] = [];
  const events: PlanEvent[] = [];
  for (const [name, course] of courses) {
    const at = jsonPointer([`${kind}s`, name]);
    const index = positionOf(reading, at, kind, name, all);
    const driven = all[index ?? -1];
    if (index === undefined || driven === undefined) continue;
    const read = readCourse(reading, at, course, { kind, index, ...driven }, span);
    if (read.constant !== undefined) constants.push({ index, value: read.constant });
    events.push(...read.events);
  }
  return { constants, events };
}
