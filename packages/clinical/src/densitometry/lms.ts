import { requireFinite, requirePositive } from "./require-number.ts";

/** Power, median and coefficient of variation of a skewed reference at one age. */
export type LmsReference = { readonly l: number; readonly m: number; readonly s: number };

/**
 * Z-score of a value against an LMS reference.
 *
 * @param value - in the unit of `m`; finite, > 0
 * @throws RangeError when the value, `m` or `s` is not finite and positive, or `l` not finite
 * @see Cole TJ 1990, Eur J Clin Nutr 44:45, The LMS method for constructing normalized growth standards
 */
export function lmsScore(value: number, reference: LmsReference): number {
  requirePositive("value", value);
  const { l, m, s } = checked(reference);
  const logRatio = Math.log(value / m);
  // (x/M)^L - 1 over L, which is log(x/M) where L is 0.
  return (l === 0 ? logRatio : Math.expm1(l * logRatio) / l) / s;
}

/**
 * Value at a Z-score of an LMS reference.
 *
 * @returns `undefined` when the reference ends before that score: 1 + L S z is not above 0
 * @throws RangeError when `m` or `s` is not finite and positive, or another number not finite
 */
export function lmsValue(score: number, reference: LmsReference): number | undefined {
  requireFinite("score", score);
  const { l, m, s } = checked(reference);
  const step = s * score;
  if (l === 0) return m * Math.exp(step);
  return l * step > -1 ? m * Math.exp(Math.log1p(l * step) / l) : undefined;
}

function checked(reference: LmsReference): LmsReference {
  requireFinite("l", reference.l);
  requirePositive("m", reference.m);
  requirePositive("s", reference.s);
  return reference;
}
