import { chiSquareCdf } from "@materbone/numerics";
import { coefficientsOf, covariance, varianceFactor } from "./coefficients.ts";
import { fitStatistics } from "./fit-statistics.ts";
import type { Coefficient, Design, Effects, MetaFit, MetaNote, MetaOptions } from "./meta-fit.ts";
import type { Tau2Method } from "./methods.ts";
import { createModel, type Model, weigh, weighWithTraces } from "./model.ts";
import { criticalValue, requireLevel, standardised, twoSidedP } from "./reference-distribution.ts";
import { estimateTau2, type Tau2Estimate } from "./tau2.ts";
import { type WaldTest, waldTest } from "./wald-test.ts";

/** Name of the column of ones in a design. */
export const INTERCEPT = "intrcpt";

/**
 * Fits the random-effects model y = Xb + u + e, Var(u) = tau², Var(e) = vi, or its common-effect form.
 *
 * @param design - `undefined` for a pooled effect
 * @throws EffectRowError naming the row whose effect, variance or moderator is no usable number
 * @throws CollinearError naming the columns of a design that is not of full rank
 * @throws TooFewRowsError when there are fewer studies than coefficients
 * @throws ConvergenceError when an iterative estimate of tau² does not settle
 * @throws RangeError when `level` or a given tau² is out of range
 * @see Viechtbauer (2010), J Stat Softw 36(3):1, for the model and its tests; Knapp & Hartung (2003), Stat Med 22:2693,
 *   and Roever, Knapp & Friede (2015), BMC Med Res Methodol 15:99, for `knha` and `adhoc`
 */
export function fitMeta(effects: Effects, design: Design | undefined, options: MetaOptions = {}): MetaFit {
  const method = options.method ?? "REML";
  const test = options.test ?? "adhoc";
  const level = options.level ?? 95;
  requireLevel(level);
  const given = options.tau2;
  if (given !== undefined && !(given >= 0 && given < (method === "FE" ? Number.MIN_VALUE : Number.POSITIVE_INFINITY)))
    throw new RangeError(`tau2 must be finite and at least 0 (0 for FE), got ${given}`);
  const model = createModel(effects, design);
  const { k, p } = model;
  const df = k - p;
  weighWithTraces(model, 0);
  const { yPy: qe, trP } = model;
  const { tau2, se, iterations } = given === undefined ? estimateTau2(model, method) : weighAt(model, given);
  const heterogeneity = measureHeterogeneity(qe, df, trP, method === "FE" ? undefined : tau2);
  const estimated = method !== "FE" && given === undefined && df > 0;
  const statistics = fitStatistics(model, method === "REML" && df > 0, p + (estimated ? 1 : 0));
  const factor = varianceFactor(model, test);
  const testDf = test === "z" || df === 0 ? undefined : df;
  const vcov = new Float64Array(p * p);
  covariance(model, factor, vcov);
  const coefficients = testCoefficients(model, vcov, design?.names ?? [INTERCEPT], level, testDf);
  const omnibus = omnibusTest(coefficients, vcov, testDf);
  if (
    !coefficients.every(({ estimate, se }) => Number.isFinite(estimate + se)) ||
    !Number.isFinite(statistics.deviance)
  )
    throw new RangeError("effects, variances and moderators leave the range of numbers when they are squared");
  return {
    effects,
    design,
    k,
    p,
    method,
    test,
    level,
    tau2,
    seTau2: se,
    ...heterogeneity,
    qm: omnibus.statistic,
    qmDf: omnibus.df,
    qmp: omnibus.p,
    r2:
      design === undefined || given !== undefined || df === 0
        ? undefined
        : explainedShare(effects, design, method, tau2, qe),
    coefficients,
    vcov,
    varianceFactor: factor,
    ...statistics,
    iterations,
    notes: notesOf(k, df, estimated && tau2 === 0, factor === 0),
  };
}

type Heterogeneity = Pick<MetaFit, "i2" | "h2" | "qe" | "qeDf" | "qep">;

function weighAt(model: Model, tau2: number): Tau2Estimate {
  weigh(model, tau2);
  return { tau2, se: undefined, iterations: 0 };
}

/**
 * I² and H² from tau² and the typical sampling variance df / tr P, or from Q by a common effect (Higgins & Thompson
 * 2002, Stat Med 21:1539).
 *
 * @param qe - Q at weights 1 / vi, at which `trP` is too
 */
export function measureHeterogeneity(qe: number, df: number, trP: number, tau2: number | undefined): Heterogeneity {
  if (df === 0) return { i2: 0, h2: 1, qe: 0, qeDf: 0, qep: 1 };
  const qep = chiSquareCdf(qe, df, "upper");
  if (tau2 === undefined) return { i2: qe > df ? (100 * (qe - df)) / qe : 0, h2: qe / df, qe, qeDf: df, qep };
  const typical = df / trP;
  return { i2: (100 * tau2) / (typical + tau2), h2: tau2 / typical + 1, qe, qeDf: df, qep };
}

/** Estimates of the last pass with their tests and intervals. */
export function testCoefficients(
  model: Model,
  vcov: Float64Array,
  names: readonly string[],
  level: number,
  df: number | undefined,
): Coefficient[] {
  const { p, gamma } = model;
  coefficientsOf(model, gamma);
  const width = criticalValue(level, df);
  const coefficients: Coefficient[] = [];
  for (let j = 0; j < p; j++) {
    const estimate = gamma[j];
    const se = Math.sqrt(vcov[j * p + j]);
    const statistic = standardised(estimate, se);
    coefficients.push({
      name: names[j],
      estimate,
      se,
      statistic,
      df,
      p: twoSidedP(statistic, df),
      ciLower: estimate - width * se,
      ciUpper: estimate + width * se,
    });
  }
  return coefficients;
}

/** Test of all coefficients but the intercept, or of the intercept when it is alone. */
function omnibusTest(coefficients: readonly Coefficient[], vcov: Float64Array, df: number | undefined): WaldTest {
  const p = coefficients.length;
  const tested: number[] = [];
  for (let j = 0; j < p; j++) if (p === 1 || coefficients[j].name !== INTERCEPT) tested.push(j);
  const m = tested.length;
  if (m === 1) {
    const { statistic, p: probability } = coefficients[tested[0]];
    return { statistic: statistic * statistic, df: [1, df], p: probability };
  }
  const b = Float64Array.from(tested, (j) => coefficients[j].estimate);
  const v = new Float64Array(m * m);
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) v[i * m + j] = vcov[tested[i] * p + tested[j]];
  // The design is of full rank, so that only a variance of 0 (`effectsAlike`) leaves no test.
  return waldTest(b, v, df) ?? { statistic: Number.POSITIVE_INFINITY, df: [m, df], p: 0 };
}

/**
 * Percent of the tau² of the model without moderators that is gone with them (Raudenbush 2009); 0 where it has none. By a
 * common effect, the adjusted R² of the regression with weights 1 / vi. Both as in metafor.
 *
 * @param qe - residual weighted sum of squares with the moderators
 */
function explainedShare(
  effects: Effects,
  design: Design,
  method: Tau2Method,
  tau2: number,
  qe: number,
): number | undefined {
  if (design.names.length === 1 || !design.names.includes(INTERCEPT)) return undefined;
  const model = createModel(effects, undefined);
  weighWithTraces(model, 0);
  if (method === "FE") {
    const residual = qe / (model.k - design.names.length);
    const total = model.yPy / (model.k - 1);
    return total > 0 ? Math.max(0, 100 * (1 - residual / total)) : 0;
  }
  const without = estimateTau2(model, method).tau2;
  return without > 0 ? Math.max(0, (100 * (without - tau2)) / without) : 0;
}

function notesOf(k: number, df: number, atZero: boolean, alike: boolean): MetaNote[] {
  const notes: MetaNote[] = [];
  if (k === 1) notes.push({ kind: "oneStudy" });
  else if (df === 0) notes.push({ kind: "saturated" });
  if (atZero) notes.push({ kind: "tau2AtZero" });
  if (alike) notes.push({ kind: "effectsAlike" });
  return notes;
}
