import { betaTerm, logBeta, regularisedBeta } from "../special/incomplete-beta.ts";
import { normalQuantile } from "./normal.ts";
import { solveLogTail, type TailAt } from "./solve-quantile.ts";
import type { Tail } from "./tail.ts";

/**
 * x / (1 - x) of the point that has probability `p` in one tail of a beta distribution.
 *
 * @param p - above 0 and below 1
 * @param guess - logarithm of the result, about, when the caller knows it
 */
export function betaOdds(p: number, a: number, b: number, tail: Tail, guess?: number): number {
  // The smaller tail is the one that is solved; above one half 1 - p is exact.
  if (p > 0.5) return betaOdds(1 - p, a, b, tail === "lower" ? "upper" : "lower", guess);
  if (tail === "upper") return 1 / lowerOdds(p, b, a, guess === undefined ? undefined : -guess);
  return lowerOdds(p, a, b, guess);
}

/** Below this logarithm of x the leading power x^a / (a B(a, b)) leaves nothing that a double could show. */
export const ONLY_LEADING_POWER: number = -90;

/** Logarithm of the x at which x^a / (a B(a, b)), the leading power of the lower tail, is `p`. */
export function leadingPower(p: number, a: number, b: number): number {
  return (Math.log(p) + Math.log(a) + logBeta(a, b)) / a;
}

function lowerOdds(p: number, a: number, b: number, known: number | undefined): number {
  const guess = known ?? firstGuess(p, a, b);
  if (guess < ONLY_LEADING_POWER) return Math.exp(leadingPower(p, a, b));
  // The unknown is the logarithm of the odds over the guess: small, so that little is lost by its exponential.
  let base = Math.exp(guess);
  const evaluate = (u: number, at: TailAt): void => {
    const odds = base * Math.exp(u);
    const x = odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds);
    const y = odds > 1 ? 1 / odds / (1 + 1 / odds) : 1 / (1 + odds);
    at.p = regularisedBeta(a, b, x, y, "lower");
    at.density = betaTerm(a, b, x, y);
    at.slope = a * y - b * x;
  };
  let u = solveLogTail(evaluate, p);
  const found = base * Math.exp(u);
  if (Math.abs(u) > 1 && found > 0 && found < Infinity) {
    // The guess was far off, as between the shapes that it is made for: what was found is a better one.
    base = found;
    u = solveLogTail(evaluate, p);
  }
  return base * Math.exp(u);
}

function firstGuess(p: number, a: number, b: number): number {
  const leading = leadingPower(p, a, b);
  if (leading < Math.log(0.1 / Math.max(1, b))) return leading;
  if (a > 1 && b > 1) {
    // Abramowitz & Stegun 26.5.22, Carter 1947.
    const z = -normalQuantile(p);
    const lambda = (z * z - 3) / 6;
    const inverseA = 1 / (2 * a - 1);
    const inverseB = 1 / (2 * b - 1);
    const h = 2 / (inverseA + inverseB);
    const w = (z * Math.sqrt(h + lambda)) / h - (inverseB - inverseA) * (lambda + 5 / 6 - 2 / (3 * h));
    if (Number.isFinite(w)) return Math.log(a / b) - 2 * w;
  }
  return Math.min(leading, Math.log(a / b));
}
