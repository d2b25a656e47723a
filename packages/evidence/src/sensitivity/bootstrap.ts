import type { RandomSource } from "@materbone/numerics";
import { ConvergenceError } from "../meta/meta-error.ts";
import type { MetaFit } from "../meta/meta-fit.ts";
import { fittedValues } from "../meta/predict-meta.ts";
import { createRefit, refit } from "./refit.ts";

export type PercentileInterval = { readonly lower: number; readonly upper: number };

/** Refits to effects drawn from the fitted model. */
export type Bootstrap = {
  /** tau² of each refit that settled, in the order drawn. */
  readonly tau2: Float64Array;
  /** Their coefficients, refits x p, row-major. */
  readonly coefficients: Float64Array;
  readonly tau2Interval: PercentileInterval;
  /** In the order of the coefficients. */
  readonly coefficientIntervals: readonly PercentileInterval[];
  /** Refits left out because tau² did not settle. */
  readonly failed: number;
};

/**
 * Parametric bootstrap: effects are drawn from normal distributions with the fitted means and variances tau² + vi, and
 * the model is fitted to each draw. Intervals are of percentiles, at the level of the fit.
 *
 * @param iterations - draws, a whole number of at least 1
 * @throws RangeError when `iterations` is out of range
 * @throws ConvergenceError when no refit settles
 * @see Davison & Hinkley (1997), Bootstrap Methods and their Application, ch. 2 and 5
 */
export function parametricBootstrap(fit: MetaFit, iterations: number, random: RandomSource): Bootstrap {
  if (!(Number.isInteger(iterations) && iterations >= 1))
    throw new RangeError(`iterations must be a whole number of at least 1, got ${iterations}`);
  const { k, p, level } = fit;
  const target = createRefit(fit);
  const means = Float64Array.from(fittedValues(fit), ({ estimate }) => estimate);
  const sds = fit.effects.vi.map((v) => Math.sqrt(v + fit.tau2));
  const tau2 = new Float64Array(iterations);
  const coefficients = new Float64Array(iterations * p);
  let done = 0;
  let failure: unknown;
  for (let iteration = 0; iteration < iterations; iteration++) {
    fillNormal(target.model.yi, random);
    for (let i = 0; i < k; i++) target.model.yi[i] = means[i] + sds[i] * target.model.yi[i];
    try {
      refit(target);
    } catch (error) {
      if (!(error instanceof ConvergenceError)) throw error;
      failure = error;
      continue;
    }
    tau2[done] = target.tau2;
    coefficients.set(target.coefficients, done * p);
    done++;
  }
  if (done === 0) throw failure;
  const settled = tau2.subarray(0, done);
  return {
    tau2: settled,
    coefficients: coefficients.subarray(0, done * p),
    tau2Interval: percentiles(settled.slice(), level),
    coefficientIntervals: Array.from({ length: p }, (_, j) =>
      percentiles(
        Float64Array.from({ length: done }, (_, draw) => coefficients[draw * p + j]),
        level,
      ),
    ),
    failed: iterations - done,
  };
}

/** Standard normal draws by the polar method (Marsaglia & Bray 1964, SIAM Rev 6:260). */
function fillNormal(out: Float64Array, random: RandomSource): void {
  for (let i = 0; i < out.length; i += 2) {
    let u: number;
    let v: number;
    let square: number;
    do {
      u = 2 * random() - 1;
      v = 2 * random() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    out[i] = u * scale;
    // Past the end of an odd length a typed array drops the value.
    out[i + 1] = v * scale;
  }
}

/** Central interval of the values, which are sorted in place; linear between order statistics (Hyndman & Fan 1996, type 7). */
function percentiles(values: Float64Array, level: number): PercentileInterval {
  values.sort();
  const tail = (1 - level / 100) / 2;
  return { lower: quantileOf(values, tail), upper: quantileOf(values, 1 - tail) };
}

function quantileOf(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
