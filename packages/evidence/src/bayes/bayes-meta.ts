import { findRoot, normalCdf } from "@materbone/numerics";
import { EffectRowError } from "../meta/meta-error.ts";
import type { Effects } from "../meta/meta-fit.ts";
import { requireLevel } from "../meta/reference-distribution.ts";
import { panelSum, type TauGrid, tauGrid } from "./tau-grid.ts";
import { type MeanPrior, requireTauPrior, type TauPrior, tauPriorDensity } from "./tau-prior.ts";

/** A distribution by its moments and quantiles. */
export type Posterior = {
  /** `undefined` where the integral has no finite value: few studies under a prior with a heavy tail. */
  readonly mean: number | undefined;
  readonly sd: number | undefined;
  readonly median: number;
  /** Central interval at the level asked for. */
  readonly lower: number;
  readonly upper: number;
};

export type BayesMeta = {
  readonly k: number;
  readonly tauPrior: TauPrior;
  readonly meanPrior: MeanPrior;
  readonly level: number;
  readonly mu: Posterior;
  readonly tau: Posterior;
  /** True effect of another study. */
  readonly predictive: Posterior;
  /** True effects of the studies, length k. */
  readonly shrunken: readonly Posterior[];
  /** P(mu > 0). */
  readonly probabilityAbove0: number;
  /** P(effect of another study > 0). */
  readonly predictiveAbove0: number;
  /** Points of tau that the integrals were taken over. */
  readonly points: number;
};

/**
 * Normal-normal random-effects model: yi ~ N(thetai, vi), thetai ~ N(mu, tau²). Given tau, all is normal; tau is integrated
 * out by Gauss-Legendre panels, without random numbers.
 *
 * @param level - percent of the intervals
 * @throws EffectRowError naming the row whose effect or variance is no usable number
 * @throws RangeError without studies, or when a prior or the level is out of range
 * @throws SolverError when a quantile is not found
 * @see Roever (2020), J Stat Softw 93(6):1; Gelman et al. (2013), Bayesian Data Analysis, section 5.4
 */
export function bayesMeta(effects: Effects, tauPrior: TauPrior, meanPrior: MeanPrior, level = 95): BayesMeta {
  requireLevel(level);
  requireTauPrior(tauPrior);
  requireEffects(effects);
  if (
    meanPrior.kind === "normal" &&
    !(meanPrior.sd > 0 && Number.isFinite(meanPrior.mean) && meanPrior.sd < Infinity)
  ) {
    throw new RangeError(
      `the prior of the mean needs a finite mean and an sd above 0, got ${meanPrior.mean} and ${meanPrior.sd}`,
    );
  }
  const { yi, vi } = effects;
  const k = yi.length;
  const conditional = createConditional(effects, meanPrior);
  // Divided by its value at the greatest of some points, so that nothing underflows.
  const scale = typicalTau(effects, tauPrior);
  const height = greatest((tau) => conditional.at(tau).logLikelihood, scale);
  const density = (tau: number): number =>
    tauPriorDensity(tauPrior, tau) * Math.exp(conditional.at(tau).logLikelihood - height);
  const grid = tauGrid(density, scale, tauPrior.kind === "uniform" ? tauPrior.upper : undefined);
  const { tau } = grid;
  const share = tau.map((t, at) => density(t) * grid.weight[at]);
  const total = share.reduce((sum, one) => sum + one, 0);
  for (let at = 0; at < share.length; at++) share[at] /= total;

  const means = new Float64Array(tau.length);
  const variances = new Float64Array(tau.length);
  tau.forEach((t, at) => {
    const { mean, variance } = conditional.at(t);
    means[at] = mean;
    variances[at] = variance;
  });
  const tail = (1 - level / 100) / 2;
  const moments = finiteMoments(k, tauPrior, meanPrior);
  const predictiveVariances = variances.map((variance, at) => variance + tau[at] ** 2);
  return {
    k,
    tauPrior,
    meanPrior,
    level,
    // A proper prior bounds the variance of mu, whatever tau.
    mu: mixture(share, means, variances, tail, meanPrior.kind === "normal" ? 2 : moments),
    tau: tauPosterior(grid, density, total, share, tail, moments),
    predictive: mixture(share, means, predictiveVariances, tail, moments),
    shrunken: Array.from(yi, (y, i) => {
      const v = vi[i];
      const own = tau.map((t) => t ** 2 / (t ** 2 + v));
      const centre = means.map((mean, at) => own[at] * y + (1 - own[at]) * mean);
      const spread = variances.map((variance, at) => own[at] * v + (1 - own[at]) ** 2 * variance);
      // Its moments are bounded by its own variance, whatever tau.
      return mixture(share, centre, spread, tail, 2);
    }),
    probabilityAbove0: above(share, means, variances, 0),
    predictiveAbove0: above(share, means, predictiveVariances, 0),
    points: tau.length,
  };
}

function requireEffects({ yi, vi }: Effects): void {
  if (!(yi.length >= 1 && yi.length === vi.length)) {
    throw new RangeError(`effects and variances must be as many and one at least, got ${yi.length} and ${vi.length}`);
  }
  yi.forEach((y, row) => {
    if (!Number.isFinite(y)) throw new EffectRowError(row, "yi", y);
    if (!(vi[row] > 0 && vi[row] < Number.POSITIVE_INFINITY)) throw new EffectRowError(row, "vi", vi[row]);
  });
}

/** Mean and variance of mu given tau, and the log likelihood of tau with mu integrated out, but for a constant. */
type Conditional = {
  readonly at: (tau: number) => { readonly mean: number; readonly variance: number; readonly logLikelihood: number };
};

function createConditional({ yi, vi }: Effects, prior: MeanPrior): Conditional {
  const precision = prior.kind === "normal" ? 1 / prior.sd ** 2 : 0;
  const centre = prior.kind === "normal" ? prior.mean : 0;
  return {
    at: (tau) => {
      const t2 = tau * tau;
      let weights = precision;
      let sum = precision * centre;
      let logs = 0;
      for (let i = 0; i < yi.length; i++) {
        const w = 1 / (vi[i] + t2);
        weights += w;
        sum += w * yi[i];
        logs += Math.log(w);
      }
      const mean = sum / weights;
      let q = precision * (centre - mean) ** 2;
      for (let i = 0; i < yi.length; i++) q += (yi[i] - mean) ** 2 / (vi[i] + t2);
      return { mean, variance: 1 / weights, logLikelihood: (logs - Math.log(weights) - q) / 2 };
    },
  };
}

/** A size of tau that the bulk of its posterior is of: from the spread of the effects, or from the prior where that is narrower. */
function typicalTau({ yi, vi }: Effects, prior: TauPrior): number {
  const k = yi.length;
  const mean = yi.reduce((sum, y) => sum + y, 0) / k;
  const spread = yi.reduce((sum, y) => sum + (y - mean) ** 2, 0) / Math.max(1, k - 1);
  const within = vi.reduce((sum, v) => sum + v, 0) / k;
  const size = prior.kind === "uniform" ? prior.upper : prior.scale;
  return Math.min(size, Math.sqrt(spread + within / Math.sqrt(k)));
}

function greatest(f: (tau: number) => number, scale: number): number {
  let most = f(0);
  for (let step = 0; step <= 200; step++) most = Math.max(most, f((scale * (step / 200)) / (1.005 - step / 200)));
  return most;
}

/**
 * Highest moment of tau that is finite. The likelihood falls off as tau^-(k - 1), or tau^-k with a proper prior of the mean,
 * and a half-Cauchy prior as tau^-2; the other priors have all moments.
 */
function finiteMoments(k: number, tauPrior: TauPrior, meanPrior: MeanPrior): number {
  if (tauPrior.kind !== "halfCauchy") return 2;
  const exponent = 2 + (meanPrior.kind === "flat" ? k - 1 : k);
  return Math.max(0, Math.min(2, exponent - 2));
}

function mixture(
  share: Float64Array,
  means: Float64Array,
  variances: Float64Array,
  tail: number,
  moments: number,
): Posterior {
  let mean = 0;
  for (let at = 0; at < share.length; at++) mean += share[at] * means[at];
  let variance = 0;
  for (let at = 0; at < share.length; at++) variance += share[at] * (variances[at] + (means[at] - mean) ** 2);
  const sds = variances.map(Math.sqrt);
  const spread = Math.sqrt(variance);
  const quantile = (p: number): number => {
    const beyond = (x: number): number => 1 - above(share, means, variances, x) - p;
    return solve(beyond, means, sds, mean, spread);
  };
  return {
    mean: moments >= 1 ? mean : undefined,
    sd: moments >= 2 ? spread : undefined,
    median: quantile(0.5),
    lower: quantile(tail),
    upper: quantile(1 - tail),
  };
}

/** P(x or more) of a mixture of normal distributions. */
function above(share: Float64Array, means: Float64Array, variances: Float64Array, x: number): number {
  let sum = 0;
  for (let at = 0; at < share.length; at++) {
    if (share[at] > 0) sum += share[at] * normalCdf((x - means[at]) / Math.sqrt(variances[at]), "upper");
  }
  return sum;
}

function solve(f: (x: number) => number, means: Float64Array, sds: Float64Array, mean: number, spread: number): number {
  let width = Number.isFinite(spread) && spread > 0 ? spread : sds[0];
  while (!(f(mean - width) < 0 && f(mean + width) > 0) && width < Number.MAX_VALUE / 4) width *= 2;
  const root = findRoot(f, mean - width, mean + width, { absoluteTolerance: 1e-13 * width });
  return root.kind === "root" ? root.x : means[0];
}

function tauPosterior(
  grid: TauGrid,
  density: (tau: number) => number,
  total: number,
  share: Float64Array,
  tail: number,
  moments: number,
): Posterior {
  const { edges, tauOf, slopeOf, tau } = grid;
  const inU = (u: number): number => density(tauOf(u)) * slopeOf(u);
  const below = new Float64Array(edges.length);
  for (let panel = 0; panel + 1 < edges.length; panel++) {
    below[panel + 1] = below[panel] + panelSum(inU, edges[panel], edges[panel + 1]) / total;
  }
  const quantile = (p: number): number => {
    const after = below.findIndex((sum) => sum >= p);
    const panel = Math.max(0, (after < 0 ? edges.length - 1 : after) - 1);
    const rest = (u: number): number => below[panel] + panelSum(inU, edges[panel], u) / total - p;
    const root = findRoot(rest, edges[panel], edges[panel + 1], { absoluteTolerance: 1e-15 });
    return tauOf(root.kind === "root" ? root.x : edges[panel + 1]);
  };
  const mean = tau.reduce((sum, t, at) => sum + share[at] * t, 0);
  const variance = tau.reduce((sum, t, at) => sum + share[at] * (t - mean) ** 2, 0);
  return {
    mean: moments >= 1 ? mean : undefined,
    sd: moments >= 2 ? Math.sqrt(variance) : undefined,
    median: quantile(0.5),
    lower: quantile(tail),
    upper: quantile(1 - tail),
  };
}
