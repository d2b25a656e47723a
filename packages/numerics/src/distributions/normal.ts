import { centralNormal, halfSquareExponential, INVERSE_ROOT_TWO_PI, scaledNormalTail } from "../special/normal-tail.ts";
import { requireNumber, requireProbability, type Tail } from "./tail.ts";

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  requireNumber("x", x);
  return Math.abs(x) > 40 ? 0 : INVERSE_ROOT_TWO_PI * halfSquareExponential(x);
}

/**
 * Probability of one tail of the standard normal distribution.
 *
 * @param x - any number, infinity included
 * @throws RangeError when `x` is NaN
 */
export function normalCdf(x: number, tail: Tail = "lower"): number {
  requireNumber("x", x);
  const z = tail === "upper" ? x : -x;
  const distance = Math.abs(z);
  if (distance < 1) return 0.5 - centralNormal(z);
  if (distance > 40) return z > 0 ? 0 : 1;
  const small = halfSquareExponential(distance) * scaledNormalTail(distance);
  return z > 0 ? small : 1 - small;
}

/**
 * Natural logarithm of the probability of one tail, finite also where the probability itself is below the smallest number.
 *
 * @param x - any number, infinity included
 * @throws RangeError when `x` is NaN
 */
export function normalLogCdf(x: number, tail: Tail = "lower"): number {
  requireNumber("x", x);
  const z = tail === "upper" ? x : -x;
  if (z > 1) return -0.5 * z * z + Math.log(scaledNormalTail(z));
  if (z > -1) return Math.log(0.5 - centralNormal(z));
  return z < -40 ? 0 : Math.log1p(-halfSquareExponential(z) * scaledNormalTail(-z));
}

/**
 * Point that has the probability `p` in the given tail.
 *
 * @param p - from 0 to 1; the ends give infinities
 * @throws RangeError when `p` is outside 0 to 1
 */
export function normalQuantile(p: number, tail: Tail = "lower"): number {
  requireProbability(p);
  const sign = tail === "upper" ? 1 : -1;
  const fromHalf = 0.5 - p;
  if (fromHalf === 0) return 0;
  // Above one half 1 - p is exact.
  const z = Math.abs(fromHalf) < 0.3 ? centralQuantile(Math.abs(fromHalf)) : tailQuantile(fromHalf > 0 ? p : 1 - p);
  return fromHalf > 0 ? sign * z : -sign * z;
}

/** z with Phi(z) - 1/2 = q, for q from 0 to 0.3. */
function centralQuantile(q: number): number {
  // Two terms of the inverse series and the third bent to the end of the range; Halley's steps cube the error.
  const first = q / INVERSE_ROOT_TWO_PI;
  const u = first * first;
  let z = first * (1 + u * (1 / 6 + u * (7 / 120 + u * 0.045)));
  for (let step = 0; step < 2; step++) {
    const r = (centralNormal(z) - q) / (INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * z * z));
    z -= r / (1 + 0.5 * z * r);
  }
  return z;
}

/** z with 1 - Phi(z) = p, for p up to 0.2. */
function tailQuantile(p: number): number {
  if (p === 0) return Number.POSITIVE_INFINITY;
  const logP = Math.log(p);
  const t = Math.sqrt(-2 * logP);
  // Abramowitz & Stegun 26.2.23, Hastings 1955; error below 4.5e-4.
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  // Halley's step on the logarithm of the tail.
  for (let step = 0; step < 2; step++) {
    const scaled = scaledNormalTail(z);
    const hazard = INVERSE_ROOT_TWO_PI / scaled;
    const r = (Math.log(scaled) - 0.5 * z * z - logP) / hazard;
    z += r / (1 - 0.5 * r * (z - hazard));
  }
  return z;
}
