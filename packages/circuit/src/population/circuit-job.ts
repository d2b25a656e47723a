import type { SkeletalSite } from "@materbone/clinical";
import type { Plan } from "../run/plan.ts";
import { readScenario } from "../scenario/read-scenario.ts";
import { SCENARIO_SCHEMA } from "../scenario/scenario-schema.ts";
import { HOURS_PER_MONTH } from "../scenario/time-unit.ts";
import type { SimulationModel } from "../simulation-model.ts";
import type { CircuitJob, TrialCourse } from "./circuit-women.ts";
import { populationKnowledge, statedPrior } from "./population-knowledge.ts";
import type { PopulationAnchor } from "./virtual-women.ts";

/**
 * Relative tolerance of a step in populations: the error of an output stays below 1e-4, far inside what women differ by, at
 * half the steps of a single course.
 */
export const POPULATION_TOLERANCE = 1e-4;

/** Output of the circuit that is bone density over its level at rest, by site. */
export const DENSITY_OUTPUTS: Readonly<Record<SkeletalSite, string>> = {
  lumbarSpine: "BMD_LS",
  femoralNeck: "BMD_FN",
  totalHip: "BMD_TH",
};

export type CircuitPopulation = {
  readonly job: CircuitJob;
  /** What the women's features are weighed to. */
  readonly anchors: readonly PopulationAnchor[];
};

/**
 * The job of a population that goes through the courses, with women of the stated prior.
 *
 * @param model - the circuit, or a model with its outputs
 * @throws RangeError when the model lacks an output that women are tried by
 */
export function circuitPopulation(model: SimulationModel, courses: readonly Plan[]): CircuitPopulation {
  const { anchors } = populationKnowledge;
  return {
    job: {
      model: model.name,
      prior: statedPrior(model.kernel.parameters),
      bounds: populationKnowledge.bounds,
      trial: trialCourse(model),
      courses: courses.map((plan) => ({ ...plan, tolerance: Math.max(plan.tolerance, POPULATION_TOLERANCE) })),
    },
    anchors: anchors.map(({ id, mean, sd, women, use }, feature) => ({ id, feature, mean, sd, women, use })),
  };
}

/** Full nursing of one infant without a drug: rows at rest, in lactation, at its end, and at each anchor after it. */
function trialCourse(model: SimulationModel): TrialCourse {
  const { trial, anchors, bounds } = populationKnowledge;
  const { nursingMonths, lactationMonth } = trial;
  const months = [
    ...new Set([0, lactationMonth, nursingMonths, ...anchors.map(({ months: after }) => nursingMonths + after)]),
  ];
  const end = Math.max(...months);
  const names = [
    ...new Set([...bounds.map(({ output }) => output), ...anchors.map(({ site }) => DENSITY_OUTPUTS[site])]),
  ];
  const read = readScenario(
    {
      schema: SCENARIO_SCHEMA,
      model: model.name,
      start: { from: "rest" },
      inputs: {
        NURSING: [
          { at: 0, value: 1 },
          { at: `${nursingMonths} month`, value: 0 },
        ],
        POSTPARTUM: [{ from: 0, to: `${end} month`, value: `${(end * HOURS_PER_MONTH) / 24} d` }],
      },
      outputs: { times: months.map((month) => `${month} month`), names },
      tolerance: POPULATION_TOLERANCE,
    },
    [model],
  );
  if (read.kind === "refused") {
    throw new RangeError(`${model.name} cannot run the trial of women: ${JSON.stringify(read.problems[0])}`);
  }
  const { plan } = read.scenario;
  const rowOf = (month: number): number => [...months].sort((a, b) => a - b).indexOf(month);
  return {
    plan,
    rows: { rest: 0, lactation: rowOf(lactationMonth) },
    features: anchors.map(({ site, months: after }) => ({
      column: names.indexOf(DENSITY_OUTPUTS[site]),
      from: rowOf(nursingMonths),
      to: rowOf(nursingMonths + after),
    })),
  };
}
