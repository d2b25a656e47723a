import {
  betaQuantile,
  chiSquareQuantile,
  logGamma,
  minimise1d,
  nelderMead,
  normalQuantile,
  SolverError,
} from "@materbone/numerics";
import { finiteMeanAndSd, type MeanAndSd, type MeanAndSdOrReason } from "./mean-and-sd.ts";
import { type MedianSummary, quantilesOf } from "./median-summary.ts";

/** Candidate distributions, of two parameters each. */
export const QUANTILE_DISTRIBUTIONS = ["normal", "logNormal", "gamma", "weibull", "beta"] as const;
export type QuantileDistribution = (typeof QUANTILE_DISTRIBUTIONS)[number];

/** A candidate at its best fit. */
export type QuantileFit = MeanAndSd & {
  readonly distribution: QuantileDistribution;
  /** Sum of squared distances of its quantiles from the reported ones, squared unit of the values. */
  readonly distance: number;
};

/**
 * Mean and SD of the candidate distribution whose quantiles come closest to the reported ones.
 *
 * A sample with a value below 0 can be normal only; `beta` is tried for values between 0 and 1.
 *
 * @param summary - n at least 3, at least 5 for five numbers
 * @param distributions - candidates; default all
 * @see McGrath S, Zhao X, Steele R, Thombs BD, Benedetti A (2020) Stat Methods Med Res 29:2520-2537, method QE
 */
export function quantileEstimate(
  summary: MedianSummary,
  distributions: readonly QuantileDistribution[] = QUANTILE_DISTRIBUTIONS,
): MeanAndSdOrReason {
  const needed = summary.kind === "fiveNumbers" ? 5 : 3;
  if (!(summary.n >= needed)) return { kind: "notDefined", reason: { kind: "tooFew", needed } };
  const fits = quantileFits(summary, distributions);
  if (fits.length === 0) return { kind: "notDefined", reason: { kind: "notPositive" } };
  const best = fits.reduce((a, b) => (b.distance < a.distance ? b : a));
  return finiteMeanAndSd(best.mean, best.sd);
}

/** Every candidate that the values allow, each at its least distance. */
export function quantileFits(
  summary: MedianSummary,
  distributions: readonly QuantileDistribution[] = QUANTILE_DISTRIBUTIONS,
): readonly QuantileFit[] {
  const values = quantilesOf(summary);
  const probabilities = probabilitiesOf(summary);
  return distributions
    .filter((distribution) => isAllowed(distribution, values))
    .flatMap((distribution) => fit(distribution, values, probabilities) ?? []);
}

/** Probabilities that the reported values stand for. */
function probabilitiesOf({ kind, n }: MedianSummary): readonly number[] {
  switch (kind) {
    case "range":
      return [1 / n, 0.5, 1 - 1 / n];
    case "quartiles":
      return [0.25, 0.5, 0.75];
    case "fiveNumbers":
      return [1 / n, 0.25, 0.5, 0.75, 1 - 1 / n];
  }
}

function isAllowed(distribution: QuantileDistribution, values: readonly number[]): boolean {
  if (distribution === "normal") return true;
  if (!(values[0] >= 0)) return false;
  return distribution !== "beta" || values[values.length - 1] <= 1;
}

function fit(
  distribution: QuantileDistribution,
  values: readonly number[],
  probabilities: readonly number[],
): QuantileFit | undefined {
  switch (distribution) {
    case "normal":
      return fitNormal(values, probabilities);
    case "beta":
      return fitBeta(values, probabilities);
    case "logNormal":
      return fitShape(distribution, values, (sigma) => probabilities.map((p) => Math.exp(sigma * normalQuantile(p))), {
        mean: (sigma) => Math.exp(sigma ** 2 / 2),
        cv: (sigma) => Math.sqrt(Math.expm1(sigma ** 2)),
      });
    case "gamma":
      return fitShape(distribution, values, (shape) => probabilities.map((p) => chiSquareQuantile(p, 2 * shape) / 2), {
        mean: (shape) => shape,
        cv: (shape) => 1 / Math.sqrt(shape),
      });
    case "weibull":
      return fitShape(distribution, values, (shape) => probabilities.map((p) => (-Math.log1p(-p)) ** (1 / shape)), {
        mean: (shape) => Math.exp(logGamma(1 + 1 / shape)),
        cv: (shape) => Math.sqrt(Math.expm1(logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape))),
      });
  }
}

/** Values against normal scores: a straight line by least squares. */
function fitNormal(values: readonly number[], probabilities: readonly number[]): QuantileFit {
  const scores = probabilities.map((p) => normalQuantile(p));
  // The probabilities are symmetric around one half, so the scores sum to 0.
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = dot(scores, values) / dot(scores, scores);
  const distance = values.reduce((sum, value, i) => sum + (value - mean - sd * scores[i]) ** 2, 0);
  return { distribution: "normal", mean, sd, distance };
}

/**
 * A distribution with a scale and a shape: the best scale of a shape is a ratio of sums, so the search is over the
 * logarithm of the shape alone, first on a grid because the distance may have two minima.
 */
function fitShape(
  distribution: QuantileDistribution,
  values: readonly number[],
  quantilesAt: (shape: number) => readonly number[],
  moments: { readonly mean: (shape: number) => number; readonly cv: (shape: number) => number },
): QuantileFit {
  const distanceAt = (logShape: number): number => {
    const quantiles = quantilesAt(Math.exp(logShape));
    const scale = dot(quantiles, values) / dot(quantiles, quantiles);
    const distance = values.reduce((sum, value, i) => sum + (value - scale * quantiles[i]) ** 2, 0);
    return Number.isNaN(distance) ? Infinity : distance;
  };
  let start = -4;
  for (let logShape = -4; logShape <= 10; logShape += 0.5) {
    if (distanceAt(logShape) < distanceAt(start)) start = logShape;
  }
  const shape = Math.exp(minimise1d(distanceAt, start - 0.5, start + 0.5, { relativeTolerance: 1e-9 }).x);
  const quantiles = quantilesAt(shape);
  const scale = dot(quantiles, values) / dot(quantiles, quantiles);
  const mean = scale * moments.mean(shape);
  return { distribution, mean, sd: mean * moments.cv(shape), distance: distanceAt(Math.log(shape)) };
}

/** Nothing when the search does not settle, as for values that crowd at an end of the range. */
function fitBeta(values: readonly number[], probabilities: readonly number[]): QuantileFit | undefined {
  const distanceAt = (mean: number, size: number): number =>
    probabilities.reduce((sum, p, i) => sum + (values[i] - betaQuantile(p, mean * size, (1 - mean) * size)) ** 2, 0);
  // Mean by its logit and a + b by its logarithm; from the normal fit's mean and SD, distances in its variance.
  const normal = fitNormal(values, probabilities);
  const m = Math.min(Math.max(normal.mean, 0.01), 0.99);
  const size = Math.min(Math.max((m * (1 - m)) / normal.sd ** 2 - 1, 0.5), 1e6);
  const scaledAt = ([logit, logSize]: Float64Array): number =>
    Math.abs(logit) < 12 && Math.abs(logSize) < 16
      ? distanceAt(1 / (1 + Math.exp(-logit)), Math.exp(logSize)) / normal.sd ** 2
      : Infinity;
  try {
    const { x, fx } = nelderMead(scaledAt, Float64Array.of(Math.log(m / (1 - m)), Math.log(size)), {
      steps: Float64Array.of(0.2, 0.2),
      xTolerance: 1e-7,
      fTolerance: 1e-10,
      maxIterations: 500,
    });
    const mean = 1 / (1 + Math.exp(-x[0]));
    const sd = Math.sqrt((mean * (1 - mean)) / (1 + Math.exp(x[1])));
    return { distribution: "beta", mean, sd, distance: fx * normal.sd ** 2 };
  } catch (error) {
    if (error instanceof SolverError) return undefined;
    throw error;
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
