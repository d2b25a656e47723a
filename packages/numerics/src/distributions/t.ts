import { betaTerm, logBeta, regularisedBeta } from "../special/incomplete-beta.ts";
import { logGamma } from "../special/log-gamma.ts";
import { betaOdds, leadingPower, ONLY_LEADING_POWER } from "./beta-odds.ts";
import { normalCdf, normalDensity, normalQuantile } from "./normal.ts";
import { requireNumber, requirePositive, requireProbability, type Tail } from "./tail.ts";

/**
 * Probability of one tail of Student's t distribution.
 *
 * @param x - any number, infinity included
 * @param df - degrees of freedom, above 0; infinity is the normal distribution
 * @throws RangeError when `df` is not above 0, or `x` is NaN
 */
export function tCdf(x: number, df: number, tail: Tail = "lower"): number {
  requireNumber("x", x);
  requirePositive("df", df);
  if (df > NORMAL_DF) return normalCdf(x, tail);
  const isTail = tail === "lower" ? x < 0 : x > 0;
  const half = 0.5 * upperOfBoth(Math.abs(x), df);
  return isTail ? half : 1 - half;
}

/**
 * Point that has the probability `p` in the given tail of Student's t distribution.
 *
 * @param p - from 0 to 1; the ends give infinities
 * @throws RangeError when `df` is not above 0, or `p` is outside 0 to 1
 */
export function tQuantile(p: number, df: number, tail: Tail = "lower"): number {
  requireProbability(p);
  requirePositive("df", df);
  if (df > NORMAL_DF) return normalQuantile(p, tail);
  const fromHalf = 0.5 - p;
  if (fromHalf === 0) return 0;
  const sign = fromHalf > 0 === (tail === "upper") ? 1 : -1;
  // Above one half 1 - p is exact.
  return sign * upperQuantile(fromHalf > 0 ? p : 1 - p, Math.abs(fromHalf), df);
}

/** Density of Student's t distribution. */
export function tDensity(x: number, df: number): number {
  requireNumber("x", x);
  requirePositive("df", df);
  if (df > NORMAL_DF) return normalDensity(x);
  const square = x * x;
  if (square === 0) return Math.exp(logGamma(0.5 * df + 0.5) - logGamma(0.5 * df)) / Math.sqrt(Math.PI * df);
  if (square > FAR) return (df * 0.5 * upperOfBoth(Math.abs(x), df)) / Math.abs(x);
  return betaTerm(0.5 * df, 0.5, df / (df + square), square / (df + square)) / Math.abs(x);
}

/** Square of t beyond which only the leading power of the tail is left. */
const FAR = 1e280;

/** Above it t and normal agree to the last digit. */
const NORMAL_DF = 1e20;

/** P(|T| > t). */
function upperOfBoth(t: number, df: number): number {
  const square = t * t;
  if (square < FAR) return regularisedBeta(0.5 * df, 0.5, df / (df + square), square / (df + square), "lower");
  if (t === Number.POSITIVE_INFINITY) return 0;
  // x^a / (a B(a, 1/2)) with x = df / t².
  const logX = Math.log(df) - 2 * Math.log(t);
  return Math.exp(0.5 * df * logX - Math.log(0.5 * df) - logBeta(0.5 * df, 0.5));
}

function upperQuantile(p: number, fromHalf: number, df: number): number {
  if (p === 0) return Number.POSITIVE_INFINITY;
  if (df === 1) return fromHalf < 0.25 ? Math.tan(Math.PI * fromHalf) : 1 / Math.tan(Math.PI * p);
  if (df === 2) return (Math.SQRT2 * fromHalf) / Math.sqrt(p * (1 - p));
  const a = 0.5 * df;
  const guess = firstGuess(p, a);
  if (guess < ONLY_LEADING_POWER) return Math.sqrt(df) * Math.exp(-0.5 * leadingPower(2 * p, a, 0.5));
  // x = df / (df + t²): its lower tail holds both tails of t.
  return Math.sqrt(
    df / (fromHalf < 0.25 ? betaOdds(2 * fromHalf, a, 0.5, "upper", guess) : betaOdds(2 * p, a, 0.5, "lower", guess)),
  );
}

/** log(df / t²) from the leading power far out, else from the expansion around the normal quantile. */
function firstGuess(p: number, a: number): number {
  const z = normalQuantile(p, "upper");
  const square = z * z;
  if (square > 1.5 * a) {
    return Math.min(-1, leadingPower(2 * p, a, 0.5));
  }
  // Abramowitz & Stegun 26.7.5.
  const n = 0.5 / a;
  const first = (square + 1) / 4;
  const second = (square * (5 * square + 16) + 3) / 96;
  const third = (square * (square * (3 * square + 19) + 17) - 15) / 384;
  const t = z * (1 + n * (first + n * (second + n * third)));
  return -Math.log(n * t * t);
}
