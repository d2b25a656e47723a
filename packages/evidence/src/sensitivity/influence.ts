import { chiSquareCdf, choleskyInPlace } from "@materbone/numerics";
import { covariance } from "../meta/coefficients.ts";
import type { MetaFit } from "../meta/meta-fit.ts";
import { createModel, type Model, weigh } from "../meta/model.ts";
import { fittedValues, predictMeta } from "../meta/predict-meta.ts";
import { studyWeights } from "../meta/study-weights.ts";
import { waldTest } from "../meta/wald-test.ts";
import { FEWEST_FOR_SUMS, fitsWithoutEach } from "./fits-without-each.ts";
import { createPass, momentsAt, passWithout } from "./moments.ts";
import type { PartialFit, SubsetFit } from "./partial-fit.ts";
import { hatValues } from "./residuals.ts";

/** What one study does to a fit. */
export type Influence = {
  /** Hat value, 0 to 1. */
  readonly hat: number;
  /** Share in the weights, percent. */
  readonly weight: number;
  /** What the fit without the study says; `notEstimable` where the others cannot carry the model. */
  readonly deletion:
    | ({ readonly kind: "fit" } & DeletionDiagnostics)
    | Extract<PartialFit, { readonly kind: "notEstimable" }>;
  /** Some diagnostic passes its cut-off, see `influence`; a study that the model needs counts too. */
  readonly flagged: boolean;
};

export type DeletionDiagnostics = {
  /** Externally standardised residual: of the study from the fit without it, its Knapp-Hartung factor included. */
  readonly rstudent: number;
  /** Change of its fitted mean, in standard errors. */
  readonly dffits: number;
  /** Cook's distance: change of all coefficients by their covariance. */
  readonly cookD: number;
  /** Determinant of the coefficients' covariance without it, over that with it. */
  readonly covR: number;
  readonly tau2: number;
  readonly qe: number;
  /** Change of each coefficient in standard errors, length p. */
  readonly dfbs: Float64Array;
};

/**
 * Deletion diagnostics. A study is flagged when |DFFITS| > 3 √(p / (k - p)), the lower tail of chi-square with p degrees
 * of freedom at Cook's distance is above one half, the hat value is above 3p / k, or any |DFBS| > 1.
 *
 * @throws ConvergenceError when a refit does not settle
 * @see Viechtbauer & Cheung (2010), Res Synth Methods 1:112
 */
export function influence(fit: MetaFit): Influence[] {
  const { k, p } = fit;
  const hats = hatValues(fit);
  const weights = studyWeights(fit);
  const fitted = fittedValues(fit);
  const model = createModel(fit.effects, fit.design);
  const dffitsLimit = 3 * Math.sqrt(p / (k - p));
  const partial = fitsWithoutEach(fit);
  const moments = k < FEWEST_FOR_SUMS ? undefined : momentsAt(model, fit.tau2, true);
  const pass = createPass(p);
  return partial.map((without, row) => {
    const hat = hats[row];
    const weight = weights[row];
    if (without.kind === "notEstimable") return { hat, weight, deletion: without, flagged: true };
    // Standard errors with all studies, at the weights and the Knapp-Hartung factor of the fit without this one.
    if (moments !== undefined && passWithout(moments, -1, without.fit.tau2, pass)) model.a.set(pass.a);
    else weigh(model, without.fit.tau2);
    const deletion = diagnose(fit, without.fit, model, row, hat, fitted[row].estimate);
    const flagged =
      Math.abs(deletion.dffits) > dffitsLimit ||
      chiSquareCdf(deletion.cookD, p) > 0.5 ||
      hat > (3 * p) / k ||
      deletion.dfbs.some((change) => Math.abs(change) > 1);
    return { hat, weight, deletion: { kind: "fit", ...deletion }, flagged };
  });
}

/** @param model - weighed at the tau² of the fit without the row */
function diagnose(
  fit: MetaFit,
  without: SubsetFit,
  model: Model,
  row: number,
  hat: number,
  fitted: number,
): DeletionDiagnostics {
  const { p, effects, design } = fit;
  const x = design === undefined ? Float64Array.of(1) : design.x.slice(row * p, (row + 1) * p);
  const predicted = predictMeta(without, x)[0];
  const total = effects.vi[row] + without.tau2;
  const change = Float64Array.from(fit.coefficients, ({ estimate }, j) => estimate - without.coefficients[j].estimate);
  const scale = new Float64Array(p * p);
  covariance(model, without.varianceFactor, scale);
  return {
    rstudent: (effects.yi[row] - predicted.estimate) / Math.sqrt(predicted.se ** 2 + without.varianceFactor * total),
    dffits: (fitted - predicted.estimate) / Math.sqrt(without.varianceFactor * hat * total),
    cookD: distance(change, fit.vcov),
    covR: determinant(without.vcov, p) / determinant(fit.vcov, p),
    tau2: without.tau2,
    qe: without.qe,
    dfbs: change.map((value, j) => value / Math.sqrt(scale[j * p + j])),
  };
}

function distance(change: Float64Array, vcov: Float64Array): number {
  return waldTest(change, vcov.slice(), undefined)?.statistic ?? Number.POSITIVE_INFINITY;
}

function determinant(vcov: Float64Array, p: number): number {
  const factor = vcov.slice();
  if (!choleskyInPlace(factor, p)) return 0;
  let product = 1;
  for (let j = 0; j < p; j++) product *= factor[j * p + j] ** 2;
  return product;
}
