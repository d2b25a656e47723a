import { normalCdf } from "@materbone/numerics";
import { requireFinite, requirePositive } from "./require-number.ts";

/** What is known of the changes of comparable women before this one is measured: a normal distribution, g/cm². */
export type ChangePrior = { readonly meanGPerCm2: number; readonly sdGPerCm2: number };

/** A measured change drawn towards the mean of comparable women as far as its error asks. */
export type ShrunkenChange = {
  readonly gPerCm2: number;
  readonly sdGPerCm2: number;
  /** Share of the measured change in the result, 0 to 1. */
  readonly weight: number;
  /** Probability that the true change is above 0. */
  readonly probabilityOfGain: number;
};

/**
 * Posterior of the true change under a normal prior and normal measurement error.
 *
 * @param changeGPerCm2 - measured; finite
 * @param standardErrorGPerCm2 - of the measured change; finite, > 0
 * @throws RangeError when an argument is outside its range
 * @see Gelman A et al. 2013, Bayesian Data Analysis, 3rd ed., 2.5
 */
export function shrunkenChange(
  changeGPerCm2: number,
  standardErrorGPerCm2: number,
  prior: ChangePrior,
): ShrunkenChange {
  requireFinite("changeGPerCm2", changeGPerCm2);
  requirePositive("standardErrorGPerCm2", standardErrorGPerCm2);
  requireFinite("prior.meanGPerCm2", prior.meanGPerCm2);
  requirePositive("prior.sdGPerCm2", prior.sdGPerCm2);
  const priorVariance = prior.sdGPerCm2 ** 2;
  const weight = priorVariance / (priorVariance + standardErrorGPerCm2 ** 2);
  const gPerCm2 = prior.meanGPerCm2 + weight * (changeGPerCm2 - prior.meanGPerCm2);
  const sdGPerCm2 = Math.sqrt(weight) * standardErrorGPerCm2;
  return { gPerCm2, sdGPerCm2, weight, probabilityOfGain: normalCdf(gPerCm2 / sdGPerCm2) };
}
