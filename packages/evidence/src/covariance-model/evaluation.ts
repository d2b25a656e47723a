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

/** Sums over the rows that both evaluators bring to the same end. */
export type NormalEquations = {
  /** XᵀV⁻¹X, overwritten by its factor. */
  readonly xvx: Float64Array;
  /** XᵀV⁻¹y, overwritten by gamma. */
  readonly xvy: Float64Array;
  readonly m: Float64Array;
};

/** Solves the normal equations in place; log|XᵀV⁻¹X|, or `undefined` when they are singular. */
export function solveNormalEquations({ xvx, xvy, m }: NormalEquations, p: number): number | undefined {
  if (!choleskyInPlace(xvx, p)) return undefined;
  invertCholesky(xvx, p, m);
  const gamma = new Float64Array(p);
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) gamma[i] += m[i * p + j] * xvy[j];
  xvy.set(gamma);
  return choleskyLogDeterminant(xvx, p);
}
