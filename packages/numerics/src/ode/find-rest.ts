import { IntegrationError } from "./integration-error.ts";
import type { StiffSystem } from "./stiff-system.ts";

export type FindRestOptions = {
  /** Time at which the slope is taken; default 0. */
  readonly time?: number;
  /** 1 where the state is sought, 0 where it is held as given (it only accumulates, say); length n; default all sought. */
  readonly free?: Uint8Array;
  /** Row of each entry of the Jacobian. Without it, a held state may not act on those that are sought. */
  readonly jacobianRows?: readonly number[];
  /** A Newton step whose largest change, relative to |y_i| + `smallest`, is below this is the last; default 1e-9. */
  readonly tolerance?: number;
  /**
   * Longest pseudo-time of a step: long against the slowest return to rest, and short enough that rounding of the slopes
   * times it is nothing, because a state or a sum of states that no process brings back gathers it; default 1e8.
   */
  readonly longestTime?: number;
  /** Size below which a state counts as 0; default 1e-12 of the largest. */
  readonly smallest?: number;
  /** Default 500. */
  readonly maxIterations?: number;
};

export type Rest = { readonly iterations: number; readonly largestChange: number };

/** First pseudo-time step, as a share of the fastest time in which a state would double. */
const FIRST_STEP = 0.1;
/** A step that moves a state by a larger share is taken back and shortened; after a small move the next may be longer. */
const LARGEST_MOVE = 0.3;
const SMALL_MOVE = 0.1;
const FACTOR = 4;
/** Of the pseudo-time, when by chance its inverse is an eigenvalue. */
const ASIDE = 0.7;

/**
 * State of rest near `state`: f(time, y) = 0, by Newton's method with pseudo-transient continuation.
 *
 * Each step solves (I / tau - J) dy = f: a small pseudo-time tau follows the course of the system itself, as a rule to a stable
 * rest, a long one is Newton's step. tau grows while no state moves by much of itself, so no state changes its sign.
 * Because I / tau is never 0, a state that nothing moves (a row of zeros) stays where it is instead of making the matrix
 * singular. The modes of switches are set by the sign at each step.
 *
 * @param state - start, length n; overwritten with the rest
 * @throws RangeError when a size or an option is out of range, or the state is not finite
 * @throws IntegrationError ("notFinite", "singular", "tooManySteps") when none is found; `state` is then as it was
 * @see Kelley CT, Keyes DE (1998) SIAM J Numer Anal 35:508-523 (pseudo-transient continuation)
 */
export function findRest(system: StiffSystem, state: Float64Array, options: FindRestOptions = {}): Rest {
  const n = system.size;
  const { time = 0, free, jacobianRows, tolerance = 1e-9, longestTime = 1e8, maxIterations = 500 } = options;
  const smallest = options.smallest ?? smallestOf(state);
  check(system, state, options, smallest);

  const y = Float64Array.from(state);
  const slope = new Float64Array(n);
  const timeSlope = new Float64Array(n);
  const jacobian = new Float64Array(system.jacobianLength);
  const factors = new Float64Array(system.factorsLength);
  const quantities = new Float64Array(system.switches?.count ?? 0);
  const isHeld = (i: number): boolean => free !== undefined && free[i] === 0;

  let tau = 0;
  let isSingular = false;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    setModes(system, time, y, quantities);
    system.derivative(time, y, slope);
    for (let i = 0; i < n; i++) if (isHeld(i)) slope[i] = 0;
    const speed = largestShare(slope, y, smallest);
    if (!Number.isFinite(speed)) throw new IntegrationError("notFinite", "the slope is not finite", time, iteration);
    if (speed === 0) return finish(iteration, 0);
    if (tau === 0) tau = Math.min(FIRST_STEP / speed, longestTime);
    system.linearise(time, y, jacobian, timeSlope);
    if (jacobianRows !== undefined)
      for (let k = 0; k < jacobian.length; k++) if (isHeld(jacobianRows[k])) jacobian[k] = 0;
    isSingular = !system.factor(jacobian, 1 / tau, factors);
    if (isSingular) {
      tau *= ASIDE;
      continue;
    }
    system.solve(factors, slope);
    for (let i = 0; i < n; i++) if (isHeld(i)) slope[i] = 0;
    const move = largestShare(slope, y, smallest);
    if (!(move <= LARGEST_MOVE)) {
      tau /= FACTOR;
      continue;
    }
    for (let i = 0; i < n; i++) y[i] += slope[i];
    if (move <= tolerance && tau === longestTime) return finish(iteration, move);
    if (move < SMALL_MOVE) tau = Math.min(tau * FACTOR, longestTime);
  }
  if (isSingular) {
    throw new IntegrationError("singular", "the matrix of the search is singular", time, maxIterations);
  }
  throw new IntegrationError("tooManySteps", `no rest within ${maxIterations} iterations`, time, maxIterations);

  function finish(iterations: number, largestChange: number): Rest {
    state.set(y);
    return { iterations, largestChange };
  }
}

/** Largest change of a state as a share of itself; not finite when a change is not. */
function largestShare(change: Float64Array, of: Float64Array, smallest: number): number {
  let largest = 0;
  for (let i = 0; i < change.length; i++) {
    const share = Math.abs(change[i]) / Math.max(Math.abs(of[i]), smallest);
    if (!(share <= largest)) largest = share;
  }
  return largest;
}

function setModes(system: StiffSystem, time: number, state: Float64Array, quantities: Float64Array): void {
  const { switches } = system;
  if (switches === undefined) return;
  switches.evaluate(time, state, quantities);
  for (let j = 0; j < switches.count; j++) switches.modes[j] = quantities[j] >= 0 ? 1 : 0;
}

function smallestOf(state: Float64Array): number {
  const largest = state.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest > 0 ? 1e-12 * largest : 1e-12;
}

function check(system: StiffSystem, state: Float64Array, options: FindRestOptions, smallest: number): void {
  const { free, jacobianRows, tolerance = 1, longestTime = 1, maxIterations = 1 } = options;
  const n = system.size;
  if (state.length !== n) throw new RangeError(`state must have length ${n}, got ${state.length}`);
  state.forEach((value, i) => {
    if (!Number.isFinite(value)) throw new RangeError(`state must be finite, got ${value} at ${i}`);
  });
  if (free !== undefined && free.length !== n) throw new RangeError(`free must have length ${n}, got ${free.length}`);
  if (jacobianRows !== undefined && jacobianRows.length !== system.jacobianLength) {
    throw new RangeError(`jacobianRows must have length ${system.jacobianLength}, got ${jacobianRows.length}`);
  }
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be above 0, got ${tolerance}`);
  if (!(longestTime > 0)) throw new RangeError(`longestTime must be above 0, got ${longestTime}`);
  if (!(maxIterations >= 1)) throw new RangeError(`maxIterations must be at least 1, got ${maxIterations}`);
  if (!(smallest > 0)) throw new RangeError(`smallest must be above 0, got ${smallest}`);
}
