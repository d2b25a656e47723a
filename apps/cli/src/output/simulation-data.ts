import { type CircuitWarning, hoursOf, type Scenario, sayCite, type Trajectory } from "@materbone/circuit";
import { localText, type Terms } from "@materbone/clinical";
import type * as z from "zod";
import { csvLine } from "./csv.ts";
import { jsonText } from "./json.ts";
import { isUndefinedColumn, simulationNotes } from "./simulation-notes.ts";
import type { simulateShape } from "./simulation-shape.ts";
import { warningOutput } from "./warning-data.ts";

/** Digits of a printed value: one more than differences of 1e-13 need. */
const DIGITS = 15;

/** The times of the rows in the unit that the scenario asks for. */
export function printedTimes(scenario: Scenario, { times }: Trajectory): readonly number[] {
  return inTimeUnit(scenario, times);
}

/** The times of the rows that a scenario asks for, in its own unit. */
export function timesOf(scenario: Scenario): readonly number[] {
  return inTimeUnit(scenario, scenario.plan.times);
}

function inTimeUnit({ model, timeUnit }: Scenario, times: Float64Array): readonly number[] {
  const { kernel, modelYearHours } = model;
  if (timeUnit === kernel.timeUnit) return [...times];
  const clock = { timeUnit: kernel.timeUnit, modelYearHours };
  const factor = hoursOf(kernel.timeUnit, clock) / hoursOf(timeUnit, clock);
  return Array.from(times, (time) => time * factor);
}

/**
 * A header and one line per row; the first column is `time_h`, `time_d`, `time_month`, ... The course without drugs that act
 * on bone follows in columns that end in `_untreated`.
 */
export function simulationCsv(scenario: Scenario, trajectory: Trajectory, untreated?: Trajectory): string {
  const names = trajectory.columns.map(({ name }) => name);
  const header = csvLine([
    `time_${scenario.timeUnit}`,
    ...names,
    ...(untreated === undefined ? [] : names.map((name) => `${name}_untreated`)),
  ]);
  const columns = [...trajectory.values, ...(untreated?.values ?? [])];
  const rows = printedTimes(scenario, trajectory).map((time, row) =>
    csvLine([digits(time), ...columns.map((column) => digits(column[row]))]),
  );
  return header + rows.join("");
}

/** `undefined` where a column has no value. */
function digits(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(DIGITS));
}

export function simulationJson(
  scenario: Scenario,
  trajectory: Trajectory,
  untreated: Trajectory | undefined,
  warnings: readonly CircuitWarning[],
  terms: Terms,
): string {
  const { model, plan, title, timeUnit } = scenario;
  const { steps, segments, method, tolerance, switches } = trajectory.report;
  const output: z.infer<typeof simulateShape> = {
    kind: "hypothesis",
    notes: [...simulationNotes(scenario, { trajectory, untreated }, terms)],
    model: model.name,
    version: model.version,
    title: title === undefined ? null : localText(title, terms.lang),
    parameters: plan.parameters.map(({ index, value }) => {
      const { name, unit, value: published } = model.kernel.parameters[index] ?? UNNAMED;
      const source = model.facts.get(name)?.source;
      return { name, value, unit, published, source: source === undefined ? null : sayCite(source, terms) };
    }),
    timeUnit,
    times: [...printedTimes(scenario, trajectory)],
    columns: columnsOf(trajectory),
    untreated: untreated === undefined ? null : { columns: columnsOf(untreated) },
    warnings: [...warningOutput(warnings, terms)],
    method: { name: method, tolerance, segments, steps, switches },
  };
  return jsonText(output);
}

function columnsOf(trajectory: Trajectory): z.infer<typeof simulateShape>["columns"] {
  return trajectory.columns.map(({ name, unit }, place) => ({
    name,
    unit,
    values: isUndefinedColumn(trajectory, place) ? null : [...(trajectory.values[place] ?? [])],
  }));
}

const UNNAMED = { name: "", unit: "", value: 0 } as const;
