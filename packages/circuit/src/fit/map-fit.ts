import { type Minimum1d, minimise1d } from "@materbone/numerics";
import type { LevelLikelihood, LevelPrior } from "./level-likelihood.ts";

/** A woman's most probable susceptibility and rest levels, with their spread by Laplace's approximation. */
export type MapFit = {
  /** Her susceptibility in SD of the prior, 0 = the median woman. */
  readonly score: number;
  readonly scoreSd: number;
  /** Her score is the highest that the prior has. */
  readonly liesAtLimit: boolean;
  /** Of log level in g/cm² at each site. */
  readonly levelMeanLog: Float64Array;
  readonly levelSdLog: Float64Array;
  /** Posterior SD over prior SD: near 1, the scans told nothing. */
  readonly told: { readonly score: number; readonly levels: readonly number[] };
  readonly logLikelihood: number;
};

/** Scores that are looked through; a woman further out is one in 16 000. */
const WIDEST_SCORE = 4;
/** Distance for differences: the courses are exact to 1e-7 or better, so that a curvature has three digits. */
const DIFFERENCE = 0.05;

/** Above this share of the prior SD a parameter is said to stay at the prior; assumed, a fifth being hardly seen by eye. */
export const STAYS_AT_PRIOR = 0.8;

/**
 * The most probable susceptibility under a standard normal prior, and the rest levels that go with it.
 *
 * @param ratiosAt - course of a woman with that score: BMD over rest level, in the order of the observations; the array may
 *   be used again
 * @param highest - score beyond which the prior has no woman
 * @throws SolverError when no maximum is found
 */
export function mapFit(
  likelihood: LevelLikelihood,
  prior: LevelPrior,
  ratiosAt: (score: number) => Float64Array,
  highest: number = WIDEST_SCORE,
): MapFit {
  const loss = (score: number): number => 0.5 * score * score - likelihood.given(ratiosAt(score)).logLikelihood;
  const limit = Math.min(highest, WIDEST_SCORE);
  const inner: Minimum1d = minimise1d(loss, -WIDEST_SCORE, limit, { absoluteTolerance: 1e-4 });
  // The search comes near an end of its interval and never on it.
  const liesAtLimit = loss(limit) <= inner.fx;
  const score = liesAtLimit ? limit : inner.x;
  // Differences reach no woman beyond the limit.
  const centre = Math.min(score, limit - DIFFERENCE);
  const here = likelihood.given(ratiosAt(score));
  const middle = centre === score ? here : likelihood.given(ratiosAt(centre));
  const above = likelihood.given(ratiosAt(centre + DIFFERENCE));
  const below = likelihood.given(ratiosAt(centre - DIFFERENCE));
  const curvature =
    1 - (above.logLikelihood - 2 * middle.logLikelihood + below.logLikelihood) / (DIFFERENCE * DIFFERENCE);
  // A likelihood that curves upward tells less than nothing there: the prior stands.
  const laplaceSd = 1 / Math.sqrt(Math.max(1, curvature));
  // At the limit the posterior falls off to one side by its slope there, as an exponential does: its SD is 1 over the slope.
  const slope = (above.logLikelihood - below.logLikelihood) / (2 * DIFFERENCE) - centre;
  const scoreSd = liesAtLimit && slope > 0 ? Math.min(laplaceSd, 1 / slope) : laplaceSd;
  const levelSdLog = likelihood.sdLog.map((sd, site) => {
    const gradient = (above.meanLog[site] - below.meanLog[site]) / (2 * DIFFERENCE);
    const betweenReadings = here.readings.reduce(
      (sum, reading) => sum + reading.weight * (reading.meanLog[site] - here.meanLog[site]) ** 2,
      0,
    );
    return Math.sqrt(sd * sd + (gradient * scoreSd) ** 2 + betweenReadings);
  });
  return {
    score,
    scoreSd,
    liesAtLimit,
    levelMeanLog: here.meanLog,
    levelSdLog,
    told: { score: scoreSd, levels: Array.from(levelSdLog, (sd, site) => sd / prior.sdLog[site]) },
    logLikelihood: here.logLikelihood,
  };
}
