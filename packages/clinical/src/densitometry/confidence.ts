import { normalQuantile } from "@materbone/numerics";

/**
 * Share of a confidence in percent.
 *
 * @throws RangeError when it is not above 0 and below 100
 */
export function requireConfidence(confidencePercent: number): number {
  if (!(confidencePercent > 0 && confidencePercent < 100)) {
    throw new RangeError(`confidencePercent must be above 0 and below 100: ${confidencePercent}`);
  }
  return confidencePercent / 100;
}

/** Standard normal quantile that the given confidence leaves inside, on both sides or on one. */
export function normalMultiplier(confidencePercent: number, sides: 1 | 2): number {
  return normalQuantile((1 - requireConfidence(confidencePercent)) / sides, "upper");
}
