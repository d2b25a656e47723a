import { INTERCEPT } from "../meta/fit-meta.ts";
import type { Coefficient } from "../meta/meta-fit.ts";
import { criticalValue, standardised, twoSidedP } from "../meta/reference-distribution.ts";
import { type WaldTest, waldTest } from "../meta/wald-test.ts";

/**
 * Tests of single coefficients.
 *
 * @param vcov - p x p, row-major
 * @param df - degrees of freedom of each; `undefined` for the normal distribution
 */
export function testedCoefficients(
  names: readonly string[],
  beta: Float64Array,
  vcov: Float64Array,
  df: readonly (number | undefined)[],
  level: number,
): Coefficient[] {
  const p = names.length;
  return names.map((name, j) => {
    const estimate = beta[j];
    const se = Math.sqrt(Math.max(0, vcov[j * p + j]));
    const statistic = standardised(estimate, se);
    const width = criticalValue(level, df[j]) * se;
    return {
      name,
      estimate,
      se,
      statistic,
      df: df[j],
      p: twoSidedP(statistic, df[j]),
      ciLower: estimate - width,
      ciUpper: estimate + width,
    };
  });
}

/**
 * Joint test of all coefficients but the intercept, or of the intercept when it is alone, with the smallest degrees of
 * freedom among them.
 */
export function omnibusTest(coefficients: readonly Coefficient[], vcov: Float64Array): WaldTest {
  const [tested, b, v] = jointlyTested(coefficients, vcov);
  let df = coefficients[tested[0]].df;
  for (const j of tested) {
    const other = coefficients[j].df;
    if (df !== undefined && other !== undefined) df = Math.min(df, other);
  }
  return waldTest(b, v, df) ?? { statistic: Number.POSITIVE_INFINITY, df: [tested.length, df], p: 0 };
}

/** Places of all coefficients but the intercept (the intercept when it is alone), their estimates and covariance. */
export function jointlyTested(
  coefficients: readonly Coefficient[],
  vcov: Float64Array,
): [number[], Float64Array, Float64Array] {
  const p = coefficients.length;
  const tested = coefficients.flatMap(({ name }, j) => (p === 1 || name !== INTERCEPT ? [j] : []));
  const m = tested.length;
  const v = new Float64Array(m * m);
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) v[i * m + j] = vcov[tested[i] * p + tested[j]];
  return [tested, Float64Array.from(tested, (j) => coefficients[j].estimate), v];
}
