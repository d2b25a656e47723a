import { withinGroupSd } from "@materbone/numerics";
import { precisionKnowledge } from "./precision-knowledge.ts";

/** What a precision study of one site gives. */
export type PrecisionStudyResult = {
  readonly people: number;
  readonly degreesOfFreedom: number;
  /** Mean of the people's own means, g/cm². */
  readonly meanGPerCm2: number;
  /** Root-mean-square SD of one scan, g/cm². */
  readonly rmsSdGPerCm2: number;
  /** Least significant change between two scans, g/cm². */
  readonly lscGPerCm2: number;
  /** Does it rest on as many degrees of freedom as are asked for? */
  readonly isLargeEnough: boolean;
};

/**
 * Precision error and least significant change of repeated scans.
 *
 * @param scansGPerCm2 - BMD of one site in g/cm², one row of two or more repeated scans per person
 * @returns `undefined` when repeated scans are all alike: a precision error of zero is none
 * @throws RangeError when there is no person, one has fewer than two scans, or a value is not finite
 * @see knowledge/precision.json for the multiplier and the size of a study
 */
export function precisionStudyResult(scansGPerCm2: readonly (readonly number[])[]): PrecisionStudyResult | undefined {
  const { sd, degreesOfFreedom } = withinGroupSd(scansGPerCm2);
  if (!(sd > 0)) return undefined;
  const means = scansGPerCm2.map((scans) => scans.reduce((sum, bmd) => sum + bmd, 0) / scans.length);
  return {
    people: scansGPerCm2.length,
    degreesOfFreedom,
    meanGPerCm2: means.reduce((sum, mean) => sum + mean, 0) / means.length,
    rmsSdGPerCm2: sd,
    lscGPerCm2: precisionKnowledge.multiplier.value * sd,
    isLargeEnough: degreesOfFreedom >= precisionKnowledge.studySize.minimumDegreesOfFreedom,
  };
}
