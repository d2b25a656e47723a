import { choleskyInPlace, choleskyLogDeterminant, invertCholesky } from "@materbone/numerics";
import type { CovarianceModel } from "./covariance-model.ts";

/** Maximum likelihood, or restricted maximum likelihood (Patterson and Thompson 1971). */
export type LikelihoodMethod = "ML" | "REML";

/**
 * The likelihood of a model at given coordinates, with its derivatives. Its arrays are overwritten by the evaluator's
 * next call. P = V⁻¹ - V⁻¹X(XᵀV⁻¹X)⁻¹XᵀV⁻¹ with the orthonormal X of the model; Dc is the derivative of V by coordinate c.
 */
export type Evaluation = {
  /** Without its constants: -(log|V| + rᵀV⁻¹r) / 2, for REML less log|XᵀV⁻¹X| / 2. */
  readonly logLik: number;
  readonly logDetV: number;
  /** log|XᵀV⁻¹X|. */
  readonly logDetXvx: number;
  /** rᵀV⁻¹r. */
  readonly quadratic: number;
  /** Coefficients of the orthonormal design beyond `olsGamma`, length p. */
  readonly gamma: Float64Array;
  /** (XᵀV⁻¹X)⁻¹, p x p. */
  readonly m: Float64Array;
  /** V⁻¹X, k x p. */
  readonly w: Float64Array;
  /** V⁻¹(y - X gamma) = Py, length k. */
  readonly pr: Float64Array;
  /** Derivatives of `logLik` by the coordinates. */
  readonly gradient: Float64Array;
  /** Half of yᵀP Dc P Dd P y: average information (Gilmour, Thompson and Cullis 1995), nc x nc. */
  readonly average: Float64Array;
  /** Expected information, nc x nc: half of tr(P Dc P Dd), or of tr(V⁻¹Dc V⁻¹Dd) for ML. */
  readonly expected: Float64Array;
  /** Observed information, nc x nc. */
  readonly observed: Float64Array;
  /** XᵀV⁻¹Dc V⁻¹X, p x p, one after another. */
  readonly xdx: Float64Array;
  /** XᵀV⁻¹Dc V⁻¹Dd V⁻¹X, p x p, for c <= d at (c nc + d). */
  readonly xddx: Float64Array;
};

/** How a model of one shape is evaluated, with the memory that it needs. */
export type Evaluator = {
  readonly model: CovarianceModel;
  /** @returns `undefined` when V is not positive definite at these coordinates */
  evaluate(eta: Float64Array, method: LikelihoodMethod): Evaluation | undefined;
};

/**
 * The likelihood at its best coefficients.
 *
 * @param logDetV - log|V|
 * @param w - V⁻¹X, k x p
 * @param pr - V⁻¹y, length k; overwritten by Py
 * @returns `undefined` when XᵀV⁻¹X is not positive definite or the likelihood not finite
 */
export function profileCoefficients(
  { k, p, x, y }: CovarianceModel,
  method: LikelihoodMethod,
  logDetV: number,
  w: Float64Array,
  pr: Float64Array,
): Omit<Evaluation, "gradient" | "average" | "expected" | "observed" | "xdx" | "xddx"> | undefined {
  const xvx = new Float64Array(p * p);
  const xvy = new Float64Array(p);
  for (let i = 0; i < k; i++) {
    for (let a = 0; a < p; a++) {
      const xia = x[i * p + a];
      xvy[a] += xia * pr[i];
      for (let b = 0; b < p; b++) xvx[a * p + b] += xia * w[i * p + b];
    }
  }
  if (!choleskyInPlace(xvx, p)) return undefined;
  const m = new Float64Array(p * p);
  invertCholesky(xvx, p, m);
  const gamma = new Float64Array(p);
  for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) gamma[a] += m[a * p + b] * xvy[b];
  let quadratic = 0;
  for (let i = 0; i < k; i++) {
    for (let a = 0; a < p; a++) pr[i] -= w[i * p + a] * gamma[a];
    quadratic += y[i] * pr[i];
  }
  const logDetXvx = choleskyLogDeterminant(xvx, p);
  const logLik = -0.5 * (logDetV + quadratic + (method === "REML" ? logDetXvx : 0));
  if (!Number.isFinite(logLik)) return undefined;
  return { logLik, logDetV, logDetXvx, quadratic, gamma, m, w, pr };
}
