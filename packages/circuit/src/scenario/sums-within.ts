import { jsonPointer } from "@materbone/clinical";
import type { Plan, PlanEvent } from "../run/plan.ts";
import { report, type ScenarioReading, withUnit } from "./scenario-reading.ts";

/** Of the sum of two quantities that were converted from other units. */
const ROUNDING = 1e-9;

/** Reports each input that takes more from the parameter it adds to than there is, at any time of the plan. */
export function sumsWithin(reading: ScenarioReading, { start, parameters, inputs, events }: Plan): void {
  const { kernel, facts } = reading.model;
  for (const [index, { name, unit, value: resting }] of kernel.inputs.entries()) {
    const bounds = facts.get(name)?.bounds;
    const place = kernel.parameters.findIndex((one) => one.name === bounds?.addsTo);
    const parameter = kernel.parameters[place];
    if (parameter === undefined) continue;
    const least = leastSum(
      start,
      parameters.find((one) => one.index === place)?.value ?? parameter.value,
      inputs.find((one) => one.index === index)?.value ?? resting,
      events.filter((event) => event.kind !== "dose" && event.index === (event.kind === "parameter" ? place : index)),
    );
    if (least >= -ROUNDING) continue;
    report(reading, jsonPointer(["inputs", name]), {
      kind: "outOfBounds",
      name: `${parameter.name} + ${name}`,
      value: withUnit(least, unit),
      bounds: [`>= ${withUnit(0, unit)}`],
      reason: bounds?.reason,
    });
  }
}

/** Over a parameter that changes in steps and an input that changes in steps and ramps: what holds for no time does not count. */
function leastSum(start: number, parameter: number, input: number, events: readonly PlanEvent[]): number {
  let [time, slope] = [start, 0];
  let least = Number.POSITIVE_INFINITY;
  for (const event of events) {
    if (event.kind === "dose") continue;
    const before = input + slope * (event.time - time);
    if (event.time > time) least = Math.min(least, parameter + input, parameter + before);
    input = event.kind === "input" ? event.value : before;
    if (event.kind === "input") slope = event.slope;
    else parameter = event.value;
    time = event.time;
  }
  return Math.min(least, parameter + input);
}
