import type { PopulationBatch, RefusalCount } from "./simulate-batch.ts";
import { effectiveSampleSize, type TiltedWeights, tiltedWeights } from "./tilted-weights.ts";

/** A published figure that the weighted women are to meet: mean and, where printed, SD over women of one feature. */
export type PopulationAnchor = {
  readonly id: string;
  /** Position among the features of a woman. */
  readonly feature: number;
  readonly mean: number;
  readonly sd?: number;
  /** Women that it rests on. */
  readonly women: number;
  /** `compare`: shown beside what the women do, never weighed to; default `weigh`. */
  readonly use?: "weigh" | "compare";
};

/** Women with their weights, and everything that says how they came about. */
export type VirtualWomen = {
  readonly seed: number;
  readonly women: number;
  /** Draws behind them, the refused ones included. */
  readonly draws: number;
  readonly acceptanceRate: number;
  readonly refusals: readonly RefusalCount[];
  /** One per woman, sum 1. */
  readonly weights: Float64Array;
  readonly effectiveSampleSize: number;
  readonly weighting: Weighting;
};

export type Weighting =
  /** All women count alike: no anchor was given. */
  | { readonly kind: "equal" }
  | { readonly kind: "anchored"; readonly anchors: readonly AnchorReached[] }
  /** No weights of these women meet the anchors; they count alike, and this is what they show. */
  | { readonly kind: "notReached"; readonly anchors: readonly AnchorReached[] };

export type AnchorReached = {
  readonly id: string;
  readonly use: "weigh" | "compare";
  readonly mean: number;
  readonly sd: number | undefined;
  readonly reachedMean: number;
  readonly reachedSd: number;
};

/** Weights that leave fewer women than this hang on single ones, and are not used. */
const FEWEST_EFFECTIVE_WOMEN = 20;

/**
 * Weighs the women of a batch so that they meet the anchors.
 *
 * @throws RangeError when an anchor names no feature or its SD is not above 0
 */
export function virtualWomen(
  batch: PopulationBatch,
  seed: number,
  anchors: readonly PopulationAnchor[] = [],
): VirtualWomen {
  const women = batch.to - batch.from;
  const refused = batch.refusals.reduce((sum, { count }) => sum + count, 0);
  const features = batch.features.length / women;
  for (const { id, feature, sd, women: counted } of anchors) {
    if (!(feature >= 0 && feature < features)) throw new RangeError(`anchor ${id} is of no feature: ${feature}`);
    if (sd !== undefined && !(sd > 0)) throw new RangeError(`anchor ${id} has no SD above 0: ${sd}`);
    if (!(counted > 0)) throw new RangeError(`anchor ${id} rests on no women: ${counted}`);
  }
  const weighed = anchors.filter(({ use }) => use !== "compare");
  const tilted = weighed.length === 0 ? undefined : tiltedWeights(targetsOf(batch, features, weighed));
  const isMet = tilted?.kind === "reached" && tilted.effectiveSampleSize >= FEWEST_EFFECTIVE_WOMEN;
  const weights = isMet ? tilted.weights : new Float64Array(women).fill(1 / women);
  const reached = anchors.map((anchor) => anchorReached(batch, features, weights, anchor));
  return {
    seed,
    women,
    draws: women + refused,
    acceptanceRate: women / (women + refused),
    refusals: batch.refusals,
    weights,
    effectiveSampleSize: effectiveSampleSize(weights),
    weighting: tilted === undefined ? { kind: "equal" } : { kind: isMet ? "anchored" : "notReached", anchors: reached },
  };
}

/** One column for the mean of each anchor, one for the squared distance from it where an SD is printed. */
function targetsOf(
  batch: PopulationBatch,
  features: number,
  anchors: readonly PopulationAnchor[],
): Parameters<typeof tiltedWeights>[0] {
  const columns = anchors.flatMap((anchor) => {
    const { feature, mean, sd, women } = anchor;
    // Standard errors of a mean and of a variance; without an SD a scale of 1, in the unit of the feature.
    const ofMean = { feature, mean, power: 1, target: 0, scale: (sd ?? 1) / Math.sqrt(women) };
    if (sd === undefined) return [ofMean];
    return [ofMean, { feature, mean, power: 2, target: sd * sd, scale: sd * sd * Math.sqrt(2 / women) }];
  });
  const women = batch.to - batch.from;
  const x = new Float64Array(women * columns.length);
  for (let woman = 0; woman < women; woman++) {
    columns.forEach(({ feature, mean, power }, column) => {
      const distance = batch.features[woman * features + feature] - mean;
      x[woman * columns.length + column] = power === 1 ? distance : distance * distance;
    });
  }
  return {
    features: x,
    targets: Float64Array.from(columns, ({ target }) => target),
    scales: Float64Array.from(columns, ({ scale }) => scale),
  };
}

function anchorReached(
  batch: PopulationBatch,
  features: number,
  weights: TiltedWeights["weights"],
  { id, feature, mean, sd, use = "weigh" }: PopulationAnchor,
): AnchorReached {
  let sum = 0;
  for (let woman = 0; woman < weights.length; woman++)
    sum += weights[woman] * batch.features[woman * features + feature];
  let squares = 0;
  for (let woman = 0; woman < weights.length; woman++) {
    squares += weights[woman] * (batch.features[woman * features + feature] - sum) ** 2;
  }
  return { id, use, mean, sd, reachedMean: sum, reachedSd: Math.sqrt(squares) };
}
