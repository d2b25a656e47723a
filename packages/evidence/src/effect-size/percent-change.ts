/** Change of one group in percent of its mean before, with the SD of one person's percent change. */
export type PercentChange = { readonly percent: number; readonly sdPercent: number };

/**
 * Percent change of a mean with the SD between people, by the delta method (first order).
 *
 * @param before - mean and SD before, any unit; mean above 0, SD at least 0
 * @param after - mean and SD after, same unit; mean above 0, SD at least 0
 * @param r - correlation of before with after, -1 to 1
 * @throws RangeError when a number is out of range
 * @see Lajeunesse MJ (2011) Ecology 92:2049-2055 (variance of the log ratio)
 */
export function percentChange(
  before: { readonly mean: number; readonly sd: number },
  after: { readonly mean: number; readonly sd: number },
  r: number,
): PercentChange {
  const cvBefore = coefficientOfVariation("before", before);
  const cvAfter = coefficientOfVariation("after", after);
  if (!(Math.abs(r) <= 1)) throw new RangeError(`r must be within -1 and 1, got ${r}`);
  const ratio = after.mean / before.mean;
  const sdLogRatio = Math.sqrt((cvAfter - cvBefore) ** 2 + 2 * (1 - r) * cvAfter * cvBefore);
  return { percent: (100 * (after.mean - before.mean)) / before.mean, sdPercent: 100 * ratio * sdLogRatio };
}

/**
 * Percent change that a log ratio of means says; ends of intervals are turned alike.
 *
 * @throws RangeError when `logRatio` is NaN
 */
export function percentFromLogRatio(logRatio: number): number {
  if (Number.isNaN(logRatio)) throw new RangeError(`logRatio must be a number, got ${logRatio}`);
  return 100 * Math.expm1(logRatio);
}

/**
 * Log ratio of means that a percent change says.
 *
 * @throws RangeError when `percent` is not above -100
 */
export function logRatioFromPercent(percent: number): number {
  if (!(percent > -100)) throw new RangeError(`percent must be above -100, got ${percent}`);
  return Math.log1p(percent / 100);
}

function coefficientOfVariation(name: string, { mean, sd }: { readonly mean: number; readonly sd: number }): number {
  if (!(mean > 0 && mean < Infinity)) throw new RangeError(`mean ${name} must be finite and above 0, got ${mean}`);
  if (!(sd >= 0 && sd < Infinity)) throw new RangeError(`SD ${name} must be finite and at least 0, got ${sd}`);
  return sd / mean;
}
