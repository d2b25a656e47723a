import {
  type CircuitWarning,
  caseSentences,
  circuitWarnings,
  medianWoman,
  type Scenario,
  saySiteVerdicts,
  shownValues,
  type Trajectory,
  untreatedPlan,
} from "@materbone/circuit";
import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";

/** Sentences that stand beside every output of a scenario: what it is, and what has to be told of it. */
export function simulationNotes(scenario: Scenario, terms: Terms): readonly string[] {
  return [terms.text(HYPOTHESIS), ...scenarioRemarks(scenario, terms)];
}

/** How the circuit fared at its own validation, and how far a drug's effect is known; nothing of another model. */
export function scenarioRemarks(scenario: Scenario, terms: Terms): readonly string[] {
  const isTreated = isOfCircuit(scenario) && untreatedPlan(scenario) !== undefined;
  return [...scenarioVerdicts(scenario, terms), ...(isTreated ? [terms.text(caseSentences.effect)] : [])];
}

/** How the circuit fared at the validation rows of the sites among the columns; nothing of another model. */
export function scenarioVerdicts(scenario: Scenario, terms: Terms): readonly string[] {
  const { model, plan } = scenario;
  return isOfCircuit(scenario) ? saySiteVerdicts(shownValues(model.kernel, plan.columns), terms) : [];
}

/**
 * What the circuit warns of in the course with its drugs.
 *
 * @param woman - the model's own, or the median woman of the population
 * @returns `undefined` of another model
 */
export function scenarioWarnings(
  scenario: Scenario,
  woman: "own" | "median" = "own",
): readonly CircuitWarning[] | undefined {
  const { model, plan } = scenario;
  if (!isOfCircuit(scenario)) return undefined;
  return circuitWarnings(model, plan, woman === "median" ? { parameters: medianWoman(model) } : {});
}

export function isOfCircuit({ model }: Scenario): boolean {
  return model.name === "circuit";
}

const HYPOTHESIS: Text = {
  en: "Hypothesis: computed by a model of one hypothetical woman, not measured in any, and no forecast for one.",
  zh: "假说：由假想个体的模型计算所得，并非任何人的实测值，也不是对个人的预测。",
};

/** Is the column a percent change since a value of 0? */
export function isUndefinedColumn({ times, values }: Trajectory, column: number): boolean {
  return values[column]?.length !== times.length;
}

/** One sentence for each percent change that is undefined. */
export function undefinedChangeNotes(scenario: Scenario, trajectory: Trajectory, terms: Terms): readonly string[] {
  const { timeUnit } = scenario.model.kernel;
  return scenario.plan.columns.flatMap((column, place) => {
    if (column.kind !== "change" || !isUndefinedColumn(trajectory, place)) return [];
    return [say(UNDEFINED_CHANGE, { name: column.name, since: `${column.since} ${timeUnit}` }, terms)];
  });
}

const UNDEFINED_CHANGE: Phrase<{ readonly name: string; readonly since: string }> = {
  en: ({ name, since }) =>
    `${name} is undefined and left empty: its output is 0 at ${since}, and there is no percent change since 0. Take another "since", or the output itself.`,
  zh: ({ name, since }) =>
    `${name} 无定义，留空：其输出在 ${since} 时为 0，无法计算相对于 0 的百分变化。请另取“since”，或直接输出该值。`,
};
