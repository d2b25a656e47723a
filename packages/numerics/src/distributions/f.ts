import { betaTerm, regularisedBeta } from "../special/incomplete-beta.ts";
import { betaOdds } from "./beta-odds.ts";
import { chiSquareCdf, chiSquareQuantile } from "./chi-square.ts";
import { requireNumber, requirePositive, requireProbability, type Tail } from "./tail.ts";

/**
 * Probability of one tail of the F distribution.
 *
 * @param x - any number, infinity included; nothing lies below 0
 * @param df1 - degrees of freedom of the numerator, above 0, finite
 * @param df2 - degrees of freedom of the denominator, above 0; infinity is chi-square over `df1`
 * @throws RangeError when degrees of freedom are not above 0 or both above 2e12, or `x` is NaN
 */
export function fCdf(x: number, df1: number, df2: number, tail: Tail = "lower"): number {
  requireNumber("x", x);
  requireDegrees(df1, df2);
  if (x <= 0) return tail === "lower" ? 0 : 1;
  if (x === Number.POSITIVE_INFINITY) return tail === "lower" ? 1 : 0;
  if (df2 > CHI_SQUARE_DF) return chiSquareCdf(df1 * x, df1, tail);
  const ratio = (df1 / df2) * x;
  return ratio > 1
    ? regularisedBeta(0.5 * df1, 0.5 * df2, 1 / (1 + 1 / ratio), 1 / ratio / (1 + 1 / ratio), tail)
    : regularisedBeta(0.5 * df1, 0.5 * df2, ratio / (1 + ratio), 1 / (1 + ratio), tail);
}

/**
 * Point that has the probability `p` in the given tail of the F distribution.
 *
 * @param p - from 0 to 1; the ends give 0 and infinity
 * @throws RangeError when degrees of freedom are not above 0, or `p` is outside 0 to 1
 */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail = "lower"): number {
  requireProbability(p);
  requireDegrees(df1, df2);
  if (p === 0 || p === 1) return (p === 0) === (tail === "lower") ? 0 : Number.POSITIVE_INFINITY;
  if (df2 > CHI_SQUARE_DF) return chiSquareQuantile(p, df1, tail) / df1;
  return (df2 / df1) * betaOdds(p, 0.5 * df1, 0.5 * df2, tail);
}

/** Density of the F distribution for a finite `df2`. */
export function fDensity(x: number, df1: number, df2: number): number {
  requireNumber("x", x);
  requireDegrees(df1, df2);
  if (x < 0 || x === Number.POSITIVE_INFINITY) return 0;
  if (x === 0) return df1 < 2 ? Number.POSITIVE_INFINITY : df1 === 2 ? 1 : 0;
  const ratio = (df1 / df2) * x;
  return betaTerm(0.5 * df1, 0.5 * df2, ratio / (1 + ratio), 1 / (1 + ratio)) / x;
}

/** Above it F and chi-square agree to the last digit. */
const CHI_SQUARE_DF = 1e20;

function requireDegrees(df1: number, df2: number): void {
  requirePositive("df1", df1);
  requirePositive("df2", df2);
  if (df1 === Number.POSITIVE_INFINITY) throw new RangeError("df1 must be finite");
}
