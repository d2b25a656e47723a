import { choleskyInPlace, invertCholesky } from "@materbone/numerics";
import { type Model, residual, traceOfProduct, traceOfSquare, weigh } from "../meta/model.ts";

/** Terms of the series in tau² beyond the value at its centre. */
const ORDER = 16;
/** Farthest that the series is used, in total variances of the most precise study; what is left out is below 1e-14. */
const FARTHEST = 0.1;
/** Leverage from which on a row's sums are no longer taken off those of all: digits would be lost. */
const MOST_LEVERAGE = 0.5;

/**
 * Sums over all rows of w^n zz', z = (q, e), and of w^n, at one tau² (the centre), from which a pass over all rows but one,
 * at this tau² or one close by, costs no loop over the rows.
 *
 * Sum n of powers of w = 1 / (vi + tau²) has the derivatives (-1)^m n (n + 1) ... (n + m - 1) times sum n + m. Weights are
 * in units of the largest, and residuals those of the centre, so that no digits cancel.
 */
export type Moments = {
  readonly model: Model;
  readonly centre: number;
  /** Total variance of the most precise study, the unit of weights. */
  readonly unit: number;
  /** Coefficients of Q at the centre. */
  readonly gamma: Float64Array;
  readonly residuals: Float64Array;
  /** Sums 1 ... powers, each of `size` numbers: lower triangle of zz', then w^n. */
  readonly sums: Float64Array;
  readonly powers: number;
  readonly size: number;
};

/** What a pass gives, as in `Model`, with the coefficients as changes from those of the centre. */
export type Pass = {
  /** (Q'WQ)⁻¹, p x p. */
  readonly a: Float64Array;
  readonly factor: Float64Array;
  readonly gamma: Float64Array;
  readonly m1: Float64Array;
  readonly m2: Float64Array;
  readonly m3: Float64Array;
  readonly z: Float64Array;
  sumW: number;
  sumW2: number;
  yPy: number;
  trP: number;
  trPP: number;
  yPPy: number;
  yPPPy: number;
};

/** @param hasSeries - whether tau² close by will be asked for too, by a series about the centre */
export function momentsAt(model: Model, centre: number, hasSeries: boolean): Moments {
  weigh(model, centre);
  const { k, p, q, w, viMin } = model;
  const unit = viMin + centre;
  const powers = hasSeries ? 3 + ORDER : 3;
  const size = ((p + 1) * (p + 2)) / 2 + 1;
  const sums = new Float64Array(powers * size);
  const residuals = Float64Array.from({ length: k }, (_, i) => residual(model, i));
  const z = new Float64Array(p + 1);
  const products = new Float64Array(size);
  for (let i = 0; i < k; i++) {
    rowOf(q, k, p, i, residuals[i], z);
    let at = 0;
    for (let c = 0; c <= p; c++) for (let d = 0; d <= c; d++) products[at++] = z[c] * z[d];
    products[at] = 1;
    const weight = w[i] * unit;
    let power = 1;
    for (let n = 0; n < powers; n++) {
      power *= weight;
      for (let s = 0; s < size; s++) sums[n * size + s] += power * products[s];
    }
  }
  return { model, centre, unit, gamma: model.gamma.slice(), residuals, sums, powers, size };
}

export function createPass(p: number): Pass {
  return {
    a: new Float64Array(p * p),
    factor: new Float64Array(p * p),
    gamma: new Float64Array(p),
    m1: new Float64Array((p + 1) * (p + 1)),
    m2: new Float64Array((p + 1) * (p + 1)),
    m3: new Float64Array((p + 1) * (p + 1)),
    z: new Float64Array(p + 1),
    sumW: 0,
    sumW2: 0,
    yPy: 0,
    trP: 0,
    trPP: 0,
    yPPy: 0,
    yPPPy: 0,
  };
}

/**
 * A pass over all rows but one.
 *
 * @param row - the row left out; -1 for none
 * @returns false, and nothing of use in `pass`, where the sums do not give it to full digits
 */
export function passWithout(moments: Moments, row: number, tau2: number, pass: Pass): boolean {
  const { model, centre, unit, residuals } = moments;
  const { k, p, q, vi } = model;
  const step = (tau2 - centre) / unit;
  if (!(Math.abs(step) <= FARTHEST) || (step !== 0 && moments.powers === 3)) return false;
  const { a, factor, m1, m2, m3, z } = pass;
  const n = p + 1;
  let weight = 0;
  if (row >= 0) {
    rowOf(q, k, p, row, residuals[row], z);
    weight = 1 / (vi[row] + tau2);
  }
  pass.sumW = sumsAt(moments, step, 1, m1, n);
  pass.sumW2 = sumsAt(moments, step, 2, m2, n);
  sumsAt(moments, step, 3, m3, n);
  if (row >= 0) {
    pass.sumW -= weight;
    pass.sumW2 -= weight * weight;
    for (let c = 0; c < n; c++) {
      for (let d = 0; d < n; d++) {
        const product = weight * z[c] * z[d];
        m1[c * n + d] -= product;
        m2[c * n + d] -= weight * product;
        m3[c * n + d] -= weight * weight * product;
      }
    }
  }
  for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) factor[c * p + d] = m1[c * n + d];
  if (!choleskyInPlace(factor, p)) return false;
  invertCholesky(factor, p, a);
  // With x the row's share in the sums of the others, its leverage among all is x / (1 + x).
  let share = 0;
  for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) share += z[c] * a[c * p + d] * z[d];
  if (!(weight * share <= MOST_LEVERAGE / (1 - MOST_LEVERAGE))) return false;
  solve(pass, p);
  return true;
}

/** Coefficients, quadratic forms and traces from the three sums. */
function solve(pass: Pass, p: number): void {
  const { a, gamma, m1, m2, m3 } = pass;
  const n = p + 1;
  for (let c = 0; c < p; c++) {
    let sum = 0;
    for (let d = 0; d < p; d++) sum += a[c * p + d] * m1[p * n + d];
    gamma[c] = sum;
  }
  pass.yPy = form(m1, gamma, p);
  pass.yPPy = form(m2, gamma, p);
  let yPPPy = form(m3, gamma, p);
  const u = new Float64Array(p);
  for (let c = 0; c < p; c++) {
    u[c] = m2[p * n + c];
    for (let d = 0; d < p; d++) u[c] -= m2[c * n + d] * gamma[d];
  }
  for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) yPPPy -= u[c] * a[c * p + d] * u[d];
  pass.yPPPy = yPPPy;
  const second = inner(m2, p);
  pass.trP = pass.sumW - traceOfProduct(a, second, p);
  pass.trPP = pass.sumW2 - 2 * traceOfProduct(a, inner(m3, p), p) + traceOfSquare(a, second, p);
}

/** Σ w^n (e - qg)². */
function form(m: Float64Array, gamma: Float64Array, p: number): number {
  const n = p + 1;
  let sum = m[p * n + p];
  for (let c = 0; c < p; c++) {
    sum -= 2 * gamma[c] * m[p * n + c];
    for (let d = 0; d < p; d++) sum += gamma[c] * m[c * n + d] * gamma[d];
  }
  return sum;
}

function inner(m: Float64Array, p: number): Float64Array {
  const out = new Float64Array(p * p);
  for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) out[c * p + d] = m[c * (p + 1) + d];
  return out;
}

/** Sum `power` of zz' at a step from the centre into `out`, (p + 1) x (p + 1); returns that of w^power. */
function sumsAt(
  { sums, size, powers, unit }: Moments,
  step: number,
  power: number,
  out: Float64Array,
  n: number,
): number {
  const scale = unit ** -power;
  const terms = step === 0 ? 1 : powers - power + 1;
  let last = 0;
  let at = 0;
  for (let c = 0; c <= n; c++) {
    // The entry past the triangle is the sum of the weights alone.
    for (let d = 0; d <= (c === n ? 0 : c); d++) {
      let factor = scale;
      let sum = 0;
      for (let m = 0; m < terms; m++) {
        sum += factor * sums[(power - 1 + m) * size + at];
        factor *= (-step * (power + m)) / (m + 1);
      }
      at++;
      if (c === n) last = sum;
      else {
        out[c * n + d] = sum;
        out[d * n + c] = sum;
      }
    }
  }
  return last;
}

/** (q, e) of a row; the column of ones without a design. */
function rowOf(q: Float64Array | undefined, k: number, p: number, i: number, e: number, out: Float64Array): void {
  if (q === undefined) out[0] = 1;
  else for (let c = 0; c < p; c++) out[c] = q[c * k + i];
  out[p] = e;
}
