import { SolverError } from "../solver-error.ts";

export type Minimise1dOptions = {
  /** Relative to x; at least 0, default 1e-8: near a smooth minimum f cannot tell points closer than the root of its rounding. */
  readonly relativeTolerance?: number;
  /** Unit of x; above 0, default 1e-12 times the width of the bracket. */
  readonly absoluteTolerance?: number;
  /** Default 200. */
  readonly maxIterations?: number;
};

export type Minimum1d = { readonly x: number; readonly fx: number; readonly iterations: number };

/** Square of the inverse golden ratio. */
const GOLDEN_SECTION = (3 - Math.sqrt(5)) / 2;

/**
 * Minimum of a function on an interval: the global one when `f` has one minimum there, else a local one.
 *
 * Brent's method: a parabola through the three best points, golden section whenever it gains too little. The ends
 * themselves are never evaluated; a minimum at an end is approached to the tolerance.
 *
 * @param f - never NaN; `Infinity` turns the search away, but finite at `lower` + 0.38 (`upper` - `lower`), where it starts
 * @param lower - finite
 * @param upper - finite, above `lower`
 * @throws RangeError when an end is not finite, the ends are in the wrong order, or an option is out of range
 * @throws SolverError when `f` is NaN or `maxIterations` is spent
 * @see Brent RP (1973) Algorithms for Minimization without Derivatives, chapter 5
 */
export function minimise1d(
  f: (x: number) => number,
  lower: number,
  upper: number,
  options: Minimise1dOptions = {},
): Minimum1d {
  if (!(Number.isFinite(lower) && Number.isFinite(upper) && lower < upper)) {
    throw new RangeError(`ends of the interval must be finite and in order, got ${lower} and ${upper}`);
  }
  const { relativeTolerance = 1e-8, absoluteTolerance = 1e-12 * (upper - lower), maxIterations = 200 } = options;
  if (!(relativeTolerance >= 0)) throw new RangeError(`relativeTolerance must be at least 0, got ${relativeTolerance}`);
  if (!(absoluteTolerance > 0)) throw new RangeError(`absoluteTolerance must be above 0, got ${absoluteTolerance}`);
  if (!(maxIterations >= 1)) throw new RangeError(`maxIterations must be at least 1, got ${maxIterations}`);

  let left = lower;
  let right = upper;
  // x is the best point, w the second best, v the one before w.
  let x = left + GOLDEN_SECTION * (right - left);
  let w = x;
  let v = x;
  let fx = valueAt(f, x, 0);
  let fw = fx;
  let fv = fx;
  let step = 0;
  let stepBefore = 0;

  for (let iterations = 0; iterations < maxIterations; iterations++) {
    const middle = left + (right - left) / 2;
    const tolerance = relativeTolerance * Math.abs(x) + absoluteTolerance;
    if (Math.abs(x - middle) <= 2 * tolerance - (right - left) / 2) return { x, fx, iterations };

    const parabolic = parabolaStep(x, w, v, fx, fw, fv);
    if (
      Math.abs(stepBefore) > tolerance &&
      Math.abs(parabolic) < Math.abs(stepBefore) / 2 &&
      parabolic > left - x &&
      parabolic < right - x
    ) {
      stepBefore = step;
      step = parabolic;
      // Not within the tolerance of an end.
      if (x + step - left < 2 * tolerance || right - (x + step) < 2 * tolerance) {
        step = x < middle ? tolerance : -tolerance;
      }
    } else {
      stepBefore = x < middle ? right - x : left - x;
      step = GOLDEN_SECTION * stepBefore;
    }

    const u = x + (Math.abs(step) >= tolerance ? step : step > 0 ? tolerance : -tolerance);
    const fu = valueAt(f, u, iterations + 1);
    if (fu <= fx) {
      if (u < x) right = x;
      else left = x;
      v = w;
      fv = fw;
      w = x;
      fw = fx;
      x = u;
      fx = fu;
    } else {
      if (u < x) left = u;
      else right = u;
      if (fu <= fw || w === x) {
        v = w;
        fv = fw;
        w = u;
        fw = fu;
      } else if (fu <= fv || v === x || v === w) {
        v = u;
        fv = fu;
      }
    }
  }
  throw new SolverError(`no minimum found to tolerance between ${lower} and ${upper}`, maxIterations);
}

/** From x to the top or foot of the parabola through the three points; NaN or infinite when they lie on a line. */
function parabolaStep(x: number, w: number, v: number, fx: number, fw: number, fv: number): number {
  const r = (x - w) * (fx - fv);
  const q = (x - v) * (fx - fw);
  return -((x - v) * q - (x - w) * r) / (2 * (q - r));
}

function valueAt(f: (x: number) => number, x: number, iterations: number): number {
  const value = f(x);
  if (Number.isNaN(value)) throw new SolverError(`the function is not a number at ${x}`, iterations);
  return value;
}
