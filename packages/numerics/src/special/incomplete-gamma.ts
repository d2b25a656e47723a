import type { Tail } from "../distributions/tail.ts";
import { deviance } from "./deviance.ts";
import { logGamma1p } from "./log-gamma.ts";
import { INVERSE_ROOT_TWO_PI, scaledNormalTail } from "./normal-tail.ts";
import { stirlingError } from "./stirling-error.ts";
import { temmeSum } from "./temme.ts";

/**
 * Regularised incomplete gamma function of one tail: P(a, x) for `lower`, Q(a, x) for `upper`.
 *
 * A series below a + 1, a continued fraction above it, Temme's expansion where both would be long. The tail that is
 * small is always the one that is computed.
 *
 * @param a - above 0
 * @param x - from 0 to infinity
 * @throws RangeError when an argument is outside its range
 * @see DLMF 8.7, 8.9.2, 8.12; Gautschi 1979
 */
export function regularisedGamma(a: number, x: number, tail: Tail): number {
  if (!(a > 0)) throw new RangeError(`an incomplete gamma function needs a above 0, not ${a}`);
  if (!(x >= 0)) throw new RangeError(`an incomplete gamma function needs x of at least 0, not ${x}`);
  const isLower = tail === "lower";
  if (x === 0) return isLower ? 0 : 1;
  if (x === Number.POSITIVE_INFINITY) return isLower ? 1 : 0;
  if (a > 100 && Math.abs(x - a) < 0.3 * a) return uniform(a, x, isLower);
  if (x > a + 1) {
    const upper = gammaTerm(a, x) * a * upperFraction(a, x);
    return isLower ? 1 - upper : upper;
  }
  if (!isLower && a < 0.5) return upperOfSmallShape(a, x);
  const lower = gammaTerm(a, x) * lowerSeries(a, x);
  return isLower ? lower : 1 - lower;
}

/** x^a exp(-x) / gamma(a + 1). */
export function gammaTerm(a: number, x: number): number {
  if (a < 0.5) return Math.exp(a * Math.log(x) - x - logGamma1p(a));
  return (INVERSE_ROOT_TWO_PI / Math.sqrt(a)) * Math.exp(-stirlingError(a) - deviance(a, x));
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = a + 1; term > sum * 1e-17; n += 1) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

/** gamma(a, x) exp(x) / x^a, as Legendre's fraction by forward recurrence. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let numerator = 1;
  let numeratorBefore = 0;
  let denominator = b;
  let denominatorBefore = 1;
  let value = 1 / b;
  for (let n = 1; n < 100_000; n++) {
    const c = n * (a - n);
    b += 2;
    const nextNumerator = b * numerator + c * numeratorBefore;
    const nextDenominator = b * denominator + c * denominatorBefore;
    numeratorBefore = numerator;
    denominatorBefore = denominator;
    numerator = nextNumerator;
    denominator = nextDenominator;
    const next = numerator / denominator;
    if (Math.abs(next - value) <= 2e-16 * next) return next;
    value = next;
    if (denominator > 1e150) {
      numerator *= 1e-150;
      numeratorBefore *= 1e-150;
      denominator *= 1e-150;
      denominatorBefore *= 1e-150;
    }
  }
  return value;
}

/** Q(a, x) for a below 0.5 and x below a + 1, where 1 - P would lose what `a` is small by; Gautschi 1979. */
function upperOfSmallShape(a: number, x: number): number {
  const logLeading = a * Math.log(x) - logGamma1p(a);
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 100; n++) {
    term *= -x / n;
    const next = sum + term / (a + n);
    if (next === sum) break;
    sum = next;
  }
  return -Math.expm1(logLeading) - Math.exp(logLeading) * a * sum;
}

function uniform(a: number, x: number, isLower: boolean): number {
  const half = deviance(a, x);
  const z = Math.sqrt(2 * half);
  const eta = (x < a ? -z : z) / Math.sqrt(a);
  const rest = (temmeSum(a, eta) * INVERSE_ROOT_TWO_PI) / Math.sqrt(a);
  // What the tail away from the mean is, without exp(-a eta²/2).
  const scaled = scaledNormalTail(z) + (x < a ? -rest : rest);
  const small = scaled * Math.exp(-half);
  return isLower === x < a ? small : 1 - small;
}
