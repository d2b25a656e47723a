import { buildCovarianceModel } from "../covariance-model/covariance-model.ts";
import { freeParameters } from "../covariance-model/covariance-term.ts";
import { type CovarianceFit, componentsOf, evaluatorOf, fitCovariance } from "../covariance-model/fit-covariance.ts";
import { fixedEffects } from "../covariance-model/fixed-effects.ts";
import { covarianceOfEffects } from "../covariance-model/unit-effects.ts";
import type { Coefficient } from "../meta/meta-fit.ts";
import { criticalValue, requireLevel, standardised, twoSidedP } from "../meta/reference-distribution.ts";
import { notesOf } from "../multilevel/covariance-notes.ts";
import { groupsOf } from "../multilevel/grouping.ts";
import { containedDf, kenwardRoger, satterthwaite, type VarianceOfSum } from "./degrees-of-freedom.ts";
import type { MixedComponent, MixedData, MixedDf, MixedFit, MixedOptions, ResidualEstimate } from "./mixed-fit.ts";
import { mixedTerms, residualGroups } from "./mixed-terms.ts";

/**
 * Fits the linear mixed model y = Xb + Zu + e by (restricted) maximum likelihood.
 *
 * A random intercept with independent residuals takes time proportional to the rows; other models are solved group by
 * group with matrices of a group's rows.
 *
 * @throws EffectRowError naming the row whose number is none
 * @throws CollinearError naming the columns of a design that is not of full rank
 * @throws TooFewRowsError when there are not more rows than coefficients
 * @throws UnidentifiedError naming random effects that the data cannot tell apart
 * @throws CovarianceFitError when the iterations do not converge, as when the rows are fitted perfectly
 * @throws RangeError when an option is out of range, or does not suit the model
 * @see Laird and Ware 1982, Biometrics 38:963
 */
export function fitMixed(data: MixedData, options: MixedOptions = {}): MixedFit {
  const { method = "REML", df = "satterthwaite", level = 95 } = options;
  requireLevel(level);
  if (df === "kenwardRoger" && (method !== "REML" || data.residual?.kind === "CAR1")) {
    throw new RangeError("kenwardRoger needs REML and residuals that are not autocorrelated");
  }
  const contained = df === "contain" ? containedDf(data) : undefined;
  if (df === "contain" && contained === undefined) throw new RangeError("contain needs exactly one grouping");
  const n = data.y.length;
  const { names, x } = data.design;
  const p = names.length;
  if (p === 0) throw new TypeError("a design needs at least one column");
  const terms = mixedTerms(data);
  const model = buildCovarianceModel({ y: data.y, x, names, known: new Float64Array(n), terms });
  const evaluator = evaluatorOf(model);
  const fit = fitCovariance(evaluator, method);
  const { beta } = fixedEffects(fit);
  const variances = df === "kenwardRoger" ? kenwardRoger(fit) : satterthwaite(fit);
  const coefficients = names.map((name, j) => {
    const unit = new Float64Array(p);
    unit[j] = 1;
    return tested(name, beta[j], unit, variances, { df, contained: contained?.[j], level });
  });
  const parameters = componentsOf(model).reduce((sum, component) => sum + freeParameters(component), p);
  const logLik = logLikelihood(fit);
  return {
    data,
    n,
    p,
    method,
    df,
    level,
    coefficients,
    vcov: variances.vcov,
    random: data.random.map((_, t) => describedEffects(data, fit, t)),
    residual: describedResidual(data, fit),
    parameters,
    logLik,
    minus2LogLik: -2 * logLik,
    aic: -2 * logLik + 2 * parameters,
    bic: -2 * logLik + parameters * Math.log(n),
    iterations: fit.iterations,
    notes: notesOf(fit),
    engine: { fit, evaluator },
  };
}

/** A weighted sum of the coefficients of a mixed model, tested against 0 with degrees of freedom of its own. */
export function testMixedSum(fit: MixedFit, weights: Float64Array, name: string): Coefficient {
  const { p, df, level, data, coefficients, engine } = fit;
  if (weights.length !== p) throw new TypeError(`a sum of ${p} coefficients has ${weights.length} weights`);
  let estimate = 0;
  weights.forEach((weight, j) => {
    if (!Number.isFinite(weight)) throw new RangeError(`weights must be finite, got ${weight}`);
    estimate += weight * coefficients[j].estimate;
  });
  const variances = df === "kenwardRoger" ? kenwardRoger(engine.fit) : satterthwaite(engine.fit);
  const all = df === "contain" ? containedDf(data) : undefined;
  const contained = all?.reduce((least, own, j) => (weights[j] === 0 ? least : Math.min(least, own)), fit.n);
  return tested(name, estimate, weights, variances, { df, contained, level });
}

function tested(
  name: string,
  estimate: number,
  weights: Float64Array,
  variances: VarianceOfSum,
  how: { readonly df: MixedDf; readonly contained: number | undefined; readonly level: number },
): Coefficient {
  const found = variances.of(weights);
  const se = Math.sqrt(Math.max(0, found.variance));
  const df = how.df === "none" ? undefined : how.df === "contain" ? how.contained : found.df;
  const statistic = standardised(estimate, se);
  const width = criticalValue(how.level, df) * se;
  const p = twoSidedP(statistic, df);
  return { name, estimate, se, statistic, df, p, ciLower: estimate - width, ciUpper: estimate + width };
}

/** With its constants; for REML also the term of the design that orthonormal columns leave out. */
function logLikelihood({ model, method, evaluation }: CovarianceFit): number {
  const { k, p, r } = model;
  if (method === "ML") return evaluation.logLik - (k / 2) * Math.log(2 * Math.PI);
  let logDetR = 0;
  for (let j = 0; j < p; j++) logDetR += Math.log(r[j * p + j]);
  return evaluation.logLik - ((k - p) / 2) * Math.log(2 * Math.PI) - logDetR;
}

function describedEffects({ random }: MixedData, fit: CovarianceFit, t: number): MixedComponent {
  const { group, effects } = random[t];
  const m = effects.length;
  const covariance = covarianceOfEffects(fit, t);
  const sd = Float64Array.from(effects, (_, a) => Math.sqrt(Math.max(0, covariance[a * m + a])));
  const correlation = covariance.map((value, i) => {
    const [a, b] = [Math.floor(i / m), i % m];
    return a === b ? 1 : sd[a] > 0 && sd[b] > 0 ? Math.max(-1, Math.min(1, value / (sd[a] * sd[b]))) : 0;
  });
  const { first } = groupsOf(group.labels);
  return {
    group: group.name,
    groups: first.length,
    effects: effects.map(({ name }) => name),
    covariance,
    sd,
    correlation,
  };
}

function describedResidual(data: MixedData, { model, eta }: CovarianceFit): ResidualEstimate {
  const last = model.terms.length - 1;
  const term = model.terms[last];
  const own = eta.subarray(model.termStart[last]);
  const labels = residualGroups(data);
  if (term.kind === "car1") {
    const variances = [{ label: undefined, variance: own[0] ** 2 }];
    return { variances, phi: own[1] ** (1 / term.gap) };
  }
  const variances = Array.from(own, (variance, g) => ({ label: labels?.[g], variance }));
  return { variances, phi: undefined };
}
