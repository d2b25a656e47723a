import { normalCdf } from "@materbone/numerics";
import { requireFinite, requirePositive } from "./require-number.ts";

/** Mean and SD of BMD in a reference population: of young adults for a T-score, of the same age for a Z-score. */
export type BmdReference = { readonly meanGPerCm2: number; readonly sdGPerCm2: number };

/**
 * SDs of the reference by which a BMD lies above its mean. Not rounded: `printedScore` gives the figure that is classed.
 *
 * @throws RangeError when the BMD or the SD is not finite and positive, or the mean not finite
 */
export function referenceScore(bmdGPerCm2: number, reference: BmdReference): number {
  requirePositive("bmdGPerCm2", bmdGPerCm2);
  requireFinite("meanGPerCm2", reference.meanGPerCm2);
  requirePositive("sdGPerCm2", reference.sdGPerCm2);
  return (bmdGPerCm2 - reference.meanGPerCm2) / reference.sdGPerCm2;
}

/** Percent of a normal reference population that lies below a score. */
export function percentileOfScore(score: number): number {
  requireFinite("score", score);
  return 100 * normalCdf(score);
}
