import type { Tail } from "../distributions/tail.ts";
import { deviance } from "./deviance.ts";
import { HALF_LOG_TWO_PI, logGamma1p, logGammaStep } from "./log-gamma.ts";
import { INVERSE_ROOT_TWO_PI } from "./normal-tail.ts";
import { stirlingError } from "./stirling-error.ts";

/**
 * Regularised incomplete beta function of one tail: I(x; a, b) for `lower`, I(y; b, a) for `upper`.
 *
 * Both `x` and its complement are given, because near 1 the complement cannot be had from `x`.
 *
 * @param a - above 0, finite
 * @param b - above 0, finite
 * @param x - from 0 to 1
 * @param y - 1 - x
 * @throws RangeError when an argument is outside its range, or both `a` and `b` are above 1e12
 * @see DLMF 8.17; DiDonato & Morris 1992 for the fraction
 */
export function regularisedBeta(a: number, b: number, x: number, y: number, tail: Tail): number {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`an incomplete beta function needs a finite a above 0, not ${a}`);
  if (!(b > 0 && b < Infinity)) throw new RangeError(`an incomplete beta function needs a finite b above 0, not ${b}`);
  if (!(x >= 0 && y >= 0)) throw new RangeError(`an incomplete beta function needs x from 0 to 1, not ${x}`);
  if (a > LARGEST_OF_BOTH && b > LARGEST_OF_BOTH) {
    throw new RangeError(`an incomplete beta function needs a or b of at most 1e12, not ${a} and ${b}`);
  }
  const isLower = tail === "lower";
  if (x === 0) return isLower ? 0 : 1;
  if (y === 0) return isLower ? 1 : 0;
  if (a <= 1 || b <= 1) {
    // The smaller parameter has the singular end; both small: the end that is nearer.
    const turn = a <= 1 && b <= 1 ? x > 0.5 : b < a;
    return turn ? nearSingularEnd(b, a, y, x, !isLower) : nearSingularEnd(a, b, x, y, isLower);
  }
  const turn = x * b > y * a;
  const small = turn ? fraction(b, a, y, x) : fraction(a, b, x, y);
  return isLower === turn ? 1 - small : small;
}

/** There the fraction takes 56 000 steps at the mean, where it is slowest. */
const LARGEST_OF_BOTH = 1e12;
const MOST_STEPS = 1_000_000;

/** x^a y^b / B(a, b). */
export function betaTerm(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return INVERSE_ROOT_TWO_PI * Math.sqrt((a / n) * b) * Math.exp(exponent);
}

/** Natural logarithm of B(a, b), without the cancellation of three large logarithms of gamma functions. */
export function logBeta(a: number, b: number): number {
  const n = a + b;
  const errors = stirlingError(a) + stirlingError(b) - stirlingError(n);
  return HALF_LOG_TWO_PI + errors - 0.5 * Math.log((a / n) * b) - a * Math.log1p(b / a) - b * Math.log1p(a / b);
}

function nearSingularEnd(a: number, b: number, x: number, y: number, isLower: boolean): number {
  if (x > 0.6 || b * x > 1) {
    const upper = fraction(b, a, y, x);
    return isLower ? 1 - upper : upper;
  }
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 1000; n++) {
    term *= ((n - b) * x) / n;
    const next = sum + term / (a + n);
    if (next === sum) break;
    sum = next;
  }
  if (!isLower && a < 0.5) {
    // 1 - I would lose what `a` is small by.
    const logLeading = a * Math.log(x) + logGammaStep(b, a) - logGamma1p(a);
    return -Math.expm1(logLeading) - Math.exp(logLeading) * a * sum;
  }
  // y^b leaves the term by its logarithm: y itself is rounded, and b may be large.
  const lower = ((betaTerm(a, b, x, y) * Math.exp(-b * Math.log1p(-x))) / a) * (1 + a * sum);
  return isLower ? lower : 1 - lower;
}

/** I(x; a, b) for x below the mean a / (a + b), by forward recurrence of the fraction of DiDonato & Morris 1992. */
function fraction(a: number, b: number, x: number, y: number): number {
  const leading = betaTerm(a, b, x, y);
  if (leading === 0) return 0;
  const lambda = a * y - b * x + 1;
  let before = 1 / (a + 1);
  let numerator = 1;
  let numeratorBefore = 0;
  let denominator = a * lambda * before;
  let denominatorBefore = 1;
  let value = 1 / denominator;
  for (let m = 1; m < MOST_STEPS; m++) {
    // before = 1 / (a + 2m - 1)
    const after = 1 / (a + 2 * m + 1);
    const mixed = m * (b - m) * x * before;
    const alpha = mixed * (a + m - 1) * (a + b + m - 1) * x * before;
    const beta = m + mixed + (a + m) * after * (lambda + m * (1 + y));
    before = after;
    const nextNumerator = beta * numerator + alpha * numeratorBefore;
    const nextDenominator = beta * denominator + alpha * denominatorBefore;
    numeratorBefore = numerator;
    denominatorBefore = denominator;
    numerator = nextNumerator;
    denominator = nextDenominator;
    const next = numerator / denominator;
    if (Math.abs(next - value) <= 2e-16 * Math.abs(next)) return leading * next;
    value = next;
    if (denominator > 1e150) {
      numerator *= 1e-150;
      numeratorBefore *= 1e-150;
      denominator *= 1e-150;
      denominatorBefore *= 1e-150;
    }
  }
  return leading * value;
}
