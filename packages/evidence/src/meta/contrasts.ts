import type { MetaFit } from "./meta-fit.ts";
import { criticalValue, standardised, twoSidedP } from "./reference-distribution.ts";
import { type WaldTest, waldTest } from "./wald-test.ts";

/** A weighted sum of coefficients, tested against 0. */
export type Contrast = {
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
  readonly df: number | undefined;
  readonly p: number;
  readonly ciLower: number;
  readonly ciUpper: number;
};

export type ContrastTests = {
  readonly contrasts: readonly Contrast[];
  /** All of them at once; `undefined` when one follows from the others. */
  readonly joint: WaldTest | undefined;
};

/**
 * Linear hypotheses Lb = 0, by the distribution of the fit's own test.
 *
 * @param weights - L, m x p, row-major; finite
 * @throws TypeError when `weights` is empty or not a multiple of p long
 * @throws RangeError when a weight is not finite
 */
export function testContrasts(fit: MetaFit, weights: Float64Array): ContrastTests {
  const { p, vcov, coefficients, level } = fit;
  const m = weights.length / p;
  if (!(m >= 1 && Number.isInteger(m)))
    throw new TypeError(`contrasts of ${p} coefficients cannot hold ${weights.length} weights`);
  for (const weight of weights)
    if (!Number.isFinite(weight)) throw new RangeError(`weights of a contrast must be finite, got ${weight}`);
  const df = coefficients[0].df;
  const width = criticalValue(level, df);
  const estimates = new Float64Array(m);
  const covariance = new Float64Array(m * m);
  for (let g = 0; g < m; g++) {
    for (let c = 0; c < p; c++) {
      estimates[g] += weights[g * p + c] * coefficients[c].estimate;
      for (let h = 0; h < m; h++)
        for (let d = 0; d < p; d++) covariance[g * m + h] += weights[g * p + c] * vcov[c * p + d] * weights[h * p + d];
    }
  }
  const contrasts: Contrast[] = [];
  for (let g = 0; g < m; g++) {
    const estimate = estimates[g];
    const se = Math.sqrt(Math.max(0, covariance[g * m + g]));
    const statistic = standardised(estimate, se);
    contrasts.push({
      estimate,
      se,
      statistic,
      df,
      p: twoSidedP(statistic, df),
      ciLower: estimate - width * se,
      ciUpper: estimate + width * se,
    });
  }
  return { contrasts, joint: waldTest(estimates, covariance, df) };
}
