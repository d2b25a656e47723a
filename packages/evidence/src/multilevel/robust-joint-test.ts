import { choleskyInPlace, fCdf } from "@materbone/numerics";
import type { CovarianceFit } from "../covariance-model/fit-covariance.ts";
import { orthonormalWeights } from "../covariance-model/fixed-effects.ts";
import { bilinear } from "../covariance-model/information.ts";
import { type WaldTest, waldTest } from "../meta/wald-test.ts";

/** What CR2 makes of one cluster of n rows. */
export type AdjustedCluster = {
  readonly rows: Int32Array;
  /** A V⁻¹ X, n x p. */
  readonly weights: Float64Array;
  /** V, n x n. */
  readonly v: Float64Array;
};

/**
 * Joint test of some coefficients by the bias-reduced covariance: Hotelling's T² with the degrees of freedom of the Wishart
 * matrix whose entries vary in all as those of the covariance do under the model (`HTZ` of clubSandwich).
 *
 * @param columns - coefficients tested
 * @param b - their estimates
 * @param vcov - their robust covariance, row-major; overwritten
 * @returns `undefined` when no degrees of freedom are left, or the coefficients repeat one another
 * @see Tipton and Pustejovsky 2015, J Educ Behav Stat 40:604
 */
export function robustJointTest(
  fit: CovarianceFit,
  clusters: readonly AdjustedCluster[],
  columns: readonly number[],
  b: Float64Array,
  vcov: Float64Array,
): WaldTest | undefined {
  const q = columns.length;
  const plain = waldTest(b, vcov, undefined);
  const variance = plain === undefined ? undefined : standardisedVariance(fit, clusters, columns);
  if (plain === undefined || variance === undefined) return undefined;
  const wishart = (q * (q + 1)) / variance;
  const df = wishart - q + 1;
  if (!(df > 0 && df < Number.POSITIVE_INFINITY)) return undefined;
  const statistic = (df / (wishart * q)) * plain.statistic;
  return { statistic, df: [q, df], p: fCdf(statistic, q, df, "upper") };
}

/** Sum of the variances of all entries of the robust covariance, standardised by its mean under the model. */
function standardisedVariance(
  fit: CovarianceFit,
  clusters: readonly AdjustedCluster[],
  columns: readonly number[],
): number | undefined {
  const { p, r } = fit.model;
  const q = columns.length;
  const sums = columns.map((column) => {
    const l = new Float64Array(p);
    l[column] = 1;
    return times(fit.evaluation.m, orthonormalWeights(r, p, l));
  });
  const mean = new Float64Array(q * q);
  for (const { own, shared } of covariances(fit, clusters, sums)) {
    for (let i = 0; i < mean.length; i++) mean[i] += own[i] - shared[i];
  }
  if (!choleskyInPlace(mean, q)) return undefined;
  for (let s = 0; s < q; s++) {
    for (let a = 0; a < p; a++) {
      for (let t = 0; t < s; t++) sums[s][a] -= mean[s * q + t] * sums[t][a];
      sums[s][a] /= mean[s * q + s];
    }
  }
  // Of scores a: Var Σ as at = Σ over pairs of clusters of Cov(as, as') Cov(at, at') + Cov(as, at') Cov(at, as'), where
  // clusters share only the estimated coefficients.
  const crossed = Array.from({ length: q * q }, () => new Float64Array(p * p));
  let variance = 0;
  for (const { own, shared, spread } of covariances(fit, clusters, sums)) {
    for (let s = 0; s < q; s++) {
      for (let t = 0; t < q; t++) {
        const [ss, st, tt] = [s * q + s, s * q + t, t * q + t];
        variance +=
          own[ss] * own[tt] + own[st] ** 2 - own[ss] * shared[tt] - own[tt] * shared[ss] - 2 * own[st] * shared[st];
        for (let a = 0; a < p; a++) {
          for (let c = 0; c < p; c++) crossed[st][a * p + c] += spread[s][a] * spread[t][c];
        }
      }
    }
  }
  for (const cross of crossed) {
    for (let a = 0; a < p; a++) {
      for (let c = 0; c < p; c++) variance += cross[a * p + c] * (cross[a * p + c] + cross[c * p + a]);
    }
  }
  return variance;
}

type ScoreCovariance = {
  /** By the errors of the cluster, q x q. */
  readonly own: Float64Array;
  /** Lost to the estimated coefficients, q x q. */
  readonly shared: Float64Array;
  /** What each score takes of the coefficients, in units of their covariance, q of length p. */
  readonly spread: readonly Float64Array[];
};

/** Covariance of the scores of each cluster. */
function* covariances(
  fit: CovarianceFit,
  clusters: readonly AdjustedCluster[],
  sums: readonly Float64Array[],
): Generator<ScoreCovariance> {
  const { p, x } = fit.model;
  const q = sums.length;
  const root = fit.evaluation.m.slice();
  choleskyInPlace(root, p);
  for (const { rows, weights, v } of clusters) {
    const n = rows.length;
    const h = sums.map((sum) => times(weights, sum));
    const spread = h.map((score) => {
      const u = new Float64Array(p);
      for (let i = 0; i < n; i++) for (let a = 0; a < p; a++) u[a] += x[rows[i] * p + a] * score[i];
      // Cᵀu with M = C Cᵀ.
      return u.map((_, a) => {
        let sum = 0;
        for (let c = a; c < p; c++) sum += root[c * p + a] * u[c];
        return sum;
      });
    });
    const own = new Float64Array(q * q);
    const shared = new Float64Array(q * q);
    for (let s = 0; s < q; s++) {
      for (let t = 0; t < q; t++) {
        own[s * q + t] = bilinear(v, n, h[s], 0, h[t], 0);
        for (let a = 0; a < p; a++) shared[s * q + t] += spread[s][a] * spread[t][a];
      }
    }
    yield { own, shared, spread };
  }
}

/** Ab for A of as many rows as it has, and b. */
function times(a: Float64Array, b: Float64Array): Float64Array {
  const p = b.length;
  return Float64Array.from({ length: a.length / p }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += a[i * p + j] * b[j];
    return sum;
  });
}
