import { gammaTerm, regularisedGamma } from "../special/incomplete-gamma.ts";
import { logGamma } from "../special/log-gamma.ts";
import { scaledNormalTail } from "../special/normal-tail.ts";
import { normalQuantile } from "./normal.ts";
import { solveLogTail, type TailAt } from "./solve-quantile.ts";
import { requireNumber, requirePositive, requireProbability, type Tail } from "./tail.ts";

/**
 * Probability of one tail of the chi-square distribution.
 *
 * @param x - any number, infinity included; nothing lies below 0
 * @param df - degrees of freedom, above 0
 * @throws RangeError when `df` is not above 0, or `x` is NaN
 */
export function chiSquareCdf(x: number, df: number, tail: Tail = "lower"): number {
  requireNumber("x", x);
  requirePositive("df", df);
  if (x <= 0) return tail === "lower" ? 0 : 1;
  if (tail === "upper") {
    if (df === 1 && x > 1) return 2 * Math.exp(-0.5 * x) * scaledNormalTail(Math.sqrt(x));
    if (df === 2) return Math.exp(-0.5 * x);
  }
  return regularisedGamma(0.5 * df, 0.5 * x, tail);
}

/**
 * Point that has the probability `p` in the given tail of the chi-square distribution.
 *
 * @param p - from 0 to 1; the ends give 0 and infinity
 * @throws RangeError when `df` is not above 0, or `p` is outside 0 to 1
 */
export function chiSquareQuantile(p: number, df: number, tail: Tail = "lower"): number {
  requireProbability(p);
  requirePositive("df", df);
  if (p === 0 || p === 1) return (p === 0) === (tail === "lower") ? 0 : Number.POSITIVE_INFINITY;
  // The smaller tail is the one that is solved; above one half 1 - p is exact.
  if (p > 0.5) return chiSquareQuantile(1 - p, df, tail === "lower" ? "upper" : "lower");
  if (df === 2) return -2 * (tail === "upper" ? Math.log(p) : Math.log1p(-p));
  const a = 0.5 * df;
  const isLower = tail === "lower";
  const guess = firstGuess(p, a, isLower);
  const base = Math.exp(guess);
  // So close to zero the leading power, from which the guess comes, is all there is.
  if (guess < -90) return 2 * base;
  // u is the logarithm of x/2 over the guess, its negative for the upper tail, so that the tail rises with u.
  const evaluate = (u: number, at: TailAt): void => {
    const half = base * Math.exp(isLower ? u : -u);
    at.p = regularisedGamma(a, half, tail);
    at.density = a * gammaTerm(a, half);
    at.slope = isLower ? a - half : half - a;
  };
  const u = solveLogTail(evaluate, p);
  return 2 * base * Math.exp(isLower ? u : -u);
}

/** Density of the chi-square distribution. */
export function chiSquareDensity(x: number, df: number): number {
  requireNumber("x", x);
  requirePositive("df", df);
  if (x < 0 || x === Number.POSITIVE_INFINITY) return 0;
  if (x === 0) return df < 2 ? Number.POSITIVE_INFINITY : df === 2 ? 0.5 : 0;
  return (0.5 * df * gammaTerm(0.5 * df, 0.5 * x)) / x;
}

/** log(x/2). */
function firstGuess(p: number, a: number, isLower: boolean): number {
  if (isLower) {
    // Leading power of the lower tail.
    const leading = (Math.log(p) + logGamma(a + 1)) / a;
    if (leading < Math.log(0.2 * (a + 1))) return leading;
  }
  // Wilson & Hilferty 1931.
  const z = normalQuantile(p, isLower ? "lower" : "upper");
  const ninth = 1 / (9 * a);
  const root = 1 - ninth + z * Math.sqrt(ninth);
  if (root > 0.1) return Math.log(a) + 3 * Math.log(root);
  return isLower ? Math.log(a) : Math.log(Math.max(-Math.log(p) - logGamma(a), 0.1));
}
