import { minimise1d, nelderMead, normalCdf, normalDensity, normalLogCdf, SolverError } from "@materbone/numerics";
import { boxCox, type PowerNormal, powerNormalMeanAndSd, SMALLEST_POWER } from "./box-cox.ts";
import type { MeanAndSdOrReason } from "./mean-and-sd.ts";
import { type MedianSummary, mapSummary, quantilesOf } from "./median-summary.ts";
import { luoMean, wanSd } from "./normal-formulas.ts";

/**
 * Mean and SD by the likelihood of the order statistics after a power transformation (MLN).
 *
 * The power is the one from 0 to 10, to 0.001, with the highest likelihood at the normal formulas' mean and SD; these
 * two then maximise the likelihood. As published, the likelihood of the power is of the transformed values, without
 * the Jacobian, so that it depends on the unit: values above 1 pull it to 0, values below 1 to 10.
 *
 * @param summary - values above 0; n at least 3
 * @see Cai S, Zhou J, Pan J (2021) Stat Methods Med Res 30:2701-2719
 */
export function unknownNonNormalMeanAndSd(summary: MedianSummary): MeanAndSdOrReason {
  const fitted = unknownNonNormalFit(summary);
  return "kind" in fitted ? fitted : powerNormalMeanAndSd(fitted);
}

/** The power-normal distribution of the method. */
export function unknownNonNormalFit(
  summary: MedianSummary,
): PowerNormal | (MeanAndSdOrReason & { kind: "notDefined" }) {
  if (!(summary.n >= 3)) return { kind: "notDefined", reason: { kind: "tooFew", needed: 3 } };
  const values = quantilesOf(summary);
  if (!(values[0] > 0)) return { kind: "notDefined", reason: { kind: "notPositive" } };
  for (let i = 1; i < values.length; i++) {
    if (!(values[i - 1] < values[i])) return { kind: "notDefined", reason: { kind: "medianAtEnd" } };
  }
  const at = (lambda: number): MedianSummary => mapSummary(summary, (value) => boxCox(value, lambda));
  const { x } = minimise1d(
    (lambda) => {
      const transformed = at(lambda);
      return negativeLogLikelihood(transformed, luoMean(transformed), wanSd(transformed));
    },
    0,
    10,
    { relativeTolerance: 1.5e-8, absoluteTolerance: 1e-3 / 3 },
  );
  const lambda = x < SMALLEST_POWER ? 0 : x;
  const transformed = at(lambda);
  const mean = luoMean(transformed);
  const sd = wanSd(transformed);
  if (!Number.isFinite(negativeLogLikelihood(transformed, mean, sd))) {
    return { kind: "notDefined", reason: { kind: "infinite" } };
  }
  try {
    // In units of the first estimates.
    const { x: best } = nelderMead(
      ([shift, logScale]) => negativeLogLikelihood(transformed, mean + shift * sd, sd * Math.exp(logScale)),
      Float64Array.of(0, 0),
      { steps: Float64Array.of(0.3, 0.3) },
    );
    return { lambda, mu: mean + best[0] * sd, sigma: sd * Math.exp(best[1]) };
  } catch (error) {
    if (!(error instanceof SolverError)) throw error;
    return { kind: "notDefined", reason: { kind: "noConvergence", iterations: error.iterations } };
  }
}

/** Density of the order statistics that the summary shows, of a normal sample, up to a constant. */
function negativeLogLikelihood(summary: MedianSummary, mu: number, sigma: number): number {
  const values = quantilesOf(summary);
  const ranks = ranksOf(summary);
  const last = values.length - 1;
  let sum = 0;
  for (const value of values) sum -= ((value - mu) / sigma) ** 2 / 2 + Math.log(sigma);
  if (!Number.isFinite(sum)) return Infinity;
  const below = ranks[0] - 1;
  if (below > 0) sum += below * normalLogCdf((values[0] - mu) / sigma);
  for (let i = 1; i <= last; i++) {
    const between = ranks[i] - ranks[i - 1] - 1;
    const width = (values[i] - values[i - 1]) / sigma;
    if (between > 0) sum += between * Math.log(massBetween((values[i - 1] - mu) / sigma, width));
  }
  const above = summary.n - ranks[last];
  if (above > 0) sum += above * normalLogCdf((values[last] - mu) / sigma, "upper");
  return -sum;
}

/** Ranks of the order statistics that stand for the quantiles of the summary. */
function ranksOf({ kind, n }: MedianSummary): readonly number[] {
  const [lower, middle, upper] = [0.25, 0.5, 0.75].map((share) => Math.floor(share * n + 1));
  switch (kind) {
    case "range":
      return [1, middle, n];
    case "quartiles":
      return [lower, middle, upper];
    case "fiveNumbers":
      return [1, lower, middle, upper, n];
  }
}

/** Probability from a normal score over a width; by the density where the difference of two would lose the digits. */
function massBetween(lower: number, width: number): number {
  if (width < 1e-4) {
    const middle = lower + width / 2;
    return width * normalDensity(middle) * (1 + (width ** 2 * (middle ** 2 - 1)) / 24);
  }
  const upper = lower + width;
  return lower > 0 ? normalCdf(lower, "upper") - normalCdf(upper, "upper") : normalCdf(upper) - normalCdf(lower);
}
