import { chiSquareQuantile } from "@materbone/numerics";
import { requireConfidence } from "./confidence.ts";
import { requirePositive } from "./require-number.ts";

/** How far the true precision error may be from the one that a study found. */
export type PrecisionLimits = {
  /** Two-sided limits, g/cm². */
  readonly lowerGPerCm2: number;
  readonly upperGPerCm2: number;
  /** One-sided upper limit at the same confidence, g/cm². */
  readonly upperOneSidedGPerCm2: number;
};

/**
 * Confidence limits of a root-mean-square SD, from the chi-square distribution of its square.
 *
 * @param rmsSdGPerCm2 - finite, > 0
 * @param degreesOfFreedom - of the study: scans less people; > 0
 * @param confidencePercent - above 0 and below 100
 * @throws RangeError when an argument is outside its range
 * @see Glüer CC et al. 1995, Osteoporos Int 5:262, Accurate assessment of precision errors
 */
export function precisionLimits(
  rmsSdGPerCm2: number,
  degreesOfFreedom: number,
  confidencePercent = 95,
): PrecisionLimits {
  requirePositive("rmsSdGPerCm2", rmsSdGPerCm2);
  const outside = 1 - requireConfidence(confidencePercent);
  const limit = (p: number, tail: "lower" | "upper"): number =>
    rmsSdGPerCm2 * Math.sqrt(degreesOfFreedom / chiSquareQuantile(p, degreesOfFreedom, tail));
  return {
    lowerGPerCm2: limit(outside / 2, "upper"),
    upperGPerCm2: limit(outside / 2, "lower"),
    upperOneSidedGPerCm2: limit(outside, "lower"),
  };
}

/**
 * Root-mean-square coefficient of variation: each person's SD over her own mean, pooled by degrees of freedom.
 *
 * @param scansGPerCm2 - BMD of one site in g/cm², one row of two or more repeated scans per person
 * @returns percent
 * @throws RangeError when there is no person, one has fewer than two scans, or a value is not finite and positive
 * @see Glüer CC et al. 1995, Osteoporos Int 5:262
 */
export function rmsCvPercent(scansGPerCm2: readonly (readonly number[])[]): number {
  let sum = 0;
  let degreesOfFreedom = 0;
  for (const scans of scansGPerCm2) {
    if (!(scans.length >= 2)) throw new RangeError(`a person needs at least two scans, one has ${scans.length}`);
    const mean = scans.reduce((total, bmd) => total + bmd, 0) / scans.length;
    for (const bmd of scans) {
      requirePositive("bmdGPerCm2", bmd);
      sum += (bmd / mean - 1) ** 2;
    }
    degreesOfFreedom += scans.length - 1;
  }
  if (degreesOfFreedom === 0) throw new RangeError("a precision study needs at least one person");
  return Math.sqrt(sum / degreesOfFreedom) * 100;
}
