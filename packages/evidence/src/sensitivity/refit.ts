import { coefficientsOf, covariance, varianceFactor } from "../meta/coefficients.ts";
import { INTERCEPT } from "../meta/fit-meta.ts";
import type { MetaFit } from "../meta/meta-fit.ts";
import type { CoefficientTest, Tau2Method } from "../meta/methods.ts";
import { createModel, type Model, weighWithTraces } from "../meta/model.ts";
import { standardised } from "../meta/reference-distribution.ts";
import { estimateTau2 } from "../meta/tau2.ts";
import { waldTest } from "../meta/wald-test.ts";

/** Room for fitting one model many times to other effects or arrangements, without tests and intervals. */
export type Refit = {
  readonly model: Model;
  readonly method: Tau2Method;
  readonly test: CoefficientTest;
  /** Coefficients tested together, by index. */
  readonly tested: readonly number[];
  /** Results of the last fit. */
  tau2: number;
  omnibus: number;
  readonly coefficients: Float64Array;
  readonly statistics: Float64Array;
  readonly vcov: Float64Array;
};

/** The model of a fit, its effects and moderators copied so that they can be overwritten. */
export function createRefit(fit: MetaFit): Refit {
  const { p, method, test, design, coefficients } = fit;
  const effects = { yi: fit.effects.yi.slice(), vi: fit.effects.vi };
  const tested: number[] = [];
  for (let j = 0; j < p; j++) if (p === 1 || coefficients[j].name !== INTERCEPT) tested.push(j);
  return {
    model: createModel(effects, design),
    method,
    test,
    tested,
    tau2: 0,
    omnibus: 0,
    coefficients: new Float64Array(p),
    statistics: new Float64Array(p),
    vcov: new Float64Array(p * p),
  };
}

/**
 * Fits what stands in the model now.
 *
 * @throws ConvergenceError when tau² does not settle
 */
export function refit(target: Refit): void {
  const { model, coefficients } = target;
  weighWithTraces(model, 0);
  target.tau2 = estimateTau2(model, target.method).tau2;
  coefficientsOf(model, coefficients);
}

/** Fits, and gives the statistic of each coefficient and of all tested ones together. */
export function refitStatistics(target: Refit): void {
  refit(target);
  const { model, coefficients, statistics, vcov, tested } = target;
  const p = model.p;
  covariance(model, varianceFactor(model, target.test), vcov);
  for (let j = 0; j < p; j++) statistics[j] = standardised(coefficients[j], Math.sqrt(vcov[j * p + j]));
  const m = tested.length;
  if (m === 1) target.omnibus = statistics[tested[0]] ** 2;
  else {
    const b = Float64Array.from(tested, (j) => coefficients[j]);
    const v = new Float64Array(m * m);
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) v[i * m + j] = vcov[tested[i] * p + tested[j]];
    target.omnibus = waldTest(b, v, undefined)?.statistic ?? Number.POSITIVE_INFINITY;
  }
}
