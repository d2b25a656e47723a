import { finiteMeanAndSd, type MeanAndSdOrReason } from "./mean-and-sd.ts";
import { type MedianSummary, mapSummary, quantilesOf } from "./median-summary.ts";
import { luoMean, shiSd, wanSd } from "./normal-formulas.ts";

/** Coefficients of the bias of one form of summary, in units of sigma² / n (the same for both squares) and sigma⁴ / n. */
type BiasCoefficients = {
  readonly ofMean: readonly [number, number];
  readonly ofSquare: readonly [number, number];
  readonly ofSquaredMean: readonly [number, number];
};

/** Shi et al. (2020) Stat Interface 13:519-531, section 3. */
const BIAS: Readonly<Record<MedianSummary["kind"], BiasCoefficients>> = {
  range: { ofMean: [0.565, 0.37], ofSquare: [2.26, 5.92], ofSquaredMean: [2.26, 1.48] },
  quartiles: { ofMean: [0.57, 0.75], ofSquare: [2.28, 12], ofSquaredMean: [2.28, 3] },
  fiveNumbers: { ofMean: [0.405, 0.315], ofSquare: [1.62, 5.04], ofSquaredMean: [1.62, 1.26] },
};

/**
 * Mean and SD of a log-normal sample: mean and variance of the logarithms, brought back with their bias taken off.
 *
 * @param summary - values above 0, n at least 5
 * @see Shi J, Tong T, Wang Y, Genton MG (2020) Stat Interface 13:519-531
 */
export function logNormalMeanAndSd(summary: MedianSummary): MeanAndSdOrReason {
  if (!(summary.n >= 5)) return { kind: "notDefined", reason: { kind: "tooFew", needed: 5 } };
  if (!(quantilesOf(summary)[0] > 0)) return { kind: "notDefined", reason: { kind: "notPositive" } };
  const logs = mapSummary(summary, Math.log);
  const { n } = summary;
  const mu = luoMean(logs);
  const [variance, square] = variances(logs);
  const bias = (coefficients: readonly [number, number]): number =>
    1 + (coefficients[0] * variance + coefficients[1] * square) / n;
  const { ofMean, ofSquare, ofSquaredMean } = BIAS[summary.kind];
  const mean = Math.exp(mu + variance / 2) / bias(ofMean);
  // exp(2 mu + 2 variance) / a - exp(2 mu + variance) / b, without the loss of digits when the variance is small.
  const [a, b] = [bias(ofSquare), bias(ofSquaredMean)];
  const difference = Math.expm1(variance) * b + ((ofSquaredMean[1] - ofSquare[1]) * square) / n;
  return finiteMeanAndSd(mean, Math.exp(mu + variance / 2) * Math.sqrt(difference / (a * b)));
}

/** Estimates of sigma² and sigma⁴ of the logarithms, nearly without bias. */
function variances(logs: MedianSummary): readonly [number, number] {
  const { n } = logs;
  const squaredLog = Math.log(n) ** 2;
  const variance = (logs.kind === "fiveNumbers" ? shiSd(logs) : wanSd(logs)) ** 2;
  switch (logs.kind) {
    case "range":
      return [variance / (1.01 + 0.25 / squaredLog), variance ** 2 / (1 + 2.23 / squaredLog)];
    case "quartiles":
      return [variance / (1 + 1.58 / n), variance ** 2 / (1 + 19.2 / n ** 1.2)];
    case "fiveNumbers":
      return [variance / (1 + 0.28 / squaredLog), variance ** 2 / (1 + 3.93 / n)];
  }
}
