import { normalQuantile, tQuantile } from "@materbone/numerics";

/** Quantiles that an interval or a test was made with: of t for small samples (default), or of the normal. */
export type SdQuantile = "t" | "normal";

/**
 * SD of the change of one measurement in the same people, from the SDs before and after.
 *
 * @param r - correlation of before with after, -1 to 1; rarely reported, so an assumption to be shown with the result
 * @returns SD in the unit of the two
 * @see Higgins JPT et al. (2023) Cochrane Handbook, section 6.5.2.8
 */
export function sdOfChange(sdBefore: number, sdAfter: number, r: number): number {
  requirePositive("sdBefore", sdBefore);
  requirePositive("sdAfter", sdAfter);
  if (!(Math.abs(r) <= 1)) throw new RangeError(`r must be within -1 and 1, got ${r}`);
  // (s1 - s2)² + 2 (1 - r) s1 s2, which cannot fall below 0 by rounding.
  return Math.sqrt((sdBefore - sdAfter) ** 2 + 2 * (1 - r) * sdBefore * sdAfter);
}

/** Correlation of before with after that three SDs imply, or the statement that no correlation does. */
export type ImpliedCorrelation =
  | { readonly kind: "correlation"; readonly r: number }
  /** The three SDs contradict each other; `r` is outside -1 to 1. */
  | { readonly kind: "contradiction"; readonly r: number };

/**
 * Correlation of before with after, from the SDs before, after and of the change, to be used for a study that gives
 * the first two only.
 *
 * @see Higgins JPT et al. (2023) Cochrane Handbook, section 6.5.2.8
 */
export function correlationOfChange(sdBefore: number, sdAfter: number, sdChange: number): ImpliedCorrelation {
  requirePositive("sdBefore", sdBefore);
  requirePositive("sdAfter", sdAfter);
  requirePositive("sdChange", sdChange);
  const r = (sdBefore ** 2 + sdAfter ** 2 - sdChange ** 2) / (2 * sdBefore * sdAfter);
  return { kind: Math.abs(r) <= 1 ? "correlation" : "contradiction", r };
}

/**
 * SD from the standard error of a mean.
 *
 * @param n - number of people, at least 1
 * @see Higgins JPT et al. (2023) Cochrane Handbook, section 6.5.2.2
 */
export function sdFromStandardError(se: number, n: number): number {
  requirePositive("se", se);
  requireSize(n, 1);
  return se * Math.sqrt(n);
}

/**
 * SD from the confidence interval of a mean or mean change.
 *
 * @param n - number of people, at least 2
 * @param level - percent, above 0 and below 100
 * @see Higgins JPT et al. (2023) Cochrane Handbook, section 6.5.2.2
 */
export function sdFromInterval(
  lower: number,
  upper: number,
  n: number,
  level: number = 95,
  quantile: SdQuantile = "t",
): number {
  if (!(lower < upper && Number.isFinite(upper - lower))) {
    throw new RangeError(`ends of the interval must be finite and in order, got ${lower} and ${upper}`);
  }
  if (!(level > 0 && level < 100)) throw new RangeError(`level must be above 0 and below 100, got ${level}`);
  requireSize(n, 2);
  return (Math.sqrt(n) * (upper - lower)) / (2 * upperQuantile((1 - level / 100) / 2, n - 1, quantile));
}

/**
 * SD from the two-sided p-value of a mean change against no change.
 *
 * @param change - mean change, finite, not 0
 * @param p - exact p-value, above 0 and below 1; of "p < 0.05" 0.05 gives the largest SD that fits
 * @param n - number of people, at least 2
 * @see Higgins JPT et al. (2023) Cochrane Handbook, section 6.5.2.3
 */
export function sdFromP(change: number, p: number, n: number, quantile: SdQuantile = "t"): number {
  requireSize(n, 2);
  return standardErrorFromP(change, p, n - 1, quantile) * Math.sqrt(n);
}

/**
 * SD within two groups, taken as equal, from the two-sided p-value of the difference of their means.
 *
 * @param difference - finite, not 0
 * @param n1 - number of people of group 1, at least 1; together with `n2` at least 3
 * @see Higgins JPT et al. (2023) Cochrane Handbook, section 6.5.2.3
 */
export function sdFromGroupP(
  difference: number,
  p: number,
  n1: number,
  n2: number,
  quantile: SdQuantile = "t",
): number {
  requireSize(n1, 1);
  requireSize(n2, 1);
  requireSize(n1 + n2, 3);
  return standardErrorFromP(difference, p, n1 + n2 - 2, quantile) / Math.sqrt(1 / n1 + 1 / n2);
}

function standardErrorFromP(effect: number, p: number, df: number, quantile: SdQuantile): number {
  if (!(Number.isFinite(effect) && effect !== 0)) {
    throw new RangeError(`the difference must be finite and not 0, got ${effect}`);
  }
  if (!(p > 0 && p < 1)) throw new RangeError(`p must be above 0 and below 1, got ${p}`);
  return Math.abs(effect) / upperQuantile(p / 2, df, quantile);
}

function upperQuantile(p: number, df: number, quantile: SdQuantile): number {
  return quantile === "t" ? tQuantile(p, df, "upper") : normalQuantile(p, "upper");
}

function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be finite and above 0, got ${value}`);
}

function requireSize(n: number, least: number): void {
  if (!(n >= least && n < Infinity)) throw new RangeError(`n must be finite and at least ${least}, got ${n}`);
}
