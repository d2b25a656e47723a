import { fitMeta } from "../meta/fit-meta.ts";
import type { Effects, MetaFit, MetaOptions } from "../meta/meta-fit.ts";
import { eggerTest } from "./egger-test.ts";
import { poolSettled } from "./pool-settled.ts";
import type { Settled } from "./settled.ts";

/** Where studies are taken to be missing in the funnel. */
export type TrimSide = "left" | "right";
export type TrimEstimator = "L0" | "R0" | "Q0";

export type TrimAndFill = {
  readonly side: TrimSide;
  readonly estimator: TrimEstimator;
  /** Number of studies filled in. */
  readonly k0: number;
  readonly seK0: number;
  /** p of no missing studies on that side; of `R0` only. */
  readonly pK0: number | undefined;
  /** Effects filled in, with the variances of the studies they mirror. */
  readonly filled: Effects;
  /** Fit to the studies and those filled in. */
  readonly fit: MetaFit;
};

/** Rounds of trimming; the number of missing studies settles in a few. */
const MOST_ROUNDS = 100;

/** Fewest studies that have a funnel. */
export const TRIM_FEWEST = 3;

/**
 * Trim and fill: trims the studies on one side of the funnel that have no counterpart, pools the rest, and fills in the
 * mirror images of the trimmed ones. A look at how much the pooled effect could move, not an estimate of it.
 *
 * @param side - where studies are missing; left out, it is told from the slope of the regression test
 * @param options - of the pooled model
 * @param settled - `metafor`: tau² of the filled funnel is run to a step of 1e-5
 * @throws RangeError for fewer than three studies
 * @throws ConvergenceError when a refit, or the number of missing studies, does not settle
 * @see Duval & Tweedie (2000), J Am Stat Assoc 95:89 and Biometrics 56:455
 */
export function trimAndFill(
  effects: Effects,
  options: MetaOptions,
  estimator: TrimEstimator = "L0",
  side?: TrimSide,
  settled: Settled = "full",
): TrimAndFill {
  const k = effects.yi.length;
  if (!(k >= TRIM_FEWEST)) throw new RangeError(`trim and fill needs ${TRIM_FEWEST} studies, got ${k}`);
  const missing = side ?? missingSide(effects, options);
  const sign = missing === "left" ? 1 : -1;
  // Studies are missing on the left of what is trimmed from the right.
  const order = Array.from({ length: k }, (_, i) => i).sort((a, b) => sign * (effects.yi[a] - effects.yi[b]) || a - b);
  const yi = Float64Array.from(order, (i) => sign * effects.yi[i]);
  const vi = Float64Array.from(order, (i) => effects.vi[i]);
  let k0 = 0;
  let centre = 0;
  let count: Count = { k0: 0, se: 0 };
  for (let round = 0; ; round++) {
    if (round === MOST_ROUNDS)
      throw new RangeError(`the number of missing studies did not settle in ${MOST_ROUNDS} rounds`);
    const kept = { yi: yi.slice(0, k - k0), vi: vi.slice(0, k - k0) };
    centre = fitMeta(kept, undefined, options).coefficients[0].estimate;
    count = missingCount(yi, centre, estimator);
    const next = Math.min(Math.max(0, Math.round(count.k0)), k - 1);
    if (next === k0) break;
    k0 = next;
  }
  const mirrored = Float64Array.from({ length: k0 }, (_, i) => sign * (2 * centre - yi[k - k0 + i]));
  const filled = { yi: mirrored, vi: vi.slice(k - k0) };
  const all = {
    yi: Float64Array.of(...effects.yi, ...filled.yi),
    vi: Float64Array.of(...effects.vi, ...filled.vi),
  };
  return {
    side: missing,
    estimator,
    k0,
    seK0: count.se,
    pK0: estimator === "R0" ? 0.5 ** (k0 + 1) : undefined,
    filled,
    // metafor keeps its settings for the trimmed fits and the fit to all, and falls back to its defaults when it fills in.
    fit: poolSettled(all, options, k0 === 0 ? "full" : settled),
  };
}

type Count = { readonly k0: number; readonly se: number };

/** The number of missing studies by one of the estimators, before it is rounded, and its standard error. */
function missingCount(yi: Float64Array, centre: number, estimator: TrimEstimator): Count {
  const k = yi.length;
  const byDistance = Array.from(yi, (y) => y - centre)
    .map((deviation, i) => ({ deviation, i }))
    .sort((a, b) => Math.abs(a.deviation) - Math.abs(b.deviation) || a.i - b.i);
  let positive = 0;
  let largestNegative = 0;
  byDistance.forEach(({ deviation }, rank) => {
    if (deviation > 0) positive += rank + 1;
    if (deviation < 0) largestNegative = rank + 1;
  });
  if (estimator === "R0") {
    const k0 = k - largestNegative - 1;
    return { k0, se: Math.sqrt(2 * Math.max(0, k0) + 2) };
  }
  if (estimator === "L0") {
    const k0 = (4 * positive - k * (k + 1)) / (2 * k - 1);
    return { k0, se: (4 * Math.sqrt(rankSumVariance(k, k0))) / (2 * k - 1) };
  }
  const k0 = k - 0.5 - Math.sqrt(Math.max(0, 2 * k * k - 4 * positive + 0.25));
  const slope = (k - 0.5) ** 2 - k0 * (2 * k - k0 - 1);
  return { k0, se: (2 * Math.sqrt(rankSumVariance(k, k0))) / Math.sqrt(slope) };
}

/** Variance of the sum of the positive ranks with k0 studies missing (Duval & Tweedie 2000, J Am Stat Assoc). */
function rankSumVariance(k: number, k0: number): number {
  const own = k * (k + 1) * (2 * k + 1);
  return (own + 10 * k0 ** 3 + 27 * k0 ** 2 + 17 * k0 - 18 * k * k0 ** 2 - 18 * k * k0 + 6 * k ** 2 * k0) / 24;
}

/** Small studies that show lower effects than large ones leave a gap on the right. */
function missingSide(effects: Effects, options: MetaOptions): TrimSide {
  return eggerTest(effects, "sei", "rma", options).slope < 0 ? "right" : "left";
}
