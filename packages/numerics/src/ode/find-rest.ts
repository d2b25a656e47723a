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
  /** States that start at or above 0 stay there; default true. */
  readonly keepPositive?: boolean;
  /** Default 500. */
  readonly maxIterations?: number;
};

export type Rest = { readonly iterations: number; readonly largestChange: number };

/** First pseudo-time step, as a share of the fastest time in which a state would double. */
const FIRST_STEP = 0.1;
/**
 * State of rest near `state`: f(time, y) = 0, by Newton's method with pseudo-transient continuation.
 *
 * Each step solves (I / tau - J) dy = f: a small pseudo-time tau follows the course, as a rule to a stable rest, a long
 * one is Newton's step. tau grows as the slope falls, and shrinks when a step fails. Because I / tau is never 0, a state that
 * nothing moves (a row of zeros) stays where it is instead of making the matrix singular. The modes of switches are set by
 * the sign at each step.
 *
 * @param state - start, length n; overwritten with the rest
 * @throws RangeError when a size or an option is out of range, or the state is not finite
 * @throws IntegrationError ("notFinite", "singular", "tooManySteps") when none is found; `state` is then as it was
 * @see Kelley CT, Keyes DE (1998) SIAM J Numer Anal 35:508-523 (pseudo-transient continuation, switched evolution)
 */
export function findRest(system: StiffSystem, state: Float64Array, options: FindRestOptions = {}): Rest {
  const n = system.size;
  const {
    time = 0,
    free,
    jacobianRows,
    tolerance = 1e-9,
    keepPositive = true,
    longestTime = 1e8,
    maxIterations = 500,
  } = options;
  if (state.length !== n) throw new RangeError(`state must have length ${n}, got ${state.length}`);
  if (free !== undefined && free.length !== n) throw new RangeError(`free must have length ${n}, got ${free.length}`);
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be above 0, got ${tolerance}`);
  if (!(longestTime > 0)) throw new RangeError(`longestTime must be above 0, got ${longestTime}`);
  if (!(maxIterations >= 1)) throw new RangeError(`maxIterations must be at least 1, got ${maxIterations}`);
  if (jacobianRows !== undefined && jacobianRows.length !== system.jacobianLength) {
    throw new RangeError(`jacobianRows must have length ${system.jacobianLength}, got ${jacobianRows.length}`);
  }
  let largest = 0;
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(state[i])) throw new RangeError(`state must be finite, got ${state[i]} at ${i}`);
    largest = Math.max(largest, Math.abs(state[i]));
  }
  const smallest = options.smallest ?? (largest > 0 ? 1e-12 * largest : 1e-12);
  if (!(smallest > 0)) throw new RangeError(`smallest must be above 0, got ${smallest}`);

  const y = Float64Array.from(state);
  const slope = new Float64Array(n);
  const trial = new Float64Array(n);
  const trialSlope = new Float64Array(n);
  const change = new Float64Array(n);
  const timeSlope = new Float64Array(n);
  const jacobian = new Float64Array(system.jacobianLength);
  const factors = new Float64Array(system.factorsLength);
  const quantities = new Float64Array(system.switches?.count ?? 0);

  let speed = slopeAt(y, slope);
  if (!Number.isFinite(speed)) throw new IntegrationError("notFinite", "the slope is not finite", time, 0);
  let tau = speed > 0 ? Math.min(FIRST_STEP / speed, longestTime) : longestTime;
  let singular = 0;
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    if (speed === 0) return finish(iterations, 0);
    system.linearise(time, y, jacobian, timeSlope);
    if (free !== undefined && jacobianRows !== undefined) {
      for (let k = 0; k < jacobian.length; k++) if (free[jacobianRows[k]] === 0) jacobian[k] = 0;
    }
    if (!system.factor(jacobian, 1 / tau, factors)) {
      // By chance an eigenvalue is 1 / tau.
      if (++singular > 20)
        throw new IntegrationError("singular", "the matrix of the search is singular", time, iterations);
      tau *= 0.7;
      continue;
    }
    for (let i = 0; i < n; i++) change[i] = free !== undefined && free[i] === 0 ? 0 : slope[i];
    system.solve(factors, change);

    let step = 1;
    let largestChange = 0;
    for (let i = 0; i < n; i++) {
      if (free !== undefined && free[i] === 0) continue;
      largestChange = Math.max(largestChange, Math.abs(change[i]) / (Math.abs(y[i]) + smallest));
      // At most nine tenths of the way to 0.
      if (keepPositive && state[i] >= 0 && y[i] + step * change[i] < 0) {
        step = y[i] > smallest ? Math.min(step, (-0.9 * y[i]) / change[i]) : step;
      }
    }
    for (let i = 0; i < n; i++) {
      const held = free !== undefined && free[i] === 0;
      const value = held ? y[i] : y[i] + step * change[i];
      trial[i] = keepPositive && state[i] >= 0 && value < 0 ? 0 : value;
    }
    const trialSpeed = Number.isFinite(largestChange) ? slopeAt(trial, trialSlope) : Number.POSITIVE_INFINITY;
    const isSmall = step === 1 && largestChange <= tolerance && Number.isFinite(trialSpeed);
    if (isSmall && tau === longestTime) {
      y.set(trial);
      return finish(iterations, largestChange);
    }
    if (isSmall || (Number.isFinite(trialSpeed) && trialSpeed <= 4 * speed)) {
      // Switched evolution: the pseudo-time grows as the slope falls, at least doubled by a full step.
      const fall = trialSpeed > 0 ? speed / trialSpeed : 10;
      const growth = isSmall ? 100 : step < 1 ? 1 : Math.min(100, Math.max(2, fall));
      tau = Math.min(tau * growth, longestTime);
      y.set(trial);
      speed = slopeAt(y, slope);
    } else {
      tau /= 8;
    }
  }
  throw new IntegrationError("tooManySteps", `no rest within ${maxIterations} iterations`, time, maxIterations);

  function finish(iterations: number, largestChange: number): Rest {
    state.set(y);
    return { iterations, largestChange };
  }

  /** Writes the slope into `out`; returns the largest relative speed of the states that are sought. */
  function slopeAt(at: Float64Array, out: Float64Array): number {
    const { switches } = system;
    if (switches !== undefined) {
      switches.evaluate(time, at, quantities);
      for (let j = 0; j < switches.count; j++) switches.modes[j] = quantities[j] >= 0 ? 1 : 0;
    }
    system.derivative(time, at, out);
    let fastest = 0;
    for (let i = 0; i < n; i++) {
      if (free !== undefined && free[i] === 0) continue;
      const relative = Math.abs(out[i]) / (Math.abs(at[i]) + smallest);
      if (!(relative <= fastest)) fastest = relative;
    }
    return fastest;
  }
}
