import { jsonPointer } from "@materbone/clinical";
import type { StartFrom } from "../run/plan.ts";
import { positionOf, report, type ScenarioReading, valueAt } from "./scenario-reading.ts";
import type { QuantityText, ScenarioFile } from "./scenario-schema.ts";

type StartEntry = NonNullable<ScenarioFile["start"]>;

/** The initial values: those published, some of them replaced, or the rest state. */
export function readStart(
  reading: ScenarioReading,
  from: StartEntry["from"],
  values: readonly (readonly [name: string, value: QuantityText])[],
): StartFrom {
  if (from === "rest") {
    const { name, noRest } = reading.model;
    if (noRest !== undefined) report(reading, "/start/from", { kind: "noRest", model: name, reason: noRest });
    if (values.length > 0) report(reading, "/start/values", { kind: "restWithValues" });
    return { kind: "rest" };
  }
  const { states } = reading.model.kernel;
  return {
    kind: "published",
    states: values.flatMap(([name, given]) => {
      const at = jsonPointer(["start", "values", name]);
      const index = positionOf(reading, at, "state", name, states);
      const state = states[index ?? -1];
      if (index === undefined || state === undefined) return [];
      const value = valueAt(reading, at, given, state);
      return value === undefined ? [] : [{ index, value }];
    }),
  };
}
