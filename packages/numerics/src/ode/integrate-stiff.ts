import { IntegrationError } from "./integration-error.ts";
import { NdfStepper, type ParameterSlope } from "./ndf-stepper.ts";
import { RosenbrockStepper } from "./rosenbrock-stepper.ts";
import { RODAS5P } from "./rosenbrock-tableau.ts";
import type { StepCounts, Stepper, Tolerance } from "./stepper.ts";
import type { StiffSystem } from "./stiff-system.ts";
import { type SwitchLimit, SwitchWatch } from "./switch-watch.ts";

/** A Rosenbrock method of order 5, or differentiation formulas of order 1 to 5 as an independent check. */
export type StiffMethod = "rodas5p" | "ndf";

/** Derivatives of the state to parameters: ds/dt = J s + df/dp, one column of n values a parameter. */
export type Sensitivities = {
  readonly parameterSlope: ParameterSlope;
  /** Columns at `from`, one after the other, length n x parameters; overwritten with those at `to`. */
  readonly values: Float64Array;
};

export type StiffProblem = {
  readonly system: StiffSystem;
  /** Default "rodas5p". */
  readonly method?: StiffMethod;
  readonly from: number;
  /** At or after `from`; the last step ends exactly on it. */
  readonly to: number;
  /** State at `from`, length n; overwritten with the state at `to`. */
  readonly state: Float64Array;
  readonly tolerance: Tolerance;
  /** Ascending, none before `from`; those after `to` are left to a later call. They do not bend the steps. */
  readonly outputTimes?: Float64Array;
  /** Index of the first output time that is still due; default 0. */
  readonly firstOutput?: number;
  /**
   * Derivatives to parameters, by "ndf" only. They hold across a clamp or a kink; a parameter that moves the time of a jump of
   * the slope moves the state by a part that is not followed.
   */
  readonly sensitivities?: Sensitivities;
  /**
   * Takes the state at an output time, followed by the columns of the sensitivities. The array is reused: it must not
   * keep it.
   */
  readonly record?: (index: number, time: number, state: Float64Array) => void;
  /** Length of the first step: `nextStep` of the segment before, after a dose `suitedFirst` of one like it. Default by the method. */
  readonly firstStep?: number;
  /** Default 100 000. */
  readonly maxSteps?: number;
  /** Default 100 within a thousandth of the time from `from` to `to`. */
  readonly switchLimit?: SwitchLimit;
  /** Asked every 64 steps. */
  readonly shouldStop?: () => boolean;
};

export type StiffReport = StepCounts & {
  /** Times a switch turned. */
  readonly switches: number;
  /** Length that the next step would have had: for the segment that follows. */
  readonly nextStep: number;
  /** Length that would have suited the first step: for a segment that begins with the same disturbance. */
  readonly suitedFirst: number;
  /** Index of the first output time after `to`. */
  readonly nextOutput: number;
};

/** The arrays of a method for systems of one shape. One integration uses it at a time. */
export type StiffWorkspace = {
  readonly method: StiffMethod;
  readonly shape: string;
  readonly stepper: Stepper;
  readonly watch: SwitchWatch;
  readonly output: Float64Array;
};

const DEFAULT_METHOD: StiffMethod = "rodas5p";

/**
 * Allocates once what `integrateStiff` needs for every system of this one's shape.
 *
 * @param parameters - number of parameters of the sensitivities; default 0
 */
export function createStiffWorkspace(
  system: StiffSystem,
  method: StiffMethod = DEFAULT_METHOD,
  parameters = 0,
): StiffWorkspace {
  const { size, jacobianLength, factorsLength } = system;
  const width = size * (1 + parameters);
  return {
    method,
    shape: shapeOf(system, parameters),
    stepper:
      method === "ndf"
        ? new NdfStepper(size, jacobianLength, factorsLength, parameters)
        : new RosenbrockStepper(RODAS5P, size, jacobianLength, factorsLength),
    watch: new SwitchWatch(size, width, system.switches?.count ?? 0),
    output: new Float64Array(width),
  };
}

/**
 * Solves dy/dt = f(t, y), stiff, from one time to another.
 *
 * Outputs between steps come from the method's own interpolation. Where the right-hand side changes its form the step
 * ends exactly there. The same arguments give the same bits.
 *
 * @param workspace - of `createStiffWorkspace`, for many integrations of systems of one shape
 * @throws RangeError when a time, tolerance, the state or an option is out of range, or the workspace has another shape
 * @throws IntegrationError when it cannot go on; `state` is then as it was
 */
export function integrateStiff(problem: StiffProblem, workspace?: StiffWorkspace): StiffReport {
  const { system, method, from, to, state, tolerance, record, shouldStop, sensitivities } = problem;
  const { outputTimes = NO_TIMES, firstOutput = 0, maxSteps = 100_000, firstStep = 0 } = problem;
  const parameters = parametersOf(problem);
  const space = workspace ?? createStiffWorkspace(system, method, parameters);
  check(problem, space, parameters);
  const { stepper, watch, output } = space;
  const { switches } = system;
  const switchLimit = problem.switchLimit ?? { count: 100, time: (to - from) / 1000 };

  let due = firstOutput;
  output.set(state);
  if (sensitivities !== undefined) output.set(sensitivities.values, system.size);
  for (; due < outputTimes.length && outputTimes[due] === from; due++) record?.(due, from, output);
  if (to === from) {
    return {
      steps: 0,
      rejected: 0,
      evaluations: 0,
      factorizations: 0,
      switches: 0,
      nextStep: firstStep,
      suitedFirst: firstStep,
      nextOutput: due,
    };
  }
  if (switches !== undefined) watch.begin(system, switches, tolerance, from, state);
  if (stepper instanceof NdfStepper) stepper.parameterSlope = sensitivities?.parameterSlope;
  stepper.begin(system, tolerance, from, output, firstStep, to - from);
  const { counts } = stepper;
  let suitedFirst = 0;
  for (let turn = 0; stepper.time < to; turn++) {
    if (turn % 64 === 0 && shouldStop?.() === true) {
      throw new IntegrationError("cancelled", "the integration was cancelled", stepper.time, counts.steps);
    }
    if (counts.steps >= maxSteps) {
      throw new IntegrationError("tooManySteps", `${maxSteps} steps are spent`, stepper.time, counts.steps);
    }
    stepper.advance(to);
    if (suitedFirst === 0) suitedFirst = stepper.nextStep;
    if (switches !== undefined && !watch.settle(stepper, switches, tolerance, switchLimit)) continue;
    const { time } = stepper;
    for (; due < outputTimes.length && outputTimes[due] <= time; due++) {
      if (outputTimes[due] === time) {
        record?.(due, time, stepper.state);
      } else {
        stepper.interpolate(outputTimes[due], output);
        record?.(due, outputTimes[due], output);
      }
    }
  }
  if (!stepper.state.every(Number.isFinite)) {
    throw new IntegrationError("notFinite", "the state is not finite", to, counts.steps);
  }
  if (sensitivities === undefined) {
    state.set(stepper.state);
  } else {
    state.set(stepper.state.subarray(0, system.size));
    sensitivities.values.set(stepper.state.subarray(system.size));
  }
  const { steps, rejected, evaluations, factorizations } = counts;
  const { nextStep } = stepper;
  return {
    steps,
    rejected,
    evaluations,
    factorizations,
    switches: switches === undefined ? 0 : watch.turned,
    nextStep,
    suitedFirst,
    nextOutput: due,
  };
}

const NO_TIMES = new Float64Array(0);

const shapeOf = (system: StiffSystem, parameters: number): string =>
  `${system.size}/${system.jacobianLength}/${system.factorsLength}/${system.switches?.count ?? 0}/${parameters}`;

function parametersOf({ system, method, sensitivities }: StiffProblem): number {
  if (sensitivities === undefined) return 0;
  const parameters = sensitivities.values.length / system.size;
  if (!(Number.isInteger(parameters) && parameters > 0)) {
    throw new RangeError(
      `sensitivities must have a multiple of ${system.size} values, got ${sensitivities.values.length}`,
    );
  }
  if (method !== "ndf") throw new RangeError(`sensitivities need the method "ndf", got ${method ?? DEFAULT_METHOD}`);
  return parameters;
}

function check(problem: StiffProblem, workspace: StiffWorkspace, parameters: number): void {
  const { system, method, from, to, state, tolerance } = problem;
  const { outputTimes = NO_TIMES, firstOutput = 0, maxSteps = 1, firstStep = 0 } = problem;
  if (!(Number.isFinite(from) && Number.isFinite(to) && to >= from)) {
    throw new RangeError(`to must be finite and not before from, got ${from} to ${to}`);
  }
  if (state.length !== system.size) throw new RangeError(`state must have length ${system.size}, got ${state.length}`);
  for (let i = 0; i < state.length; i++) {
    if (!Number.isFinite(state[i])) throw new RangeError(`state must be finite, got ${state[i]} at ${i}`);
  }
  const { relative, absolute } = tolerance;
  if (!(relative >= 0 && relative < 1)) throw new RangeError(`tolerance.relative must be in [0, 1), got ${relative}`);
  if (absolute.length !== system.size) {
    throw new RangeError(`tolerance.absolute must have length ${system.size}, got ${absolute.length}`);
  }
  for (let i = 0; i < absolute.length; i++) {
    if (!(absolute[i] > 0 && absolute[i] < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`tolerance.absolute must be finite and above 0, got ${absolute[i]} at ${i}`);
    }
  }
  if (!(Number.isInteger(firstOutput) && firstOutput >= 0)) {
    throw new RangeError(`firstOutput must be a whole number, got ${firstOutput}`);
  }
  for (let k = firstOutput, last = from; k < outputTimes.length && last <= to; k++) {
    if (!(outputTimes[k] >= last)) {
      throw new RangeError(`outputTimes must ascend from ${from}, got ${outputTimes[k]} at ${k}`);
    }
    last = outputTimes[k];
  }
  if (!(maxSteps >= 1)) throw new RangeError(`maxSteps must be at least 1, got ${maxSteps}`);
  if (!(firstStep >= 0 && firstStep < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`firstStep must be finite and at least 0, got ${firstStep}`);
  }
  if (method !== undefined && method !== workspace.method) {
    throw new RangeError(`the workspace is for ${workspace.method}, got ${method}`);
  }
  if (workspace.shape !== shapeOf(system, parameters)) {
    throw new RangeError(`the workspace has shape ${workspace.shape}, the system ${shapeOf(system, parameters)}`);
  }
}
