import { nearest } from "@materbone/clinical";
import type { SimulationModel } from "../simulation-model.ts";
import { type QuantityRule, readQuantity } from "./quantity.ts";
import { readTime } from "./read-time.ts";
import type { NamedThing, ScenarioProblem, ScenarioProblemKind } from "./scenario-problem.ts";
import type { QuantityText, TimeText } from "./scenario-schema.ts";

/** What the parts of a scenario are read with: the model, and the list that problems are added to. */
export type ScenarioReading = {
  readonly model: SimulationModel;
  readonly problems: ScenarioProblem[];
};

export function report(reading: ScenarioReading, at: string, kind: ScenarioProblemKind): undefined {
  reading.problems.push({ at, ...kind });
  return undefined;
}

/** A time in the unit of the model; a slip is reported and gives `undefined`. */
export function timeAt(reading: ScenarioReading, at: string, given: TimeText): number | undefined {
  const { kernel, modelYearHours } = reading.model;
  const read = readTime(given, { timeUnit: kernel.timeUnit, modelYearHours });
  return read.kind === "read" ? read.value : report(reading, at, read);
}

/** A value in the unit of what is named; slips and values out of bounds are reported and give `undefined`. */
export function valueAt(
  reading: ScenarioReading,
  at: string,
  given: QuantityText,
  named: { readonly name: string; readonly unit: string },
): number | undefined {
  const facts = reading.model.facts.get(named.name);
  const mass = facts?.molarMassGPerMol;
  const rule: QuantityRule = { unit: named.unit, ...(mass === undefined ? {} : { molarMassGPerMol: mass }) };
  const read = readQuantity(given, rule);
  if (read.kind === "unitUnknown" && named.unit === reading.model.kernel.timeUnit) {
    // A duration may count in the years of the model's age clock, which are no unit of anything else.
    const { kernel, modelYearHours } = reading.model;
    const duration = readTime(given, { timeUnit: kernel.timeUnit, modelYearHours });
    if (duration.kind === "read") return withinBounds(reading, at, named, duration.value) ? duration.value : undefined;
  }
  if (read.kind !== "read") return report(reading, at, read);
  return withinBounds(reading, at, named, read.value) ? read.value : undefined;
}

/** Is the value within what the model holds for? If not, that is reported. */
export function withinBounds(
  reading: ScenarioReading,
  at: string,
  { name, unit }: { readonly name: string; readonly unit: string },
  value: number,
): boolean {
  const { above, least, below, most, oneOf, reason } = reading.model.facts.get(name)?.bounds ?? {};
  const isHighEnough = (above === undefined || value > above) && (least === undefined || value >= least);
  const isLowEnough = (below === undefined || value < below) && (most === undefined || value <= most);
  if (isHighEnough && isLowEnough && (oneOf === undefined || oneOf.includes(value))) return true;
  const bound = (sign: string, limit: number | undefined): readonly string[] =>
    limit === undefined ? [] : [`${sign} ${withUnit(limit, unit)}`];
  const bounds = [
    ...bound(">", above),
    ...bound(">=", least),
    ...bound("<", below),
    ...bound("<=", most),
    ...(oneOf ?? []).map(String),
  ];
  report(reading, at, { kind: "outOfBounds", name, value: withUnit(value, unit), bounds, reason });
  return false;
}

/** A time of the model as a message shows it: "4383 h". */
export function timeText({ model }: ScenarioReading, time: number): string {
  return withUnit(time, model.kernel.timeUnit);
}

/** A value as a message shows it, in ten digits at most. */
export function withUnit(value: number, unit: string): string {
  const digits = String(Number(value.toPrecision(10)));
  return unit === "1" || unit === "-" || unit === "0/1" ? digits : `${digits} ${unit}`;
}

/** The position of a name; an unknown one is reported with the nearest, or with what it is instead. */
export function positionOf(
  reading: ScenarioReading,
  at: string,
  what: NamedThing,
  name: string,
  known: readonly { readonly name: string }[],
): number | undefined {
  const found = known.findIndex((one) => one.name === name);
  if (found >= 0) return found;
  const names = known.map((one) => one.name);
  return report(reading, at, {
    kind: "unknownName",
    what,
    name,
    model: reading.model.name,
    nearest: nearestName(name, names),
    otherwise: otherwise(reading.model, what, name),
    known: names,
  });
}

/** The nearest of names that are often one letter long: a slip of case first. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  return known.find((one) => one.toLowerCase() === name.toLowerCase()) ?? nearest(name, known);
}

function otherwise(
  { kernel }: SimulationModel,
  what: NamedThing,
  name: string,
): "parameter" | "input" | "state" | "depot" | undefined {
  const has = (list: readonly { readonly name: string }[]): boolean => list.some((one) => one.name === name);
  if (what !== "parameter" && has(kernel.parameters)) return "parameter";
  if (what !== "input" && has(kernel.inputs)) return "input";
  if (what !== "state" && what !== "place" && has(kernel.states)) return "state";
  if (what !== "place" && has(kernel.depots)) return "depot";
  return undefined;
}
