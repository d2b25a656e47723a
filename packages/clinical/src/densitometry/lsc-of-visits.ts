import { normalMultiplier } from "./confidence.ts";
import { requirePositive } from "./require-number.ts";

/** How a change is measured and how sure it has to be. */
export type VisitDesign = {
  /** Scans averaged at the earlier and at the later visit; default 1. */
  readonly scansBefore?: number;
  readonly scansAfter?: number;
  /** Default 95. */
  readonly confidencePercent?: number;
  /** 2 for a change in either direction, 1 for one direction fixed in advance; default 2. */
  readonly sides?: 1 | 2;
};

/**
 * Least significant change when scans are averaged or another confidence is asked for. With the defaults it is
 * 1.959964 x square root of 2 = 2.7718 precision errors; the rounded 2.77 of the ISCD is `leastSignificantChange`.
 *
 * @param precisionError - root-mean-square SD of one scan, in g/cm² or percent
 * @returns the limit in the unit of `precisionError`
 * @throws RangeError when an argument is outside its range
 * @see Glüer CC 1999, J Bone Miner Res 14:1952, Monitoring skeletal changes by radiological techniques
 */
export function lscOfVisits(precisionError: number, design: VisitDesign = {}): number {
  const { scansBefore = 1, scansAfter = 1, confidencePercent = 95, sides = 2 } = design;
  requirePositive("precisionError", precisionError);
  for (const scans of [scansBefore, scansAfter]) {
    if (!(Number.isInteger(scans) && scans >= 1))
      throw new RangeError(`a visit needs whole scans, 1 or more: ${scans}`);
  }
  return normalMultiplier(confidencePercent, sides) * precisionError * Math.sqrt(1 / scansBefore + 1 / scansAfter);
}
