import { fitMeta } from "../meta/fit-meta.ts";
import { ConvergenceError } from "../meta/meta-error.ts";
import type { Effects, MetaFit, MetaOptions } from "../meta/meta-fit.ts";
import type { Settled } from "./settled.ts";

/** Of metafor's iterations when nothing is set. */
const THRESHOLD = 1e-5;
const MOST_STEPS = 1000;

/**
 * Pools effects; with `metafor` the likelihood estimates of tau² are those of Fisher's scoring from the estimate of Hedges,
 * left where a step changes it by less than 1e-5.
 *
 * @throws ConvergenceError when tau² does not settle
 * @see Viechtbauer et al. (2015), Psychol Methods 20:360, for the steps
 */
export function poolSettled(effects: Effects, options: MetaOptions, settled: Settled): MetaFit {
  const method = options.method ?? "REML";
  const isScored = method === "REML" || method === "ML" || method === "EB";
  if (settled === "full" || !isScored || options.tau2 !== undefined || effects.yi.length < 2) {
    return fitMeta(effects, undefined, options);
  }
  return fitMeta(effects, undefined, { ...options, tau2: scoredTau2(effects, method) });
}

function scoredTau2({ yi, vi }: Effects, method: "REML" | "ML" | "EB"): number {
  const k = yi.length;
  const mean = yi.reduce((sum, y) => sum + y, 0) / k;
  const spread = yi.reduce((sum, y) => sum + (y - mean) ** 2, 0) / (k - 1);
  let tau2 = Math.max(0, spread - vi.reduce((sum, v) => sum + v, 0) / k);
  for (let step = 0; step < MOST_STEPS; step++) {
    let change = scoringStep(yi, vi, tau2, method);
    while (tau2 + change < 0) change /= 2;
    tau2 += change;
    if (!(Math.abs(change) > THRESHOLD)) return tau2;
  }
  throw new ConvergenceError(method, MOST_STEPS);
}

/** Score over information at tau²; of EB the step of its estimating equation. */
function scoringStep(yi: Float64Array, vi: Float64Array, tau2: number, method: "REML" | "ML" | "EB"): number {
  const k = yi.length;
  let w1 = 0;
  let w2 = 0;
  let w3 = 0;
  let mean = 0;
  for (let i = 0; i < k; i++) {
    const w = 1 / (vi[i] + tau2);
    w1 += w;
    w2 += w * w;
    w3 += w * w * w;
    mean += w * yi[i];
  }
  mean /= w1;
  let q = 0;
  let square = 0;
  for (let i = 0; i < k; i++) {
    const w = 1 / (vi[i] + tau2);
    q += w * (yi[i] - mean) ** 2;
    square += (w * (yi[i] - mean)) ** 2;
  }
  if (method === "ML") return (square - w1) / w2;
  if (method === "EB") return ((q * k) / (k - 1) - k) / w1;
  return (square - (w1 - w2 / w1)) / (w2 - (2 * w3) / w1 + (w2 / w1) ** 2);
}
