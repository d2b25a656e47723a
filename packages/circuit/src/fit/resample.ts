import { exp, normalDeviate } from "@materbone/numerics";
import { effectiveSampleSize } from "../population/tilted-weights.ts";
import { womanRandom } from "../population/woman-stream.ts";
import type { LevelLikelihood } from "./level-likelihood.ts";

/** The stored women that fit one woman's scans, each with her rest levels. */
export type Resampling =
  | {
      readonly kind: "resampled";
      /** One per stored woman, sum 1. */
      readonly weights: Float64Array;
      readonly effectiveSampleSize: number;
      /** Rest level of each stored woman at each site, g/cm²: women by sites, drawn from her posterior. */
      readonly levelsGPerCm2: Float64Array;
    }
  /** Too few stored women fit: a band of them would be the band of one or two. */
  | { readonly kind: "tooFew"; readonly effectiveSampleSize: number; readonly needed: number };

/** Fewest effective women that a band is drawn of; assumed: at 40, one lies beyond each end of a 95 % band. */
export const FEWEST_EFFECTIVE_WOMEN = 40;

/** The stream of a woman that her rest levels come from; 0 is that of her parameters. */
const LEVELS = 1;

/**
 * Weighs stored women by how well their courses fit the scans.
 *
 * @param ratios - courses of the stored women at the observations, women by `likelihood.ratioCount`
 * @param weights - of the stored women
 * @param seed - of the stored population; the same seed gives the same levels
 * @throws RangeError when the shapes disagree
 */
export function resample(
  likelihood: LevelLikelihood,
  ratios: Float64Array,
  weights: Float64Array,
  seed: number,
): Resampling {
  const { sites, ratioCount } = likelihood;
  const women = weights.length;
  if (ratios.length !== women * ratioCount) {
    throw new RangeError(`${ratios.length} ratios are not ${women} women at ${ratioCount} times`);
  }
  const posteriors = Array.from({ length: women }, (_, woman) =>
    likelihood.given(ratios.subarray(woman * ratioCount, (woman + 1) * ratioCount)),
  );
  const largest = posteriors.reduce(
    (most, { logLikelihood }, woman) => (weights[woman] > 0 ? Math.max(most, logLikelihood) : most),
    Number.NEGATIVE_INFINITY,
  );
  const fitting = Float64Array.from(
    posteriors,
    ({ logLikelihood }, woman) => weights[woman] * exp(logLikelihood - largest),
  );
  const effective = effectiveSampleSize(fitting);
  if (!(effective >= FEWEST_EFFECTIVE_WOMEN)) {
    return { kind: "tooFew", effectiveSampleSize: effective, needed: FEWEST_EFFECTIVE_WOMEN };
  }
  const sum = fitting.reduce((total, weight) => total + weight, 0);
  const levelsGPerCm2 = new Float64Array(women * sites);
  const scores = new Float64Array(sites);
  posteriors.forEach(({ readings }, woman) => {
    const random = womanRandom(seed, woman, LEVELS);
    const meanLog = chosen(readings, random());
    for (let site = 0; site < sites; site++) scores[site] = normalDeviate(random);
    for (let site = 0; site < sites; site++) {
      let logLevel = meanLog[site];
      for (let j = 0; j <= site; j++) logLevel += likelihood.factor[site * sites + j] * scores[j];
      levelsGPerCm2[woman * sites + site] = exp(logLevel);
    }
  });
  return {
    kind: "resampled",
    weights: fitting.map((weight) => weight / sum),
    effectiveSampleSize: effective,
    levelsGPerCm2,
  };
}

/** The reading of the times at that height of their summed weights. */
function chosen(
  readings: readonly { readonly weight: number; readonly meanLog: Float64Array }[],
  height: number,
): Float64Array {
  let sum = 0;
  for (const { weight, meanLog } of readings) {
    sum += weight;
    if (height < sum) return meanLog;
  }
  return readings[readings.length - 1].meanLog;
}
