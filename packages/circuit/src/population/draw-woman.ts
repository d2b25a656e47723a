import { choleskyInPlace, exp, normalDeviate, type RandomSource } from "@materbone/numerics";
import { checkDistribution, type DrawnParameter, type ScoreCorrelation } from "./distribution.ts";

/** What parameters are drawn from: the distributions, and the lower factor of the correlation of their scores. */
export type WomenPrior = {
  readonly parameters: readonly DrawnParameter[];
  readonly correlations: readonly ScoreCorrelation[];
};

/** Draws one woman's parameters, in the order of the prior, and may be called again for another woman of the stream. */
export type DrawWoman = (random: RandomSource, out: Float64Array) => void;

/** Draws of a truncated parameter before it is taken for impossible. */
const MOST_DRAWS = 10_000;

/**
 * Checks a prior once and gives what draws from it.
 *
 * @throws RangeError when a distribution is out of range, a correlation names no drawn parameter, or the correlations
 *   contradict each other
 */
export function womenDrawer(prior: WomenPrior): DrawWoman {
  const { parameters } = prior;
  const n = parameters.length;
  if (new Set(parameters.map(({ name }) => name)).size < n) throw new RangeError("a parameter is drawn twice");
  parameters.forEach(checkDistribution);
  const factor = scoreFactor(prior);
  const independent = new Float64Array(n);
  return (random, out) => {
    for (let tries = 0; tries < MOST_DRAWS; tries++) {
      for (let i = 0; i < n; i++) {
        const { kind } = parameters[i].distribution;
        independent[i] = kind === "uniform" ? random() : normalDeviate(random);
      }
      if (valuesInto(parameters, factor, independent, out)) return;
    }
    throw new RangeError("no woman of the prior lies within its own limits");
  };
}

/** False when a parameter fell outside its limits. */
function valuesInto(
  parameters: readonly DrawnParameter[],
  factor: Float64Array,
  independent: Float64Array,
  out: Float64Array,
): boolean {
  const n = parameters.length;
  for (let i = 0; i < n; i++) {
    const { distribution } = parameters[i];
    if (distribution.kind === "uniform") {
      out[i] = distribution.low + (distribution.high - distribution.low) * independent[i];
      continue;
    }
    let score = 0;
    for (let j = 0; j <= i; j++) score += factor[i * n + j] * independent[j];
    if (distribution.kind === "logNormal") {
      out[i] = distribution.median * exp(distribution.sdLog * score);
      if (distribution.high !== undefined && !(out[i] <= distribution.high)) return false;
      continue;
    }
    out[i] = distribution.mean + distribution.sd * score;
    if (distribution.kind === "truncatedNormal" && !(out[i] >= distribution.low && out[i] <= distribution.high)) {
      return false;
    }
  }
  return true;
}

/** Lower triangle L, n x n by rows, with L L' = the correlation of the scores. */
function scoreFactor({ parameters, correlations }: WomenPrior): Float64Array {
  const n = parameters.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  for (const { between, value } of correlations) {
    const [a, b] = between.map((name) => parameters.findIndex((each) => each.name === name));
    if (a < 0 || b < 0 || a === b) throw new RangeError(`a correlation is between two drawn parameters: ${between}`);
    if (parameters[a].distribution.kind === "uniform" || parameters[b].distribution.kind === "uniform") {
      throw new RangeError(`a uniform parameter is drawn on its own: ${between}`);
    }
    if (!(value > -1 && value < 1)) throw new RangeError(`a correlation lies between -1 and 1, got ${value}`);
    matrix[a * n + b] = value;
    matrix[b * n + a] = value;
  }
  if (!choleskyInPlace(matrix, n)) throw new RangeError("the correlations contradict each other");
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) matrix[i * n + j] = 0;
  return matrix;
}
