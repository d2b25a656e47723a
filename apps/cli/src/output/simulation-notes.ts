import {
  type CircuitWarning,
  caseSentences,
  circuitWarnings,
  medianWoman,
  type Scenario,
  sayPublishedDensity,
  saySiteVerdicts,
  shownValues,
  type Trajectory,
  untreatedPlan,
} from "@materbone/circuit";
import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";

/** A scenario as it ran, and without drugs that act on bone where that was run too. */
export type RanCourses = { readonly trajectory: Trajectory; readonly untreated?: Trajectory | undefined };

/** Sentences that stand beside every output of a scenario: what it is, and what has to be told of it. */
export function simulationNotes(scenario: Scenario, ran: RanCourses, terms: Terms): readonly string[] {
  return [terms.text(HYPOTHESIS), ...scenarioRemarks(scenario, ran, terms)];
}

/**
 * How the circuit fared at its own validation, and how far a drug's effect is known, nothing of another model; and which percent
 * changes are undefined.
 */
export function scenarioRemarks(scenario: Scenario, ran: RanCourses, terms: Terms): readonly string[] {
  const isTreated = isOfCircuit(scenario) && untreatedPlan(scenario) !== undefined;
  return [
    ...scenarioVerdicts(scenario, terms),
    ...(isTreated ? [terms.text(caseSentences.effect)] : []),
    ...undefinedChangeNotes(scenario, ran, terms),
  ];
}

/** How the circuit fared at the validation rows of the sites among the columns, by which equations the calcium-bone model has density. */
export function scenarioVerdicts(scenario: Scenario, terms: Terms): readonly string[] {
  const { model, plan } = scenario;
  const names = shownValues(model.kernel, plan.columns);
  if (model.name === "calcium-bone") return sayPublishedDensity(names, terms);
  return isOfCircuit(scenario) ? saySiteVerdicts(names, terms) : [];
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

/** One sentence for each percent change that is undefined, which says where it is so in one course alone. */
export function undefinedChangeNotes(
  scenario: Scenario,
  { trajectory, untreated }: RanCourses,
  terms: Terms,
): readonly string[] {
  const { timeUnit } = scenario.model.kernel;
  return scenario.plan.columns.flatMap((column, place) => {
    if (column.kind !== "change") return [];
    const isTreated = isUndefinedColumn(trajectory, place);
    const isUntreated = untreated === undefined ? isTreated : isUndefinedColumn(untreated, place);
    if (!isTreated && !isUntreated) return [];
    const course = isTreated === isUntreated ? undefined : isTreated ? "treated" : "untreated";
    return [say(UNDEFINED_CHANGE, { name: column.name, since: `${column.since} ${timeUnit}`, course }, terms)];
  });
}

type UndefinedChange = {
  readonly name: string;
  readonly since: string;
  /** Where one course alone is meant. */
  readonly course: "treated" | "untreated" | undefined;
};

const COURSE_ALONE: Readonly<Record<"treated" | "untreated", Text>> = {
  treated: { en: " in the course with drugs", zh: "（用药病程）" },
  untreated: { en: " in the course without drugs", zh: "（未用药病程）" },
};

const UNDEFINED_CHANGE: Phrase<UndefinedChange> = {
  en: ({ name, since, course }) =>
    `${name} is undefined${course === undefined ? "" : COURSE_ALONE[course].en} and left empty: its output is 0 at ${since}, and there is no percent change since 0. Take another "since", or the output itself.`,
  zh: ({ name, since, course }) =>
    `${name}${course === undefined ? " " : COURSE_ALONE[course].zh}无定义，留空：其输出在 ${since} 时为 0，无法计算相对于 0 的百分变化。请另取“since”，或直接输出该值。`,
};
