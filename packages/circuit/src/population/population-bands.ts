import { effectiveSampleSize } from "./tilted-weights.ts";
import { weightedQuantile, weightedSample } from "./weighted-quantiles.ts";

/** Spread of the women at each time, one output of one course. */
export type PopulationBand = {
  readonly median: Float64Array;
  /** 2.5th and 97.5th centile. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
};

/** Probability that a band holds. */
export const BAND_LEVEL = 0.95;

/**
 * Women that a band of 95 % has to stand on: below, fewer than ten lie beyond either end, and the end is one woman's chance.
 */
export const ENOUGH_WOMEN: number = 10 / ((1 - BAND_LEVEL) / 2);

/** Does the population hold enough women for its bands, weights considered? */
export function isEnough(weights: ArrayLike<number>): boolean {
  return effectiveSampleSize(weights) >= ENOUGH_WOMEN;
}

/**
 * Median and 95 % band at each time.
 *
 * @param values - women by rows, `times` by columns
 * @param weights - one per woman
 * @throws RangeError when the shapes disagree
 */
export function populationBand(values: Float64Array, times: number, weights: Float64Array): PopulationBand {
  const women = weights.length;
  if (!(times > 0) || values.length !== women * times) {
    throw new RangeError(`${values.length} values are not ${women} women at ${times} times`);
  }
  const median = new Float64Array(times);
  const lower = new Float64Array(times);
  const upper = new Float64Array(times);
  const column = new Float64Array(women);
  for (let at = 0; at < times; at++) {
    for (let woman = 0; woman < women; woman++) column[woman] = values[woman * times + at];
    const sample = weightedSample(column, weights);
    median[at] = weightedQuantile(sample, 0.5);
    lower[at] = weightedQuantile(sample, (1 - BAND_LEVEL) / 2);
    upper[at] = weightedQuantile(sample, (1 + BAND_LEVEL) / 2);
  }
  return { median, lower, upper };
}
