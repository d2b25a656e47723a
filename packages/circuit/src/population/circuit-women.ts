import { IntegrationError } from "@materbone/numerics";
import type { ModelKernel } from "../model-kernel.ts";
import { placeOf } from "../place-of.ts";
import { createRunner } from "../run/create-runner.ts";
import type { Plan } from "../run/plan.ts";
import { RestStateError } from "../run/rest-state.ts";
import type { Runner, Trajectory } from "../run/trajectory.ts";
import { firstBoundBroken, type PhysiologicalBound, type PhysiologicalState, type Refusal } from "./acceptance.ts";
import { type WomenPrior, womenDrawer } from "./draw-woman.ts";
import type { SimulatorOf } from "./population-runner.ts";

/** Women of a model and what they go through: plain data, so that a worker gets it as it is. */
export type CircuitJob = {
  readonly model: string;
  readonly prior: WomenPrior;
  readonly bounds: readonly PhysiologicalBound[];
  readonly trial: TrialCourse;
  /** Courses that every woman of the population goes through, one after the other. */
  readonly courses: readonly Plan[];
};

/** The course that women are tried on, the same whatever is simulated later. */
export type TrialCourse = {
  readonly plan: Plan;
  /** Positions among the times of the plan at which the bounds have to hold. */
  readonly rows: Readonly<Record<PhysiologicalState, number>>;
  /** Percent changes that weights are found from: of a column, between two positions among the times. */
  readonly features: readonly { readonly column: number; readonly from: number; readonly to: number }[];
};

/**
 * Makes the simulator of a job. The values of a woman are those of her courses, one after the other, each column by column.
 *
 * @param kernelOf - kernel of a model by name
 * @throws RangeError when the job names what the model does not have
 */
export function circuitSimulatorOf(kernelOf: (model: string) => ModelKernel): SimulatorOf<CircuitJob> {
  return ({ model, prior, bounds, trial, courses }) => {
    const kernel = kernelOf(model);
    const runner = createRunner(kernel);
    const own = Float64Array.from(kernel.parameters, ({ value }) => value);
    const places = prior.parameters.map(({ name }) => placeOf(kernel.parameters, name));
    const columnOf = new Map(trial.plan.columns.map(({ name }, column) => [name, column]));
    for (const { output } of bounds) {
      if (!columnOf.has(output)) throw new RangeError(`the trial has no column ${output}`);
    }
    const take = (parameters: Float64Array): Float64Array => {
      places.forEach((place, drawn) => {
        own[place] = parameters[drawn];
      });
      return own;
    };
    return {
      draw: womenDrawer(prior),
      parameterCount: places.length,
      featureCount: trial.features.length,
      valueCount: courses.reduce((sum, { times, columns }) => sum + times.length * columns.length, 0),
      admit: (parameters, features) => {
        const tried = attempt(runner, trial.plan, take(parameters));
        if (tried === undefined) return { kind: "notSolved", state: "lactation" };
        const valueAt = (state: PhysiologicalState) => (output: string) =>
          tried.values[columnOf.get(output) ?? 0][trial.rows[state]];
        trial.features.forEach(({ column, from, to }, feature) => {
          features[feature] = 100 * (tried.values[column][to] / tried.values[column][from] - 1);
        });
        return (
          firstBoundBroken(bounds, "rest", valueAt("rest")) ??
          firstBoundBroken(bounds, "lactation", valueAt("lactation")) ??
          (features.every(Number.isFinite) ? undefined : { kind: "notSolved", state: "lactation" })
        );
      },
      run: (parameters, values) => {
        let at = 0;
        for (const plan of courses) {
          const course = attempt(runner, plan, take(parameters));
          if (course === undefined) return { kind: "notSolved", state: "course" } satisfies Refusal;
          for (const column of course.values) {
            // A percent change since a value of 0.
            if (column.length !== plan.times.length) return { kind: "notSolved", state: "course" } satisfies Refusal;
            values.set(column, at);
            at += column.length;
          }
        }
        return values.every(Number.isFinite) ? undefined : { kind: "notSolved", state: "course" };
      },
    };
  };
}

/** `undefined` for a woman whose equations cannot be solved; anything else goes on as an error. */
function attempt(runner: Runner, plan: Plan, parameters: Float64Array): Trajectory | undefined {
  try {
    return runner.run(plan, { parameters });
  } catch (error) {
    if (error instanceof IntegrationError || error instanceof RestStateError) return undefined;
    throw error;
  }
}
