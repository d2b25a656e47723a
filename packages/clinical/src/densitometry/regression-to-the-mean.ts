import { requireFinite, requirePositive } from "./require-number.ts";

/** A population that is measured with error, g/cm². */
export type MeasuredPopulation = {
  readonly meanGPerCm2: number;
  /** SD of the true values between people. */
  readonly betweenSdGPerCm2: number;
  /** Precision error of one scan. */
  readonly precisionGPerCm2: number;
};

/** What a second scan is to be expected to read when nothing has changed. */
export type SecondScan = {
  /** Share of the variance of one scan that is of people, 0 to 1. */
  readonly reliability: number;
  readonly expectedBmdGPerCm2: number;
  /** Change that selection by the first scan alone brings, g/cm². */
  readonly expectedChangeGPerCm2: number;
  readonly sdGPerCm2: number;
};

/**
 * Regression to the mean between two scans of a woman who was chosen for her first one.
 *
 * @param firstBmdGPerCm2 - finite, > 0
 * @throws RangeError when an argument is outside its range
 * @see Barnett AG, van der Pols JC, Dobson AJ 2005, Int J Epidemiol 34:215, Regression to the mean
 */
export function regressionToTheMean(firstBmdGPerCm2: number, population: MeasuredPopulation): SecondScan {
  const { meanGPerCm2, betweenSdGPerCm2, precisionGPerCm2 } = population;
  requirePositive("firstBmdGPerCm2", firstBmdGPerCm2);
  requireFinite("meanGPerCm2", meanGPerCm2);
  requirePositive("betweenSdGPerCm2", betweenSdGPerCm2);
  requirePositive("precisionGPerCm2", precisionGPerCm2);
  const variance = betweenSdGPerCm2 ** 2 + precisionGPerCm2 ** 2;
  const reliability = betweenSdGPerCm2 ** 2 / variance;
  const expectedChangeGPerCm2 = (precisionGPerCm2 ** 2 / variance) * (meanGPerCm2 - firstBmdGPerCm2);
  return {
    reliability,
    expectedBmdGPerCm2: firstBmdGPerCm2 + expectedChangeGPerCm2,
    expectedChangeGPerCm2,
    sdGPerCm2: precisionGPerCm2 * Math.sqrt(1 + reliability),
  };
}
