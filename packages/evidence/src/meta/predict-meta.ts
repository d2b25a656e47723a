import type { IntervalOrReason, MetaFit, NoIntervalReason } from "./meta-fit.ts";
import { criticalValue } from "./reference-distribution.ts";

/**
 * Quantile of a prediction interval: that of the fit's own test (normal for `z`, t with k - p degrees of freedom else),
 * or t with k - p - 1, which is k - 2 for a pooled effect (Higgins, Thompson & Spiegelhalter 2009, J R Stat Soc A
 * 172:137; Riley, Higgins & Deeks 2011, BMJ 342:d549).
 */
export type PredictionKind = "asTest" | "riley";

/** What a prediction needs of a fit. */
export type PredictingFit = Pick<MetaFit, "k" | "p" | "method" | "level" | "tau2" | "coefficients" | "vcov">;

/** The mean at one row of moderators, and where the effect of another study is expected. */
export type Prediction = {
  readonly estimate: number;
  readonly se: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  readonly prediction: IntervalOrReason;
};

/**
 * Predicts at m rows of moderators.
 *
 * @param rows - m x p, row-major, in the order of the design's columns, the intercept included; [1] for a pooled effect
 * @throws TypeError when `rows` is not a multiple of p long
 */
export function predictMeta(fit: PredictingFit, rows: Float64Array, kind: PredictionKind = "asTest"): Prediction[] {
  const { p, vcov, coefficients, level } = fit;
  if (rows.length % p !== 0) throw new TypeError(`rows of ${p} columns cannot hold ${rows.length} numbers`);
  const width = criticalValue(level, coefficients[0].df);
  const reason = noPredictionReason(fit, kind);
  const predictionWidth = reason === undefined ? criticalValue(level, predictionDf(fit, kind)) : 0;
  const predictions: Prediction[] = [];
  for (let at = 0; at < rows.length; at += p) {
    let estimate = 0;
    let variance = 0;
    for (let c = 0; c < p; c++) {
      estimate += rows[at + c] * coefficients[c].estimate;
      for (let d = 0; d < p; d++) variance += rows[at + c] * vcov[c * p + d] * rows[at + d];
    }
    if (estimate - estimate !== 0) throw new RangeError(`rows must be finite, row ${at / p} is not`);
    const se = Math.sqrt(Math.max(0, variance));
    const half = predictionWidth * Math.sqrt(Math.max(0, variance) + fit.tau2);
    predictions.push({
      estimate,
      se,
      ciLower: estimate - width * se,
      ciUpper: estimate + width * se,
      prediction:
        reason === undefined
          ? { kind: "interval", lower: estimate - half, upper: estimate + half }
          : { kind: "notDefined", reason },
    });
  }
  return predictions;
}

/** Means at the studies' own moderators, with their intervals. */
export function fittedValues(fit: MetaFit, kind: PredictionKind = "asTest"): Prediction[] {
  return predictMeta(fit, fit.design?.x ?? new Float64Array(fit.k).fill(1), kind);
}

/**
 * Interval that the true effect of another study is expected in.
 *
 * @param row - moderators of that study, length p; may be left out for a pooled effect
 * @throws TypeError when a fit with moderators is given no row
 */
export function predictionInterval(
  fit: MetaFit,
  kind: PredictionKind = "asTest",
  row: Float64Array | undefined = fit.design === undefined ? Float64Array.of(1) : undefined,
): IntervalOrReason {
  if (row?.length !== fit.p)
    throw new TypeError(`a prediction from ${fit.p} coefficients needs a row of as many numbers`);
  return predictMeta(fit, row, kind)[0].prediction;
}

function noPredictionReason(fit: PredictingFit, kind: PredictionKind): NoIntervalReason | undefined {
  if (fit.method === "FE") return "commonEffect";
  if (fit.k < 3) return "fewerThanThreeStudies";
  return fit.k - fit.p - (kind === "riley" ? 1 : 0) > 0 ? undefined : "noDegreesOfFreedom";
}

function predictionDf(fit: PredictingFit, kind: PredictionKind): number | undefined {
  return kind === "riley" ? fit.k - fit.p - 1 : fit.coefficients[0].df;
}
