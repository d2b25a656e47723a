import { chiSquareCdf, findRoot, integrate, normalDensity, SolverError } from "@materbone/numerics";
import type { Effects } from "../meta/meta-fit.ts";
import { requireLevel } from "../meta/reference-distribution.ts";
import { coarseIntegral, coarseRoot } from "./coarse-numerics.ts";
import type { Settled } from "./settled.ts";

export type HenmiCopas = {
  /** The common-effect estimate, which single small studies move least. */
  readonly estimate: number;
  /** Its standard error with the variance between studies taken into account. */
  readonly se: number;
  readonly ciLower: number;
  readonly ciUpper: number;
  /** DerSimonian-Laird. */
  readonly tau2: number;
};

/** Default tolerance of integrals and roots in R, the fourth root of the rounding unit. */
const COARSE = 2 ** -13;
const FINE = { relativeTolerance: 1e-12, absoluteTolerance: 1e-14 };

/**
 * Interval about the common-effect estimate whose width allows for heterogeneity, and which publication bias moves less
 * than that of a random-effects model.
 *
 * The estimate over its standard error at the DerSimonian-Laird tau² is referred to its own distribution: given the
 * estimate, Q is a quadratic form in normal variables; it is taken as gamma with its exact mean and variance.
 *
 * @param level - percent
 * @param settled - `metafor`: quantile and integrals to 1e-4, which shows in the fifth digit of the bounds
 * @throws RangeError for fewer than two studies, or a level out of range
 * @throws SolverError when the quantile is not found
 * @see Henmi & Copas (2010), Stat Med 29:2969
 */
export function henmiCopas({ yi, vi }: Effects, level = 95, settled: Settled = "full"): HenmiCopas {
  requireLevel(level);
  const k = yi.length;
  if (!(k >= 2)) throw new RangeError(`the interval of Henmi and Copas needs 2 studies, got ${k}`);
  const w = vi.map((v) => 1 / v);
  const w1 = w.reduce((sum, weight) => sum + weight, 0);
  const power = (exponent: number): number => w.reduce((sum, weight) => sum + weight ** exponent, 0) / w1;
  const [w2, w3, w4] = [power(2), power(3), power(4)];
  const estimate = w.reduce((sum, weight, i) => sum + weight * yi[i], 0) / w1;
  const q = w.reduce((sum, weight, i) => sum + weight * (yi[i] - estimate) ** 2, 0);
  const tau2 = Math.max(0, (q - (k - 1)) / (w1 - w2));
  // R = √w1 (estimate - mean) has this variance; r below is R in its standard deviations.
  const varR = 1 + tau2 * w2;
  const sdR = Math.sqrt(varR);
  const moments = conditionalMoments(k, tau2, varR, [w1, w2, w3, w4]);
  // The statistic is beyond x sdR when Q is below the value at which the estimated error is R / (x sdR).
  const share = (r: number, x: number): number => {
    const { mean, variance } = moments(r * r);
    const limit = k - 1 + (w1 / w2 - 1) * ((r / x) ** 2 - 1);
    return chiSquareCdf((2 * limit * mean) / variance, (2 * mean * mean) / variance);
  };
  const tail = (1 - level / 100) / 2;
  const beyond = (x: number): number => {
    if (x === 0) return 0.5 - tail;
    const integrand = (r: number): number => share(r, x) * normalDensity(r);
    if (settled === "metafor") return coarseIntegral(integrand, x, COARSE) - tail;
    return integrate(integrand, x, Number.POSITIVE_INFINITY, FINE).value - tail;
  };
  const t = sdR * quantile(beyond, settled);
  const se = sdR / Math.sqrt(w1);
  return { estimate, se, ciLower: estimate - t * se, ciUpper: estimate + t * se, tau2 };
}

/** Mean and variance of Q given R, as functions of R² in units of its variance. */
function conditionalMoments(
  k: number,
  tau2: number,
  varR: number,
  [w1, w2, w3, w4]: readonly [number, number, number, number],
): (square: number) => { readonly mean: number; readonly variance: number } {
  const spread = w3 - w2 ** 2;
  const second = tau2 ** 2 * spread;
  const third = second + tau2 ** 3 * (w4 - 2 * w2 * w3 + w2 ** 3);
  const trace = k - 1 + tau2 * (w1 - w2);
  const traceSquare = k - 1 + 2 * tau2 * (w1 - w2) + tau2 ** 2 * (w1 * w2 - 2 * w3 + w2 ** 2);
  return (square) => ({
    mean: trace + (second * (square - 1)) / varR,
    variance:
      2 * (traceSquare - (2 * third) / varR + (second / varR) ** 2) +
      ((4 * square) / varR) * (third - second ** 2 / varR),
  });
}

function quantile(beyond: (x: number) => number, settled: Settled): number {
  let upper = 2;
  while (beyond(upper) > 0 && upper < 1e3) upper *= 2;
  const root =
    settled === "metafor"
      ? { x: coarseRoot(beyond, 0, upper, COARSE) }
      : findRoot(beyond, 0, upper, { absoluteTolerance: 1e-12 });
  if ("x" in root && root.x !== undefined) return root.x;
  throw new SolverError("the interval of Henmi and Copas was not found", 0);
}
