import type { MetaFit } from "../meta/meta-fit.ts";
import { createModel, type Model, residual, weigh } from "../meta/model.ts";
import { fittedValues } from "../meta/predict-meta.ts";
import { criticalValue, standardised } from "../meta/reference-distribution.ts";

/** Residual of a study from its fitted mean. */
export type StandardisedResidual = { readonly residual: number; readonly se: number; readonly z: number };

/** What a study's own effect is shrunk to, with its interval. */
export type ShrunkenEffect = {
  readonly estimate: number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
  /** Share of the study's own effect in the estimate, 0 to 1; the rest is the fitted mean. */
  readonly ownShare: number;
};

/**
 * Internally standardised residuals: the variance of y - Xb is V + tau² - X(X'WX)⁻¹X'.
 *
 * @returns one of each study; `se` 0 (and `z` 0) for a study that alone decides one of the coefficients
 * @see Viechtbauer & Cheung (2010), Res Synth Methods 1:112
 */
export function standardisedResiduals(fit: MetaFit): StandardisedResidual[] {
  const model = createModel(fit.effects, fit.design);
  weigh(model, fit.tau2);
  const { vi } = fit.effects;
  return Array.from({ length: fit.k }, (_, i) => {
    const total = vi[i] + fit.tau2;
    const left = 1 - meanVariance(model, i) / total;
    // Rounding leaves some 1e-16 where nothing is left.
    if (!(left > 1e-12)) return { residual: 0, se: 0, z: 0 };
    const se = Math.sqrt(total * left);
    const own = residual(model, i);
    return { residual: own, se, z: standardised(own, se) };
  });
}

/** Hat values, the diagonal of X(X'WX)⁻¹X'W, length k; they add up to p. */
export function hatValues(fit: MetaFit): Float64Array {
  const model = createModel(fit.effects, fit.design);
  weigh(model, fit.tau2);
  return fit.effects.vi.map((v, i) => meanVariance(model, i) / (v + fit.tau2));
}

/** Variance x(X'WX)⁻¹x' of the fitted mean of row i at the weights of the last pass. */
export function meanVariance(model: Model, i: number): number {
  const { k, p, q, a } = model;
  if (q === undefined) return a[0];
  let sum = 0;
  for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) sum += q[c * k + i] * a[c * p + d] * q[d * k + i];
  return sum;
}

/**
 * Best linear unbiased predictions of the studies' true effects (empirical Bayes estimates).
 *
 * @see Raudenbush & Bryk (1985), J Educ Stat 10:75; Robinson (1991), Stat Sci 6:15
 */
export function shrunkenEffects(fit: MetaFit): ShrunkenEffect[] {
  const { yi, vi } = fit.effects;
  const width = criticalValue(fit.level, fit.coefficients[0].df);
  return fittedValues(fit).map((mean, i) => {
    const ownShare = fit.tau2 / (fit.tau2 + vi[i]);
    const rest = 1 - ownShare;
    const estimate = ownShare * yi[i] + rest * mean.estimate;
    const se = Math.sqrt(ownShare * vi[i] + (rest * mean.se) ** 2);
    return { estimate, se, lower: estimate - width * se, upper: estimate + width * se, ownShare };
  });
}
