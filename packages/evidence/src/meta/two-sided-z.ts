import { normalQuantile } from "@materbone/numerics";

/**
 * Normal quantile of a two-sided p: 1.96 for 0.05.
 *
 * @param p - within 0 and 1
 * @throws RangeError for a p that is not
 */
export function twoSidedZ(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`two-sided p is not between 0 and 1: ${p}`);
  return normalQuantile(1 - p / 2);
}
