import type { CovarianceFit } from "./fit-covariance.ts";

/** Coefficients of the design as it was given, and their covariance. */
export type FixedEffects = {
  /** Length p. */
  readonly beta: Float64Array;
  /** p x p, row-major. */
  readonly vcov: Float64Array;
};

/** Turns the coefficients of the orthonormal design back: b = R⁻¹ gamma, covariance R⁻¹ M R⁻ᵀ. */
export function fixedEffects({ model, evaluation }: Pick<CovarianceFit, "model" | "evaluation">): FixedEffects {
  const beta = model.olsGamma.map((value, j) => value + evaluation.gamma[j]);
  solveUpper(model.r, model.p, beta, 0, 1);
  return { beta, vcov: inDesign(model.r, model.p, evaluation.m) };
}

/** R⁻¹ A R⁻ᵀ of a symmetric p x p matrix. */
export function inDesign(r: Float64Array, p: number, a: Float64Array): Float64Array {
  const out = a.slice();
  for (let column = 0; column < p; column++) solveUpper(r, p, out, column, p);
  for (let row = 0; row < p; row++) solveUpper(r, p, out, row * p, 1);
  for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) out[i * p + j] = out[j * p + i];
  return out;
}

/** Weights of the coefficients of the orthonormal design that make the same sum as `weights` of the design's: R⁻ᵀ l. */
export function orthonormalWeights(r: Float64Array, p: number, weights: Float64Array): Float64Array {
  const out = weights.slice();
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) out[i] -= r[j * p + i] * out[j];
    out[i] /= r[i * p + i];
  }
  return out;
}

/** Solves Rx = b in place; b stands at `offset`, `offset + stride` and so on. */
function solveUpper(r: Float64Array, p: number, b: Float64Array, offset: number, stride: number): void {
  for (let i = p - 1; i >= 0; i--) {
    let sum = b[offset + i * stride];
    for (let j = i + 1; j < p; j++) sum -= r[i * p + j] * b[offset + j * stride];
    b[offset + i * stride] = sum / r[i * p + i];
  }
}
