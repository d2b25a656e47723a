import type { DrivenSystem } from "./driven-system.ts";

/** No rest state was found. */
export class RestStateError extends Error {
  override readonly name = "RestStateError";
  readonly model: string;
  readonly iterations: number;

  constructor(model: string, iterations: number) {
    super(`${model}: no rest state after ${iterations} iterations`);
    this.model = model;
    this.iterations = iterations;
  }
}

const MOST_ITERATIONS = 500;
/** Relative change of a state from one iteration to the next at which it counts as at rest. */
const SETTLED = 1e-11;
/** Steps in time, in the unit of the model: from within the fastest process to far beyond the slowest. */
const FIRST_STEP = 1;
const SHORTEST_STEP = 1e-6;
const LONGEST_STEP = 1e13;
/** A step that moves a state by a larger share is taken back and shortened; a small move lets the next be longer. */
const LARGEST_MOVE = 0.3;
const SMALL_MOVE = 0.1;
const GROWTH = 4;
/** A state smaller than this in its own unit is 0. */
const NEGLIGIBLE = 1e-12;

/**
 * Where the system rests under its parameters and inputs at `time`: Newton's method, begun as implicit steps in time that
 * grow until only the equations of rest are left: the course of the model itself, taken ever faster. States that only add up, and those that nothing moves, stay.
 *
 * @param state - the initial guess, overwritten with the rest state
 * @throws RestStateError when there is none nearby
 */
export function findRest({ kernel, system, modes }: DrivenSystem, time: number, state: Float64Array): void {
  const n = system.size;
  const jacobian = new Float64Array(system.jacobianLength);
  const factors = new Float64Array(system.factorsLength);
  const timeDerivative = new Float64Array(n);
  const change = new Float64Array(n);
  const signs = new Float64Array(modes.length);
  let step = FIRST_STEP;
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    system.switches?.evaluate(time, state, signs);
    for (let j = 0; j < modes.length; j++) modes[j] = signs[j] >= 0 ? 1 : 0;
    system.derivative(time, state, change);
    system.linearise(time, state, jacobian, timeDerivative);
    if (!system.factor(jacobian, 1 / step, factors)) throw new RestStateError(kernel.name, iteration);
    system.solve(factors, change);
    let move = 0;
    for (let i = 0; i < n; i++) {
      if (kernel.states[i].accumulates) continue;
      const share = Math.abs(change[i]) / Math.max(Math.abs(state[i]), NEGLIGIBLE);
      // Written so that what is not a number counts as too far.
      if (!(share <= move)) move = share;
    }
    if (!(move <= LARGEST_MOVE)) {
      step /= GROWTH;
      if (step < SHORTEST_STEP) throw new RestStateError(kernel.name, iteration);
      continue;
    }
    for (let i = 0; i < n; i++) if (!kernel.states[i].accumulates) state[i] += change[i];
    if (move < SETTLED && step >= LONGEST_STEP) return;
    if (move < SMALL_MOVE) step = Math.min(step * GROWTH, LONGEST_STEP);
  }
  throw new RestStateError(kernel.name, MOST_ITERATIONS);
}
