import { gammaTerm } from "../special/incomplete-gamma.ts";
import type { Tail } from "./tail.ts";

/** Central probabilities P(0) > P(1) > ... of a lower tail, whose differences are known. */
export type Ladder = {
  /** Probability of one tail on the rung `j`. */
  readonly probability: (j: number, tail: Tail) => number;
  /** P(j) - P(j + 1). */
  readonly difference: (j: number) => number;
  /** difference(j + 1) / difference(j); P(j + 1) / P(j) is below it. */
  readonly ratio: (j: number) => number;
};

/**
 * Sum over j of the Poisson probability of `j` with mean `mean` times the probability on rung j.
 *
 * The rungs are climbed in the direction in which the recurrence adds: down for a lower tail, up for an upper one. The
 * climb starts where nothing beyond counts, seen from the largest term.
 *
 * @param mean - above 0
 */
export function poissonMixture(mean: number, ladder: Ladder, tail: Tail): number {
  const peak = largestTerm(mean, ladder);
  return tail === "lower" ? sumDown(mean, ladder, Math.min(peak, mean)) : sumUp(mean, ladder, Math.max(peak, mean));
}

/** What a term must be of the sum to count. */
const NEGLIGIBLE = 1e-18;
/** The smallest double of 53 binary digits, 2^-1022. */
const SMALLEST_WHOLE = 2 ** -1022;

function sumDown(mean: number, ladder: Ladder, peak: number): number {
  let j = Math.floor(peak);
  for (let share = 1; share > NEGLIGIBLE; j++) share *= (mean / (j + 1)) * Math.min(1, ladder.ratio(j));
  let weight = poissonProbability(j, mean);
  let probability = ladder.probability(j, "lower");
  let difference = ladder.difference(j);
  let sum = weight * probability;
  while (j > 0) {
    weight *= j / mean;
    j -= 1;
    // Below the smallest number with all its digits the recurrence would make its rounding larger with each rung.
    const isRough = difference < SMALLEST_WHOLE;
    difference = isRough ? ladder.difference(j) : difference / ladder.ratio(j);
    probability = isRough ? ladder.probability(j, "lower") : probability + difference;
    sum += weight * probability;
    if (j < mean && weight < NEGLIGIBLE * sum * (1 - j / mean)) break;
  }
  return Math.min(1, sum);
}

function sumUp(mean: number, ladder: Ladder, peak: number): number {
  let j = Math.floor(peak);
  // An upper tail falls with j, so the weights alone bound what lies below.
  for (let share = 1; share > NEGLIGIBLE && j > 0; j--) share *= j / mean;
  let weight = poissonProbability(j, mean);
  let probability = ladder.probability(j, "upper");
  let difference = ladder.difference(j);
  let sum = weight * probability;
  while (!(j > mean && weight < NEGLIGIBLE * sum * (1 - mean / (j + 1)))) {
    probability += difference;
    difference *= ladder.ratio(j);
    j += 1;
    weight *= mean / j;
    sum += weight * probability;
    if (weight === 0) break;
  }
  return Math.min(1, sum);
}

/** The j at which weight times difference is largest: mean / (j + 1) times the ratio falls through 1. */
function largestTerm(mean: number, ladder: Ladder): number {
  const isRising = (j: number): boolean => (mean / (j + 1)) * ladder.ratio(j) > 1;
  let high = 1;
  while (isRising(high)) high *= 2;
  let low = 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isRising(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function poissonProbability(j: number, mean: number): number {
  return j === 0 ? Math.exp(-mean) : gammaTerm(j, mean);
}
