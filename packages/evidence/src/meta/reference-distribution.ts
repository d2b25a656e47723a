import { normalCdf, normalQuantile, tCdf, tQuantile } from "@materbone/numerics";

/** Quantiles met before, by level and degrees of freedom: a thousand refits ask for one and the same. */
const quantilesByLevel = new Map<number, Map<number, number>>();
const MAX_REMEMBERED = 4096;

/**
 * Half width of a two-sided interval in standard errors.
 *
 * @param level - percent, above 0 and below 100
 * @param df - degrees of freedom of t; `undefined` for the normal distribution
 */
export function criticalValue(level: number, df: number | undefined): number {
  let quantiles = quantilesByLevel.get(level);
  if (quantiles === undefined) {
    if (quantilesByLevel.size >= MAX_REMEMBERED) quantilesByLevel.clear();
    quantiles = new Map();
    quantilesByLevel.set(level, quantiles);
  }
  const key = df ?? Number.POSITIVE_INFINITY;
  const known = quantiles.get(key);
  if (known !== undefined) return known;
  const tail = (1 - level / 100) / 2;
  const quantile = df === undefined ? normalQuantile(tail, "upper") : tQuantile(tail, df, "upper");
  if (quantiles.size >= MAX_REMEMBERED) quantiles.clear();
  quantiles.set(key, quantile);
  return quantile;
}

/** Two-sided p-value of a t statistic, or of a normal one when `df` is `undefined`. */
export function twoSidedP(statistic: number, df: number | undefined): number {
  const size = Math.abs(statistic);
  return 2 * (df === undefined ? normalCdf(size, "upper") : tCdf(size, df, "upper"));
}

/** Estimate in standard errors; ±Infinity for an error of 0, and 0 when the estimate is 0 too. */
export function standardised(estimate: number, se: number): number {
  return estimate === 0 ? 0 : estimate / se;
}

/**
 * @throws RangeError unless `level` is above 0 and below 100
 */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 100)) throw new RangeError(`level must be above 0 and below 100 percent, got ${level}`);
}
