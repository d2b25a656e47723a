import type { CoefficientTest } from "./methods.ts";
import type { Model } from "./model.ts";

/**
 * What the covariance (X'WX)⁻¹ is multiplied by, at the weights of the last pass: 1, or the weighted mean square of the
 * residuals (Knapp & Hartung 2003), which `adhoc` does not let fall below 1. 1 when no degrees of freedom are left.
 */
export function varianceFactor(model: Model, test: CoefficientTest): number {
  const df = model.k - model.p;
  if (df === 0 || test === "z" || test === "t") return 1;
  const mean = model.yPy / df;
  return test === "adhoc" ? Math.max(1, mean) : mean;
}

/** Coefficients of X = QR from those of Q: solves Rb = gamma into `out`, length p; `out` may be `gamma` itself. */
export function coefficientsOf(model: Model, out: Float64Array): void {
  const { p, r, gamma } = model;
  for (let j = 0; j < p; j++) out[j] = gamma[j];
  if (model.q !== undefined) solveUpper(r, p, out, 0, 1);
}

/** Covariance of the coefficients, R⁻¹(Q'WQ)⁻¹R⁻ᵀ times the factor, into `out`, p x p. */
export function covariance(model: Model, factor: number, out: Float64Array): void {
  const { p, r, a } = model;
  for (let i = 0; i < p * p; i++) out[i] = a[i] * factor;
  if (model.q === undefined) return;
  for (let column = 0; column < p; column++) solveUpper(r, p, out, column, p);
  for (let row = 0; row < p; row++) solveUpper(r, p, out, row * p, 1);
}

/** Solves Rx = b in place; b stands at `offset`, `offset + stride`, ... */
function solveUpper(r: Float64Array, p: number, b: Float64Array, offset: number, stride: number): void {
  for (let i = p - 1; i >= 0; i--) {
    let sum = b[offset + i * stride];
    for (let j = i + 1; j < p; j++) sum -= r[i * p + j] * b[offset + j * stride];
    b[offset + i * stride] = sum / r[i * p + i];
  }
}
