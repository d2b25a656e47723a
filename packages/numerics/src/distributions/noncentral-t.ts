import { INVERSE_ROOT_TWO_PI } from "../special/normal-tail.ts";
import { stirlingError } from "../special/stirling-error.ts";
import { normalCdf } from "./normal.ts";
import { requireNumber, requirePositive, type Tail } from "./tail.ts";

/**
 * Probability of one tail of the non-central t distribution: of (Z + delta) / sqrt(chi-square / df).
 *
 * The integral over s = sqrt(chi-square / df) of the normal probability at x s - delta has no negative part, in
 * whichever tail; with log(s) as its variable the trapezoidal rule is exact to the last digits once its step
 * resolves the narrower of the two factors. A sum over terms, as usually given, loses everything where x and delta
 * have opposite signs. Relative error below 1e-12 for df up to 1e6.
 *
 * @param x - any number, infinity included
 * @param df - degrees of freedom, above 0, finite
 * @param delta - non-centrality, finite
 * @throws RangeError when `df` is not above 0 or an argument is not a number
 * @see Trefethen & Weideman 2014 for the trapezoidal rule
 */
export function noncentralTCdf(x: number, df: number, delta: number, tail: Tail = "lower"): number {
  requireNumber("x", x);
  requirePositive("df", df);
  if (!(df < Number.POSITIVE_INFINITY)) throw new RangeError("df must be finite");
  if (!Number.isFinite(delta)) throw new RangeError(`delta must be finite, not ${delta}`);
  if (tail === "upper") return noncentralTCdf(-x, df, -delta);
  if (Math.abs(x) === Number.POSITIVE_INFINITY) return x > 0 ? 1 : 0;
  if (x === 0) return normalCdf(-delta);
  return sumOverScale(x, df, delta);
}

function sumOverScale(x: number, df: number, delta: number): number {
  const a = 0.5 * df;
  const step = Math.min(0.1, 0.4 / Math.sqrt(2 * df + delta * delta));
  const rises = x > 0;
  let sum = 0;
  // From the mode of the scale at v = log(s) = 0 outward; there its density falls on both sides.
  for (const direction of [1, -1]) {
    // How far the normal probability can still grow on the side on which it grows.
    const limit = rises ? 1 : normalCdf(-delta);
    const isGrowing = (direction === 1) === rises;
    for (let k = direction === 1 ? 0 : 1; k < 1_000_000; k++) {
      const v = direction * k * step;
      const weight = Math.exp(-a * exponentialExcess(2 * v));
      const probability = normalCdf(x * Math.exp(v) - delta);
      sum += weight * probability;
      if (weight * (isGrowing ? limit : probability) <= 1e-18 * sum) break;
    }
  }
  // 2 sqrt(a / 2 pi) exp(-stirlingError) is the density of v at its mode.
  return Math.min(1, sum * step * 2 * INVERSE_ROOT_TWO_PI * Math.sqrt(a) * Math.exp(-stirlingError(a)));
}

/** exp(u) - 1 - u. */
function exponentialExcess(u: number): number {
  if (Math.abs(u) > 0.3) return Math.expm1(u) - u;
  let term = u;
  let sum = 0;
  for (let k = 2; k < 20; k++) {
    term *= u / k;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
