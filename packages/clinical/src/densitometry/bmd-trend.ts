import { chiSquareCdf } from "@materbone/numerics";
import { normalMultiplier } from "./confidence.ts";
import { requireFinite, requirePositive } from "./require-number.ts";

export type TrendPoint = {
  /** Years from any one moment. */
  readonly atYears: number;
  readonly bmdGPerCm2: number;
  /** Precision error of this reading: root-mean-square SD of one scan over the root of the scans averaged, g/cm². */
  readonly precisionGPerCm2: number;
};

/** A straight line through BMD over time whose errors are known in size. */
export type BmdTrend = {
  readonly slopeGPerCm2PerYear: number;
  /** At year 0. */
  readonly interceptGPerCm2: number;
  readonly slopeStandardError: number;
  readonly slopeLower: number;
  readonly slopeUpper: number;
  /** From the line through the logarithms with the same weights. */
  readonly compoundPercentPerYear: number;
  /** Scatter about the line beyond measurement error; `untestable` with two readings, which every line fits. */
  readonly lackOfFit:
    | { readonly kind: "tested"; readonly chiSquare: number; readonly degreesOfFreedom: number; readonly p: number }
    | { readonly kind: "untestable" };
};

/**
 * Weighted least squares of BMD on time with weights 1 / precision². The standard error is that of the known precision, not
 * of the scatter, which three or four scans cannot give.
 *
 * @param points - readings of one site with one device, at two different times or more
 * @param confidencePercent - of the limits of the slope; above 0 and below 100
 * @throws RangeError when a figure is outside its range or all readings are of one time
 * @see Weisberg S 2014, Applied Linear Regression, 4th ed., 8.4 (lack of fit with known variance)
 */
export function bmdTrend(points: readonly TrendPoint[], confidencePercent = 95): BmdTrend {
  for (const { atYears, bmdGPerCm2, precisionGPerCm2 } of points) {
    requireFinite("atYears", atYears);
    requirePositive("bmdGPerCm2", bmdGPerCm2);
    requirePositive("precisionGPerCm2", precisionGPerCm2);
  }
  const weights = points.map((point) => point.precisionGPerCm2 ** -2);
  const meanYear = weightedMean(
    points.map((point) => point.atYears),
    weights,
  );
  const years = points.map((point) => point.atYears - meanYear);
  const spread = sumOf(years.map((year, i) => (weights[i] ?? 0) * year * year));
  if (!(spread > 0)) throw new RangeError("a trend needs readings at two different times or more");
  const slopeOf = (values: readonly number[]): number =>
    sumOf(values.map((value, i) => (weights[i] ?? 0) * (years[i] ?? 0) * value)) / spread;

  const meanBmd = weightedMean(
    points.map((point) => point.bmdGPerCm2),
    weights,
  );
  const deviations = points.map((point) => point.bmdGPerCm2 - meanBmd);
  const slope = slopeOf(deviations);
  const logSlope = slopeOf(points.map((point) => Math.log(point.bmdGPerCm2 / meanBmd)));
  const slopeStandardError = 1 / Math.sqrt(spread);
  const reach = normalMultiplier(confidencePercent, 2) * slopeStandardError;
  const chiSquare = sumOf(deviations.map((bmd, i) => (weights[i] ?? 0) * (bmd - slope * (years[i] ?? 0)) ** 2));
  const degreesOfFreedom = points.length - 2;
  return {
    slopeGPerCm2PerYear: slope,
    interceptGPerCm2: meanBmd - slope * meanYear,
    slopeStandardError,
    slopeLower: slope - reach,
    slopeUpper: slope + reach,
    compoundPercentPerYear: 100 * Math.expm1(logSlope),
    lackOfFit:
      degreesOfFreedom > 0
        ? { kind: "tested", chiSquare, degreesOfFreedom, p: chiSquareCdf(chiSquare, degreesOfFreedom, "upper") }
        : { kind: "untestable" },
  };
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  return sumOf(values.map((value, i) => value * (weights[i] ?? 0))) / sumOf(weights);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
