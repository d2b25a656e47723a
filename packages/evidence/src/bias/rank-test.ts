import type { Effects } from "../meta/meta-fit.ts";
import { type KendallTest, kendallTest } from "./kendall.ts";

/**
 * Rank test for small-study effects: Kendall's correlation of the effects, standardised about their common mean, with
 * their variances.
 *
 * @returns `undefined` when all variances are the same, or one study has all the weight
 * @throws RangeError for fewer than two studies
 * @see Begg & Mazumdar (1994), Biometrics 50:1088
 */
export function rankTest({ yi, vi }: Effects, isExact = true): KendallTest | undefined {
  let weights = 0;
  let mean = 0;
  for (let i = 0; i < yi.length; i++) {
    weights += 1 / vi[i];
    mean += yi[i] / vi[i];
  }
  mean /= weights;
  const deviates = yi.map((y, i) => (y - mean) / Math.sqrt(vi[i] - 1 / weights));
  if (!deviates.every(Number.isFinite)) return undefined;
  return kendallTest(deviates, vi, isExact);
}
