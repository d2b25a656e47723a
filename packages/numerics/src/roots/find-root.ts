import { SolverError } from "../solver-error.ts";

export type FindRootOptions = {
  /** Width of the final bracket beyond rounding, unit of x; at least 0, default 0. */
  readonly absoluteTolerance?: number;
  /** Default 200; Brent's method on doubles needs about 10, and at worst some 100 halvings with interpolations between. */
  readonly maxIterations?: number;
};

export type Root =
  | { readonly kind: "root"; readonly x: number; readonly fx: number; readonly iterations: number }
  /** `f` has one sign at both ends: no root, or an even number of them. */
  | { readonly kind: "notBracketed"; readonly fLower: number; readonly fUpper: number };

/**
 * Root of a continuous function between two ends at which it has opposite signs.
 *
 * Brent's method: inverse quadratic interpolation or secant, bisection whenever these gain too little.
 *
 * @param f - finite or infinite (an infinity counts by its sign), never NaN
 * @param lower - finite
 * @param upper - finite, at least `lower`
 * @returns x to the tolerance plus twice the rounding of x
 * @throws RangeError when an end is not finite, the ends are in the wrong order, or an option is out of range
 * @throws SolverError when `f` is NaN or `maxIterations` is spent
 * @see Brent RP (1973) Algorithms for Minimization without Derivatives, chapter 4
 */
export function findRoot(f: (x: number) => number, lower: number, upper: number, options: FindRootOptions = {}): Root {
  const { absoluteTolerance = 0, maxIterations = 200 } = options;
  if (!(Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper)) {
    throw new RangeError(`ends of the bracket must be finite and in order, got ${lower} and ${upper}`);
  }
  if (!(absoluteTolerance >= 0)) throw new RangeError(`absoluteTolerance must be at least 0, got ${absoluteTolerance}`);
  if (!(maxIterations >= 1)) throw new RangeError(`maxIterations must be at least 1, got ${maxIterations}`);

  // b is the best point, a the one before it, c the point on the other side of the root.
  let a = lower;
  let b = upper;
  let fa = valueAt(f, a, 0);
  let fb = valueAt(f, b, 0);
  if (fa === 0) return { kind: "root", x: a, fx: 0, iterations: 0 };
  if (fb === 0) return { kind: "root", x: b, fx: 0, iterations: 0 };
  if (fa > 0 === fb > 0) return { kind: "notBracketed", fLower: fa, fUpper: fb };
  let c = a;
  let fc = fa;
  let step = b - a;
  let stepBefore = step;

  for (let iterations = 0; iterations < maxIterations; iterations++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const tolerance = 2 * Number.EPSILON * Math.abs(b) + absoluteTolerance / 2 + Number.MIN_VALUE;
    // c - b may overflow, and halves of the smallest numbers are rounded.
    const width = c - b;
    const middle = Number.isFinite(width) ? width / 2 : c / 2 - b / 2;
    if (Math.abs(middle) <= tolerance || fb === 0) return { kind: "root", x: b, fx: fb, iterations };

    const interpolated = interpolation(a, b, c, fa, fb, fc, middle);
    if (
      Math.abs(stepBefore) >= tolerance &&
      Math.abs(fa) > Math.abs(fb) &&
      // Towards c, not past three quarters of the way, and less than half the step before last.
      interpolated * Math.sign(middle) > 0 &&
      Math.abs(interpolated) < Math.min(1.5 * Math.abs(middle) - tolerance / 2, Math.abs(stepBefore) / 2)
    ) {
      stepBefore = step;
      step = interpolated;
    } else {
      step = middle;
      stepBefore = middle;
    }

    a = b;
    fa = fb;
    b += Math.abs(step) > tolerance ? step : tolerance * Math.sign(middle);
    fb = valueAt(f, b, iterations + 1);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      stepBefore = step;
    }
  }
  throw new SolverError(`no root found to tolerance between ${lower} and ${upper}`, maxIterations);
}

/** Step from b by the secant through two points, or the inverse parabola through three; NaN or infinite without one. */
function interpolation(a: number, b: number, c: number, fa: number, fb: number, fc: number, middle: number): number {
  const s = fb / fa;
  if (a === c) return (2 * middle * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  const numerator = s * (2 * middle * q * (q - r) - (b - a) * (r - 1));
  const denominator = (q - 1) * (r - 1) * (s - 1);
  return -numerator / denominator;
}

function valueAt(f: (x: number) => number, x: number, iterations: number): number {
  const value = f(x);
  if (Number.isNaN(value)) throw new SolverError(`the function is not a number at ${x}`, iterations);
  return value;
}
