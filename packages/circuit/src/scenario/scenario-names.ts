import type { Text } from "@materbone/clinical";
import { modelColumns } from "../run/model-columns.ts";
import type { SimulationModel } from "../simulation-model.ts";

/** A name that a scenario of a model may use. */
export type ScenarioName = {
  readonly kind: "parameter" | "input" | "state" | "depot" | "output" | "agent";
  readonly name: string;
  /** Published value, resting value, or initial value; the usual dose of a drug. */
  readonly value?: number;
  readonly unit: string;
  readonly meaning?: Text;
  readonly source?: string;
  /** State or depot that a dose goes into. */
  readonly into?: string;
  /** A column that is given only where a scenario names it, because the model fails its own validation there. */
  readonly isHidden?: true;
};

/** Every name that a scenario of the model may use, with what it means. */
export function scenarioNames({ kernel, facts, doseRoutes, hidden }: SimulationModel): readonly ScenarioName[] {
  const parameters = Float64Array.from(kernel.parameters, ({ value }) => value);
  const constants = new Float64Array(kernel.constantCount);
  const initial = new Float64Array(kernel.states.length);
  kernel.constants(parameters, constants);
  kernel.initialState(constants, initial);
  const known = (name: string): Pick<ScenarioName, "meaning" | "source"> => {
    const found = facts.get(name);
    if (found === undefined) return {};
    return { meaning: found.meaning, ...(found.source === undefined ? {} : { source: found.source }) };
  };
  const mark = (name: string): Pick<ScenarioName, "isHidden"> => (hidden?.has(name) ? { isHidden: true } : {});
  const others = new Set([...kernel.states, ...kernel.depots, ...kernel.inputs].map(({ name }) => name));
  return [
    ...kernel.parameters.map((one) => ({ kind: "parameter" as const, ...one, ...known(one.name) })),
    ...kernel.inputs.map((one) => ({ kind: "input" as const, ...one, ...known(one.name) })),
    ...kernel.states.map(({ name, unit }, place) => ({
      kind: "state" as const,
      name,
      unit,
      value: initial[place],
      ...known(name),
      ...mark(name),
    })),
    ...kernel.depots.map(({ name, unit }) => ({ kind: "depot" as const, name, unit, value: 0, ...known(name) })),
    ...modelColumns(kernel)
      .filter(({ name }) => !others.has(name))
      .map(({ name, unit }) => ({ kind: "output" as const, name, unit, ...known(name), ...mark(name) })),
    ...doseRoutes.map(({ agent, into, usual, source }) => ({
      kind: "agent" as const,
      name: agent,
      value: usual.value,
      unit: usual.unit,
      into,
      source,
    })),
  ];
}
