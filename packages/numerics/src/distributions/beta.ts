import { betaTerm, regularisedBeta } from "../special/incomplete-beta.ts";
import { betaOdds } from "./beta-odds.ts";
import { requireNumber, requirePositive, requireProbability, type Tail } from "./tail.ts";

/**
 * Probability of one tail of the beta distribution with shapes `a` and `b`.
 *
 * @param x - any number; below 0 and above 1 nothing is left in a tail
 * @throws RangeError when a shape is not above 0, or `x` is NaN
 */
export function betaCdf(x: number, a: number, b: number, tail: Tail = "lower"): number {
  requireNumber("x", x);
  requirePositive("a", a);
  requirePositive("b", b);
  const inside = Math.min(1, Math.max(0, x));
  return regularisedBeta(a, b, inside, 1 - inside, tail);
}

/**
 * Point that has the probability `p` in the given tail of the beta distribution.
 *
 * @throws RangeError when a shape is not above 0, or `p` is outside 0 to 1
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = "lower"): number {
  requireProbability(p);
  requirePositive("a", a);
  requirePositive("b", b);
  if (p === 0 || p === 1) return (p === 0) === (tail === "lower") ? 0 : 1;
  const odds = betaOdds(p, a, b, tail);
  return odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds);
}

/** Density of the beta distribution at `x` from 0 to 1; zero outside. */
export function betaDensity(x: number, a: number, b: number): number {
  requireNumber("x", x);
  requirePositive("a", a);
  requirePositive("b", b);
  if (x < 0 || x > 1) return 0;
  if (x === 0) return a < 1 ? Number.POSITIVE_INFINITY : a === 1 ? b : 0;
  if (x === 1) return b < 1 ? Number.POSITIVE_INFINITY : b === 1 ? a : 0;
  return betaTerm(a, b, x, 1 - x) / x / (1 - x);
}
