import { integrate, minimise1d, normalCdf, normalDensity, SolverError } from "@materbone/numerics";
import { finiteMeanAndSd, type MeanAndSdOrReason } from "./mean-and-sd.ts";
import { type MedianSummary, mapSummary, quantilesOf } from "./median-summary.ts";
import { luoMean, wanSd } from "./normal-formulas.ts";

/** A sample that is normal with this mean and SD after the Box-Cox transformation with this power. */
export type PowerNormal = {
  /** 0 is the logarithm; at least 0, since a lower power gives a distribution without a mean. */
  readonly lambda: number;
  readonly mu: number;
  readonly sigma: number;
};

/** Below this a power counts as the logarithm. */
export const SMALLEST_POWER = 1e-8;

/** (x^lambda - 1) / lambda, or log x. */
export function boxCox(x: number, lambda: number): number {
  const logarithm = Math.log(x);
  return lambda < SMALLEST_POWER ? logarithm : Math.expm1(lambda * logarithm) / lambda;
}

/**
 * Mean and SD by the power transformation that makes the summary symmetric, and the normal formulas on that scale.
 *
 * @param summary - values above 0; n at least 3
 * @see McGrath S, Zhao X, Steele R, Thombs BD, Benedetti A (2020) Stat Methods Med Res 29:2520-2537, method BC
 */
export function boxCoxMeanAndSd(summary: MedianSummary): MeanAndSdOrReason {
  const fitted = boxCoxFit(summary);
  return "kind" in fitted ? fitted : powerNormalMeanAndSd(fitted);
}

/** The power-normal distribution of the Box-Cox method. */
export function boxCoxFit(summary: MedianSummary): PowerNormal | (MeanAndSdOrReason & { kind: "notDefined" }) {
  if (!(summary.n >= 3)) return { kind: "notDefined", reason: { kind: "tooFew", needed: 3 } };
  const values = quantilesOf(summary);
  if (!(values[0] > 0)) return { kind: "notDefined", reason: { kind: "notPositive" } };
  for (let i = 1; i < values.length; i++) {
    if (!(values[i - 1] < values[i])) return { kind: "notDefined", reason: { kind: "medianAtEnd" } };
  }
  // The range of powers and the tolerance of the authors' program.
  const { x } = minimise1d((lambda) => asymmetryAt(values, lambda), -2, 3, {
    relativeTolerance: 1.5e-8,
    absoluteTolerance: 4e-5,
  });
  const lambda = x < SMALLEST_POWER ? 0 : x;
  const transformed = mapSummary(summary, (value) => boxCox(value, lambda));
  return { lambda, mu: luoMean(transformed), sigma: wanSd(transformed) };
}

/**
 * Mean and SD on the original scale. The normal distribution is cut where the transformation ends, at -1 / lambda, and
 * as far above the mean.
 */
export function powerNormalMeanAndSd({ lambda, mu, sigma }: PowerNormal): MeanAndSdOrReason {
  if (lambda < SMALLEST_POWER) {
    const mean = Math.exp(mu + sigma ** 2 / 2);
    return finiteMeanAndSd(mean, mean * Math.sqrt(Math.expm1(sigma ** 2)));
  }
  const atMean = 1 + lambda * mu;
  if (!(atMean > 0)) return { kind: "notDefined", reason: { kind: "noBackTransformation" } };
  const middle = atMean ** (1 / lambda);
  const slope = (lambda * sigma) / atMean;
  const mass = 1 - 2 * normalCdf(-1 / slope);
  const end = Math.min(1 / slope, 38);
  // As a share of the middle, so that close values keep their digits.
  const deviation = (z: number): number => Math.expm1(Math.log1p(Math.max(-1, slope * z)) / lambda);
  const expectation = (f: (z: number) => number): number => {
    const g = (z: number): number => normalDensity(z) * f(z);
    const options = { relativeTolerance: 1e-9 };
    return (integrate(g, -end, 0, options).value + integrate(g, 0, end, options).value) / mass;
  };
  try {
    const mean = expectation(deviation);
    const variance = expectation((z) => (deviation(z) - mean) ** 2);
    return finiteMeanAndSd(middle * (1 + mean), middle * Math.sqrt(variance));
  } catch (error) {
    // The integrand overflows.
    if (error instanceof SolverError) return { kind: "notDefined", reason: { kind: "infinite" } };
    throw error;
  }
}

/** How far the transformed values are from symmetric around the median: squared distance of the ratio of sides from 1. */
function asymmetryAt(values: readonly number[], power: number): number {
  const last = values.length - 1;
  // The ratio is free of the unit; in units of the median no power of a value is lost to rounding.
  const transformed = values.map((value) => {
    const logarithm = Math.log(value / values[last / 2]);
    return Math.abs(power) < SMALLEST_POWER ? logarithm : Math.expm1(power * logarithm) / power;
  });
  const median = transformed[last / 2];
  let sum = 0;
  for (let i = 0; i < last / 2; i++) {
    sum += ((transformed[last - i] - median) / (median - transformed[i]) - 1) ** 2;
  }
  return Number.isNaN(sum) ? Infinity : sum;
}
