import type { Coefficient } from "./meta-fit.ts";
import { criticalValue, standardised, twoSidedP } from "./reference-distribution.ts";
import { type JointOutcome, jointOutcome, waldTest } from "./wald-test.ts";

/**
 * Tests weighted sums of coefficients, one or several, at once.
 *
 * @param rows - weights of each sum, length p
 * @param differences - each sum less the value it is tested against
 */
export type JointTest = (rows: readonly Float64Array[], differences: Float64Array) => JointOutcome;

/** What contrasts need of a fit of any kind. */
export type Estimates = {
  readonly coefficients: readonly Pick<Coefficient, "name" | "estimate" | "df">[];
  /** p x p, row-major. */
  readonly vcov: Float64Array;
  readonly level: number;
  /**
   * The fit's own F of sums at once, as mixed models by Satterthwaite or Kenward and Roger have it. Left out, the Wald
   * test with the fewest degrees of freedom of the coefficients involved.
   */
  readonly jointTest?: JointTest | undefined;
};

/** A weighted sum of coefficients, tested against a value; the interval is that of the sum. */
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
  /** All of them at once. */
  readonly joint: JointOutcome;
};

/**
 * Linear hypotheses Lb = c, by the distribution of the fit's own test.
 *
 * Each has the fewest degrees of freedom of the coefficients involved. All at once have those of the fit's `jointTest`, without
 * one again the fewest.
 *
 * @param weights - L, m x p, row-major; finite
 * @param values - c, m; 0 when left out
 * @throws TypeError when `weights` is empty or not a multiple of p long, or `values` has not one for each row
 * @throws RangeError when a weight or a value is not finite
 */
export function testContrasts(estimates: Estimates, weights: Float64Array, values?: Float64Array): ContrastTests {
  const { coefficients, vcov, level } = estimates;
  const p = coefficients.length;
  const m = weights.length / p;
  if (!(m >= 1 && Number.isInteger(m)))
    throw new TypeError(`contrasts of ${p} coefficients cannot hold ${weights.length} weights`);
  const against = values ?? new Float64Array(m);
  if (against.length !== m) throw new TypeError(`${m} contrasts cannot be tested against ${against.length} values`);
  for (const number of [...weights, ...against])
    if (!Number.isFinite(number))
      throw new RangeError(`weights and values of a contrast must be finite, got ${number}`);
  const sums = new Float64Array(m);
  const covariance = new Float64Array(m * m);
  for (let g = 0; g < m; g++) {
    for (let c = 0; c < p; c++) {
      const weight = weights[g * p + c];
      if (weight === 0) continue;
      sums[g] += weight * coefficients[c].estimate;
      for (let h = 0; h < m; h++)
        for (let d = 0; d < p; d++) covariance[g * m + h] += weight * vcov[c * p + d] * weights[h * p + d];
    }
  }
  const contrasts = Array.from(sums, (estimate, g): Contrast => {
    const df = fewestDf(coefficients, (c) => weights[g * p + c] !== 0);
    const se = Math.sqrt(Math.max(0, covariance[g * m + g]));
    const statistic = standardised(estimate - against[g], se);
    const width = criticalValue(level, df);
    const interval = { ciLower: estimate - width * se, ciUpper: estimate + width * se };
    return { estimate, se, statistic, df, p: twoSidedP(statistic, df), ...interval };
  });
  const involved = (c: number): boolean => sums.some((_, g) => weights[g * p + c] !== 0);
  const differences = sums.map((sum, g) => sum - against[g]);
  const joint =
    estimates.jointTest !== undefined
      ? estimates.jointTest(
          contrasts.map((_, g) => weights.slice(g * p, (g + 1) * p)),
          differences,
        )
      : jointOutcome(waldTest(differences, covariance, fewestDf(coefficients, involved)));
  return { contrasts, joint };
}

function fewestDf(
  coefficients: Estimates["coefficients"],
  isInvolved: (column: number) => boolean,
): number | undefined {
  return coefficients.reduce<number | undefined>((least, { df }, column) => {
    if (df === undefined || !isInvolved(column)) return least;
    return least === undefined ? df : Math.min(least, df);
  }, undefined);
}
