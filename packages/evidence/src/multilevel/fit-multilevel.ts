import { chiSquareCdf, choleskyInPlace, invertCholesky } from "@materbone/numerics";
import { buildCovarianceModel, type CovarianceModel } from "../covariance-model/covariance-model.ts";
import { type Component, freeParameters } from "../covariance-model/covariance-term.ts";
import type { Evaluator } from "../covariance-model/evaluation.ts";
import { componentsOf, evaluatorOf, fitCovariance } from "../covariance-model/fit-covariance.ts";
import { fixedEffects } from "../covariance-model/fixed-effects.ts";
import { traceOfProduct } from "../covariance-model/information.ts";
import { covarianceOfEffects } from "../covariance-model/unit-effects.ts";
import { INTERCEPT } from "../meta/fit-meta.ts";
import { EffectRowError } from "../meta/meta-error.ts";
import { requireLevel } from "../meta/reference-distribution.ts";
import { containedDf } from "./contained-df.ts";
import { notesOf } from "./covariance-notes.ts";
import type {
  MultilevelData,
  MultilevelFit,
  MultilevelOptions,
  StructuredComponent,
  VarianceComponent,
} from "./multilevel-fit.ts";
import { type NamedTerm, namedTerms } from "./random-term.ts";
import { omnibusTest, testedCoefficients } from "./tested-coefficients.ts";

/**
 * Fits the multilevel or multivariate model y = Xb + Zu + e, Var(e) = V known, by (restricted) maximum likelihood.
 *
 * Nested intercepts with independent sampling errors take time proportional to the rows; other models are solved by the
 * independent blocks of rows. Crossed groupings are right too, but make one block of all rows they tie together.
 *
 * @throws EffectRowError naming the row whose effect, variance or moderator is no usable number
 * @throws CollinearError naming the columns of a design that is not of full rank
 * @throws TooFewRowsError when there are not more rows than coefficients
 * @throws UnidentifiedError naming random effects that the data cannot tell apart
 * @throws CovarianceFitError when the iterations do not converge
 * @throws RangeError when an option is out of range, or V is not positive definite
 * @see Konstantopoulos 2011, Res Synth Methods 2:61; Berkey and others 1998, Stat Med 17:2537
 */
export function fitMultilevel(data: MultilevelData, options: MultilevelOptions = {}): MultilevelFit {
  const { method = "REML", test = "t", dfs = "contain", level = 95, variances = {} } = options;
  requireLevel(level);
  const k = data.yi.length;
  if (data.v instanceof Float64Array) {
    for (let i = 0; i < k; i++) if (!(data.v[i] > 0)) throw new EffectRowError(i, "vi", data.v[i]);
  }
  const design = data.design ?? { names: [INTERCEPT], x: new Float64Array(k).fill(1) };
  const p = design.names.length;
  if (p === 0) throw new TypeError("a design needs at least one column");
  const terms = withKnown(namedTerms(data.random, k), variances);
  const model = buildCovarianceModel({
    y: data.yi,
    x: design.x,
    names: design.names,
    known: data.v,
    terms: terms.map(({ term }) => term),
  });
  const evaluator = evaluatorOf(model);
  const sampling = samplingAlone(evaluator);
  const fit = fitCovariance(evaluator, method);
  const { beta, vcov } = fixedEffects(fit);
  const residual: (number | undefined)[] = design.names.map(() => k - p);
  const df =
    test === "z" ? residual.map(() => undefined) : dfs === "contain" ? containedDf(design.x, p, terms) : residual;
  const coefficients = testedCoefficients(design.names, beta, vcov, df, level);
  const omnibus = omnibusTest(coefficients, vcov);
  const parameters = componentsOf(model).reduce((sum, component) => sum + freeParameters(component), p);
  const components = describedComponents(fit, terms);
  return {
    data,
    k,
    p,
    method,
    test,
    level,
    coefficients,
    vcov,
    ...components,
    qe: sampling.qe,
    qeDf: k - p,
    qep: chiSquareCdf(sampling.qe, k - p, "upper"),
    qm: omnibus.statistic,
    qmDf: omnibus.df,
    qmp: omnibus.p,
    parameters,
    ...likelihoodStatistics(model, method, fit.evaluation.logLik, sampling.logDet, parameters),
    typicalVariance: typicalVariance(model),
    iterations: fit.iterations,
    notes: notesOf(fit),
    engine: { terms, fit, evaluator },
  };
}

/** The terms with the variances that are known. */
function withKnown(terms: readonly NamedTerm[], variances: Readonly<Record<string, number>>): NamedTerm[] {
  for (const [name, variance] of Object.entries(variances)) {
    if (!(variance >= 0 && variance < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`the known variance of ${name} must be finite and at least 0, got ${variance}`);
    }
    if (!terms.some(({ term, inner }) => term.name === name && inner === undefined)) {
      throw new RangeError(`no nested grouping is named ${name}`);
    }
  }
  return terms.map((named) => {
    const variance = variances[named.term.name];
    if (variance === undefined || named.inner !== undefined) return named;
    const fixed = Float64Array.of(variance);
    const [component] = named.term.components;
    const components = [{ ...component, fixed } as Component];
    return { ...named, term: { ...named.term, components } };
  });
}

/** Cochran's Q and log|V| of the sampling covariance without random effects. */
function samplingAlone({ model, evaluate }: Evaluator): { qe: number; logDet: number } {
  const alone = evaluate(new Float64Array(model.coordinates), "ML");
  if (alone === undefined) throw new RangeError("the sampling covariance is not positive definite");
  return { qe: alone.quadratic, logDet: alone.logDetV };
}

/** (k - p) / tr P at the weights 1 / vi. */
function typicalVariance({ k, p, x, v0 }: CovarianceModel): number {
  const xwx = new Float64Array(p * p);
  const inverse = new Float64Array(p * p);
  const squares = new Float64Array(p * p);
  let trace = 0;
  for (let i = 0; i < k; i++) {
    const w = 1 / v0[i];
    trace += w;
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) {
        const product = w * x[i * p + a] * x[i * p + b];
        xwx[a * p + b] += product;
        squares[a * p + b] += w * product;
      }
    }
  }
  choleskyInPlace(xwx, p);
  invertCholesky(xwx, p, inverse);
  return (k - p) / (trace - traceOfProduct(inverse, 0, squares, 0, p));
}

type Statistics = Pick<MultilevelFit, "logLik" | "deviance" | "aic" | "bic" | "aicc">;

/** As in the univariate model: the restricted likelihood counts k - p observations, and its deviance is -2 log L. */
function likelihoodStatistics(
  { k, p }: CovarianceModel,
  method: "ML" | "REML",
  kernel: number,
  logDetSampling: number,
  parameters: number,
): Statistics {
  const n = method === "REML" ? k - p : k;
  const logLik = kernel - (n / 2) * Math.log(2 * Math.PI);
  const saturated = -0.5 * (k * Math.log(2 * Math.PI) + logDetSampling);
  const counted = Math.max(n, parameters + 2);
  return {
    logLik,
    deviance: -2 * (method === "REML" ? logLik : logLik - saturated),
    aic: -2 * logLik + 2 * parameters,
    bic: -2 * logLik + parameters * Math.log(n),
    aicc: -2 * logLik + (2 * parameters * counted) / (counted - parameters - 1),
  };
}

function describedComponents(
  fit: MultilevelFit["engine"]["fit"],
  terms: readonly NamedTerm[],
): Pick<MultilevelFit, "variances" | "structured"> {
  const variances: VarianceComponent[] = [];
  const structured: StructuredComponent[] = [];
  terms.forEach(({ term, groups, inner, structure }, t) => {
    const covariance = covarianceOfEffects(fit, t);
    const [first] = term.components;
    if (inner === undefined || structure === undefined) {
      const known = first.kind === "matrix" && first.fixed !== undefined;
      variances.push({ name: term.name, groups: groups.first.length, variance: covariance[0], known });
      return;
    }
    const m = inner.length;
    const tau2 = Float64Array.from(inner, (_, a) => covariance[a * m + a]);
    const correlation = covariance.map((value, i) => {
      const size = Math.sqrt(tau2[Math.floor(i / m)] * tau2[i % m]);
      return Math.floor(i / m) === i % m ? 1 : size > 0 ? value / size : 0;
    });
    structured.push({ name: term.name, structure, groups: groups.first.length, inner, covariance, tau2, correlation });
  });
  return { variances, structured };
}
