import {
  type CircuitWarning,
  createRunner,
  HOURS_PER_MONTH,
  type Runner,
  readScenario,
  type ScenarioFile,
  type ScenarioProblem,
  shownSites,
  simulationModels,
  type Trajectory,
  warningsOf,
  watchedRun,
} from "@materbone/circuit";

/** One run of a scenario: plain data, so that a worker hands it over as it is. */
export type CourseResult =
  | {
      readonly kind: "ran";
      /** Times of the rows, months. */
      readonly months: Float64Array;
      /** One value per row, by name. */
      readonly values: ReadonlyMap<string, Float64Array>;
      readonly units: ReadonlyMap<string, string>;
      /** Of the circuit only. */
      readonly warnings: readonly CircuitWarning[];
      readonly steps: number;
    }
  | { readonly kind: "refused"; readonly problems: readonly ScenarioProblem[] }
  /** The equations cannot be solved for it. */
  | { readonly kind: "failed"; readonly message: string };

export type RanCourse = Extract<CourseResult, { kind: "ran" }>;

/** A model's arrays are used again from run to run. */
const runners = new Map<string, Runner>();

export function simulateCourse(file: ScenarioFile): CourseResult {
  const read = readScenario(file, simulationModels);
  if (read.kind === "refused") return read;
  const { model, plan } = read.scenario;
  const runner = runners.get(model.name) ?? createRunner(model.kernel);
  runners.set(model.name, runner);
  try {
    const trajectory = runner.run(plan);
    return {
      kind: "ran",
      months: trajectory.times.map((time) => time * MONTHS_IN[model.kernel.timeUnit]),
      values: new Map(trajectory.columns.map(({ name }, column) => [name, valuesOf(trajectory, column)])),
      units: new Map(trajectory.columns.map(({ name, unit }) => [name, unit])),
      warnings: model.name === "circuit" ? warningsOf(watchedRun(model, plan, trajectory)).filter(isOfShown) : [],
      steps: trajectory.report.steps,
    };
  } catch (error) {
    if (error instanceof Error && error.name !== "TypeError") return { kind: "failed", message: error.message };
    throw error;
  }
}

/** Where no hip is shown, nothing is to be said of it. */
function isOfShown(warning: CircuitWarning): boolean {
  if (warning.kind !== "extrapolation" || warning.reason !== "hip") return true;
  return shownSites.some((site) => site !== "lumbarSpine");
}

const MONTHS_IN = { h: 1 / HOURS_PER_MONTH, d: 24 / HOURS_PER_MONTH, month: 1 } as const;

function valuesOf({ values }: Trajectory, column: number): Float64Array {
  return values[column] ?? new Float64Array(0);
}
