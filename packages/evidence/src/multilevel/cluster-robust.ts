import { choleskyInPlace, symmetricEigen } from "@materbone/numerics";
import { denseBlocks, fillBlock } from "../covariance-model/block-derivatives.ts";
import type { CovarianceFit } from "../covariance-model/fit-covariance.ts";
import { inDesign, orthonormalWeights } from "../covariance-model/fixed-effects.ts";
import { bilinear, traceOfSquares } from "../covariance-model/information.ts";
import type { Coefficient } from "../meta/meta-fit.ts";
import type { WaldTest } from "../meta/wald-test.ts";
import { type Grouping, groupsOf, rowsByGroup } from "./grouping.ts";
import type { MultilevelFit } from "./multilevel-fit.ts";
import { type AdjustedCluster, robustJointTest } from "./robust-joint-test.ts";
import { jointlyTested, omnibusTest, testedCoefficients } from "./tested-coefficients.ts";

/**
 * Corrections of the sandwich for few clusters: `CR0` none; `CR1` the factor n / (n - p); `CR2` residuals adjusted so that
 * the covariance is unbiased under the model, with degrees of freedom by Satterthwaite for each coefficient.
 */
export const ROBUST_TYPES = ["CR0", "CR1", "CR2"] as const;
export type RobustType = (typeof ROBUST_TYPES)[number];

export type ClusterRobust =
  | {
      readonly kind: "robust";
      readonly type: RobustType;
      /** Number of clusters. */
      readonly clusters: number;
      readonly coefficients: readonly Coefficient[];
      /** p x p, row-major. */
      readonly vcov: Float64Array;
      /** Joint test with n - p degrees of freedom, for `CR2` with its own; `undefined` when it has none. */
      readonly omnibus: WaldTest | undefined;
    }
  /** Not more clusters than coefficients, so that no degrees of freedom are left. */
  | { readonly kind: "notDefined"; readonly reason: "tooFewClusters"; readonly clusters: number }
  /** CR2 needs clusters that hold whole independent blocks, and these rows of one block stand in two. */
  | { readonly kind: "notDefined"; readonly reason: "clusterSplitsBlock"; readonly clusters: number };

/**
 * Tests that stay right when the covariance within clusters is not what the model says.
 *
 * @param cluster - cluster of each row, length k
 * @see Liang and Zeger 1986, Biometrika 73:13; Bell and McCaffrey 2002, Surv Methodol 28:169; Pustejovsky and Tipton 2018,
 * J Bus Econ Stat 36:672
 */
export function clusterRobust(fit: MultilevelFit, cluster: Grouping, type: RobustType = "CR2"): ClusterRobust {
  const { k, p, level, engine, coefficients } = fit;
  if (cluster.labels.length !== k) {
    throw new TypeError(`${k} effects need as many labels of ${cluster.name}, got ${cluster.labels.length}`);
  }
  const { model, evaluation } = engine.fit;
  const place = new Int32Array(k);
  model.order.forEach((row, at) => {
    place[row] = at;
  });
  // Places of the rows of each cluster in the model, in order.
  const members = rowsByGroup(groupsOf(cluster.labels)).map((rows) => rows.map((row) => place[row]).sort());
  const clusters = members.length;
  if (clusters <= p) return { kind: "notDefined", reason: "tooFewClusters", clusters };
  const meat = new Float64Array(p * p);
  const adjusted = type === "CR2" ? biasReduced(engine.fit, members) : undefined;
  if (type === "CR2" && adjusted === undefined) return { kind: "notDefined", reason: "clusterSplitsBlock", clusters };
  const score = new Float64Array(p);
  members.forEach((rows, c) => {
    score.fill(0);
    rows.forEach((row, i) => {
      let residual = model.y[row];
      for (let a = 0; a < p; a++) residual -= model.x[row * p + a] * evaluation.gamma[a];
      for (let a = 0; a < p; a++) {
        score[a] += residual * (adjusted === undefined ? evaluation.w[row * p + a] : adjusted[c].weights[i * p + a]);
      }
    });
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) meat[a * p + b] += score[a] * score[b];
  });
  const factor = type === "CR1" ? clusters / (clusters - p) : 1;
  const vcov = inDesign(
    model.r,
    p,
    sandwich(evaluation.m, meat, p).map((value) => value * factor),
  );
  const beta = Float64Array.from(coefficients, ({ estimate }) => estimate);
  const names = coefficients.map(({ name }) => name);
  const df = names.map((_, j) => {
    if (adjusted === undefined) return clusters - p;
    return satterthwaiteDf(
      engine.fit,
      adjusted,
      Float64Array.from(names, (_name, i) => (i === j ? 1 : 0)),
    );
  });
  const tested = testedCoefficients(names, beta, vcov, df, level);
  const omnibus =
    adjusted === undefined
      ? omnibusTest(tested, vcov)
      : robustJointTest(engine.fit, adjusted, ...jointlyTested(tested, vcov));
  return { kind: "robust", type, clusters, coefficients: tested, vcov, omnibus };
}

/**
 * Adjustment A = L (Lᵀ (V - X M Xᵀ) L)^(-1/2) Lᵀ of each cluster, V = L Lᵀ, with the pseudoinverse where the residuals of a
 * cluster lose a rank.
 *
 * @returns `undefined` when a block of the model is split between clusters
 */
function biasReduced(fit: CovarianceFit, members: readonly Int32Array[]): AdjustedCluster[] | undefined {
  const { model, eta, evaluation } = fit;
  const { p, x } = model;
  const blocks = denseBlocks(model);
  const blockOf = new Int32Array(model.k);
  blocks.forEach(({ start, n }, b) => {
    blockOf.fill(b, start, start + n);
  });
  const adjusted: AdjustedCluster[] = [];
  for (const rows of members) {
    const n = rows.length;
    const v = new Float64Array(n * n);
    for (let i = 0; i < n; ) {
      const block = blocks[blockOf[rows[i]]];
      for (let j = 0; j < block.n; j++) if (rows[i + j] !== block.start + j) return undefined;
      const part = new Float64Array(block.n * block.n);
      fillBlock(model, block, eta, part, 0);
      for (let a = 0; a < block.n; a++) {
        for (let b = 0; b < block.n; b++) v[(i + a) * n + i + b] = part[a * block.n + b];
      }
      i += block.n;
    }
    const lower = v.slice();
    choleskyInPlace(lower, n);
    for (let i = 0; i < n; i++) lower.fill(0, i * n + i + 1, (i + 1) * n);
    const residual = v.slice();
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) residual[i * n + j] -= bilinear(evaluation.m, p, x, rows[i] * p, x, rows[j] * p);
    }
    const inner = product(transpose(lower, n), product(residual, lower, n, n), n, n);
    const root = product(lower, inverseRoot(inner, n), n, n);
    const w = new Float64Array(n * p);
    for (let i = 0; i < n; i++) for (let a = 0; a < p; a++) w[i * p + a] = evaluation.w[rows[i] * p + a];
    adjusted.push({ rows, v, weights: product(root, product(transpose(lower, n), w, n, p), n, p) });
  }
  return adjusted;
}

/**
 * Degrees of freedom of the variance of lᵀb: twice its squared mean over its variance under the model. Of the quadratic
 * forms Pgh = sgᵀ (δgh Vg - Xg M Xhᵀ) sh only sums over clusters are needed.
 */
function satterthwaiteDf(fit: CovarianceFit, clusters: readonly AdjustedCluster[], weights: Float64Array): number {
  const { p, r, x } = fit.model;
  const { m } = fit.evaluation;
  const l = orthonormalWeights(r, p, weights);
  const ml = product(m, l, p, 1);
  const squares = new Float64Array(p * p);
  const u = new Float64Array(p);
  let mean = 0;
  let variance = 0;
  for (const { rows, v, weights: w } of clusters) {
    const n = rows.length;
    const s = product(w, ml, n, 1, p);
    let own = 0;
    u.fill(0);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) own += s[i] * v[i * n + j] * s[j];
      for (let a = 0; a < p; a++) u[a] += x[rows[i] * p + a] * s[i];
    }
    const shared = bilinear(m, p, u, 0, u, 0);
    mean += own - shared;
    variance += own * own - 2 * own * shared;
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) squares[a * p + b] += u[a] * u[b];
  }
  return (mean * mean) / (variance + traceOfSquares(m, squares, p));
}

/** A^(-1/2) of a positive semidefinite matrix, zero in its null space. */
function inverseRoot(a: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(a, n);
  const scaled = vectors.slice();
  for (let j = 0; j < n; j++) {
    const power = values[j] > 1e-12 * values[0] ? values[j] ** -0.5 : 0;
    for (let i = 0; i < n; i++) scaled[i * n + j] *= power;
  }
  return product(scaled, transpose(vectors, n), n, n);
}

function sandwich(m: Float64Array, meat: Float64Array, p: number): Float64Array {
  return product(product(m, meat, p, p), m, p, p);
}

/** A B for A of rows x inner and B of inner x columns. */
function product(a: Float64Array, b: Float64Array, rows: number, columns: number, inner: number = rows): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let m = 0; m < inner; m++) {
      const value = a[i * inner + m];
      if (value === 0) continue;
      for (let j = 0; j < columns; j++) out[i * columns + j] += value * b[m * columns + j];
    }
  }
  return out;
}

function transpose(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[j * n + i] = a[i * n + j];
  return out;
}
