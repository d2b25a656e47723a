import { choleskyInPlace, fCdf, symmetricEigen } from "@materbone/numerics";
import { coordinateCovariance } from "../covariance-model/coordinate-covariance.ts";
import type { CovarianceFit } from "../covariance-model/fit-covariance.ts";
import { orthonormalWeights } from "../covariance-model/fixed-effects.ts";
import type { JointTest } from "../meta/contrasts.ts";
import { type JointOutcome, jointOutcome, waldTest } from "../meta/wald-test.ts";
import { satterthwaite } from "./degrees-of-freedom.ts";
import type { MixedFit } from "./mixed-fit.ts";

/**
 * The F test of one or several sums with degrees of freedom of its own: those of the independent sums within it, matched by the
 * mean of F (`satterthwaite`, as lmerTest), or Kenward and Roger's scale and degrees of freedom (as pbkrtest).
 *
 * @returns `undefined` for the degrees of freedom that are counted; a test is not defined where none match
 * @see Fai and Cornelius 1996, J Stat Comput Simul 54:363; Kenward and Roger 1997, Biometrics 53:983
 */
export function jointTestOf(fit: MixedFit): JointTest | undefined {
  if (fit.df === "satterthwaite") return (rows, differences) => bySatterthwaite(fit, rows, differences);
  if (fit.df === "kenwardRoger") return (rows, differences) => byKenwardRoger(fit, rows, differences);
  return undefined;
}

function bySatterthwaite(fit: MixedFit, rows: readonly Float64Array[], b: Float64Array): JointOutcome {
  const m = rows.length;
  const covariance = covarianceOfSums(fit, rows);
  const { vectors } = symmetricEigen(covariance, m);
  const own = satterthwaite(fit.engine.fit);
  const dfs: number[] = [];
  for (let j = 0; j < m; j++) {
    const independent = new Float64Array(fit.p);
    rows.forEach((row, i) => {
      for (let a = 0; a < fit.p; a++) independent[a] += vectors[i * m + j] * row[a];
    });
    const { df } = own.of(independent);
    if (df === undefined) return NO_DEGREES;
    dfs.push(df);
  }
  return jointOutcome(waldTest(b, covariance, matched(dfs)));
}

const NO_DEGREES: JointOutcome = { kind: "notDefined", reason: "noDegreesFound" };

/** Degrees of freedom of an F whose mean is that of the mean of squared t; 2 where a t has no variance. */
function matched(dfs: readonly number[]): number {
  const [first] = dfs;
  if (dfs.every((df) => Math.abs(df - first) < 1e-8)) return first;
  if (dfs.some((df) => df <= 2)) return 2;
  const mean = dfs.reduce((sum, df) => sum + df / (df - 2), 0);
  return (2 * mean) / (mean - dfs.length);
}

/**
 * At 2 degrees of freedom or fewer F has no mean, yet the formulas of Kenward and Roger go on: at 2 the mean and its
 * approximation vanish together and the scale is 1, as pbkrtest 0.5.2 takes them.
 */
function byKenwardRoger(fit: MixedFit, rows: readonly Float64Array[], b: Float64Array): JointOutcome {
  const q = rows.length;
  const plain = waldTest(b, covarianceOfSums(fit, rows), undefined);
  const shares = informationShares(fit.engine.fit, rows);
  if (plain === undefined) return jointOutcome(plain);
  if (shares === undefined) return NO_DEGREES;
  const { a1, a2 } = shares;
  const b2 = (a1 + 6 * a2) / (2 * q);
  const g = ((q + 1) * a1 - (q + 4) * a2) / ((q + 2) * a2);
  const divisor = 3 * q + 2 * (1 - g);
  const v0 = 1 + (g / divisor) * b2;
  const v1 = 1 - ((q - g) / divisor) * b2;
  const v2 = 1 - ((q + 2 - g) / divisor) * b2;
  const mean = 1 - a2 / q;
  const ratio = Math.abs(mean) < ROUNDING && Math.abs(v1) < ROUNDING ? 1 : mean / v1;
  const df = 4 + (q + 2) / (ratio ** 2 * (v0 / v2) - 1);
  const scale = Math.abs(df - 2) < NEAR_TWO ? 1 : (df * mean) / (df - 2);
  if (!(df > 0 && scale > 0 && df < Number.POSITIVE_INFINITY)) return NO_DEGREES;
  const statistic = (scale * plain.statistic) / q;
  return { kind: "tested", test: { statistic, df: [q, df], p: fCdf(statistic, q, df, "upper") } };
}

/** Far above the rounding of sums over matrices, far below a mean that differs from 0. */
const ROUNDING = 1e-8;
/** Within this of 2 degrees of freedom pbkrtest takes the scale as 1. */
const NEAR_TWO = 0.01;

/** A1 and A2 of Kenward and Roger: products of the shares of the variances in the covariance of the sums. */
function informationShares(
  fit: CovarianceFit,
  rows: readonly Float64Array[],
): { readonly a1: number; readonly a2: number } | undefined {
  const { p, r, coordinates: nc } = fit.model;
  const { m, xdx } = fit.evaluation;
  const q = rows.length;
  const spread = coordinateCovariance(fit, "expected");
  if (spread === undefined) return undefined;
  const own = rows.map((row) => orthonormalWeights(r, p, row));
  const lm = own.map((l) => Float64Array.from(l, (_, a) => l.reduce((sum, value, c) => sum + value * m[c * p + a], 0)));
  const root = new Float64Array(q * q);
  for (let i = 0; i < q; i++) for (let j = 0; j < q; j++) root[i * q + j] = dot(lm[i], own[j]);
  if (!choleskyInPlace(root, q)) return undefined;
  // Rows of C⁻¹ L M, with L M Lᵀ = C Cᵀ.
  for (let i = 0; i < q; i++) {
    for (let a = 0; a < p; a++) {
      for (let j = 0; j < i; j++) lm[i][a] -= root[i * q + j] * lm[j][a];
      lm[i][a] /= root[i * q + i];
    }
  }
  const parts = Array.from({ length: nc }, (_, c) =>
    lm.flatMap((left) =>
      lm.map((right) => {
        let sum = 0;
        for (let a = 0; a < p; a++) for (let d = 0; d < p; d++) sum += left[a] * xdx[(c * p + a) * p + d] * right[d];
        return sum;
      }),
    ),
  );
  const traces = parts.map((part) => lm.reduce((sum, _, i) => sum + part[i * q + i], 0));
  let a1 = 0;
  let a2 = 0;
  for (let c = 0; c < nc; c++) {
    for (let d = 0; d < nc; d++) {
      a1 += spread[c * nc + d] * traces[c] * traces[d];
      a2 += spread[c * nc + d] * dot(parts[c], parts[d]);
    }
  }
  return { a1, a2 };
}

function covarianceOfSums({ p, vcov }: MixedFit, rows: readonly Float64Array[]): Float64Array {
  const m = rows.length;
  const out = new Float64Array(m * m);
  rows.forEach((left, i) => {
    rows.forEach((right, j) => {
      for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) out[i * m + j] += left[a] * vcov[a * p + b] * right[b];
    });
  });
  return out;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
