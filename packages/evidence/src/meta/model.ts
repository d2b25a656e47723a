import { CollinearError, EffectRowError, TooFewRowsError } from "./meta-error.ts";
import type { Design, Effects } from "./meta-fit.ts";
import { choleskyInPlace, invertCholesky } from "./small-matrix.ts";

/**
 * Effects and design in the coordinates in which a fit is computed, with the room that its passes need.
 *
 * The columns of a design are made orthonormal, X = QR. The matrix P = W - WX(X'WX)⁻¹X'W, of which every estimator of
 * tau² is made, is the same for Q as for X, and Q keeps its digits where columns like a calendar year would lose them.
 * No k x k matrix is ever formed: a pass costs O(kp²).
 */
export type Model = {
  readonly k: number;
  readonly p: number;
  /** Effects, length k; may be overwritten by refits. */
  readonly yi: Float64Array;
  readonly vi: Float64Array;
  readonly viMin: number;
  readonly viMax: number;
  /** Orthonormal columns, column j from j * k on; `undefined` for an intercept alone, whose column is of ones. */
  readonly q: Float64Array | undefined;
  /** Upper triangle R, p x p, row-major. */
  readonly r: Float64Array;
  /** Weights 1 / (vi + tau²) of the last pass, length k. */
  readonly w: Float64Array;
  /** Residuals of the last pass, length k. */
  readonly e: Float64Array;
  /** (Q'WQ)⁻¹ of the last pass, p x p. */
  readonly a: Float64Array;
  /** Coefficients of Q of the last pass, length p. */
  readonly gamma: Float64Array;
  readonly m2: Float64Array;
  readonly m3: Float64Array;
  readonly s: Float64Array;
  /** Sum of the weights. */
  sumW: number;
  sumW2: number;
  /** y'Py, the weighted residual sum of squares. */
  yPy: number;
  /** log det(Q'WQ). */
  logDet: number;
  trP: number;
  trPP: number;
  yPPy: number;
  yPPPy: number;
};

/** Share of a column's length below which what is left of it counts as rounding. */
const COLLINEAR = 1e-9;

/**
 * @throws EffectRowError when an effect is not finite or a variance not finite and above 0
 * @throws TooFewRowsError when there are fewer rows than coefficients
 * @throws CollinearError when the design is not of full column rank
 */
export function createModel(effects: Effects, design: Design | undefined): Model {
  const { yi, vi } = effects;
  const k = yi.length;
  if (vi.length !== k) throw new TypeError(`${k} effects need as many variances, got ${vi.length}`);
  let viMin = Number.POSITIVE_INFINITY;
  let viMax = 0;
  for (let i = 0; i < k; i++) {
    const y = yi[i];
    const v = vi[i];
    // A finite number less itself is 0; Infinity and NaN are not.
    if (y - y !== 0) throw new EffectRowError(i, "yi", y);
    if (!(v > 0 && v < Number.POSITIVE_INFINITY)) throw new EffectRowError(i, "vi", v);
    if (v < viMin) viMin = v;
    if (v > viMax) viMax = v;
  }
  const p = design === undefined ? 1 : design.names.length;
  if (k < p || k === 0) throw new TooFewRowsError(k, p);
  const r = new Float64Array(p * p);
  const q = design === undefined ? undefined : orthonormal(design, k, r);
  if (q === undefined) r[0] = 1;
  const square = q === undefined ? r : new Float64Array(2 * p * p);
  return {
    k,
    p,
    yi,
    vi,
    viMin,
    viMax,
    q,
    r,
    w: new Float64Array(k),
    e: new Float64Array(k),
    a: new Float64Array(p * p),
    gamma: new Float64Array(p),
    m2: square.subarray(0, p * p),
    m3: square.subarray(p * p),
    s: q === undefined ? r : new Float64Array(p),
    sumW: 0,
    sumW2: 0,
    yPy: 0,
    logDet: 0,
    trP: 0,
    trPP: 0,
    yPPy: 0,
    yPPPy: 0,
  };
}

/** Weights 1 / (vi + tau²), coefficients, residuals, y'Py and log det(Q'WQ) at one tau² >= 0. */
export function weigh(model: Model, tau2: number): void {
  const { k, vi, w } = model;
  for (let i = 0; i < k; i++) w[i] = 1 / (vi[i] + tau2);
  solveWeighted(model);
}

/** The same at the weights that stand in `w`. */
export function solveWeighted(model: Model): void {
  if (model.q === undefined) solveMean(model);
  else solveColumns(model, model.q);
}

/** tr P, tr PP, y'PPy and y'PPPy at the weights and residuals of the last pass. */
export function traces(model: Model): void {
  if (model.q === undefined) tracesOfMean(model);
  else tracesOfColumns(model, model.q);
}

function solveMean(model: Model): void {
  const { k, yi, w, e } = model;
  let sumW = 0;
  let sumWy = 0;
  for (let i = 0; i < k; i++) {
    sumW += w[i];
    sumWy += w[i] * yi[i];
  }
  const mean = sumWy / sumW;
  let yPy = 0;
  for (let i = 0; i < k; i++) {
    const residual = yi[i] - mean;
    e[i] = residual;
    yPy += w[i] * residual * residual;
  }
  model.gamma[0] = mean;
  model.a[0] = 1 / sumW;
  model.sumW = sumW;
  model.yPy = yPy;
  model.logDet = Math.log(sumW);
}

function tracesOfMean(model: Model): void {
  const { k, w, e, sumW } = model;
  let w2 = 0;
  let w3 = 0;
  let yPPy = 0;
  let wwe = 0;
  let wwwee = 0;
  for (let i = 0; i < k; i++) {
    const weight = w[i];
    const weight2 = weight * weight;
    const we = weight * e[i];
    w2 += weight2;
    w3 += weight2 * weight;
    yPPy += we * we;
    wwe += weight * we;
    wwwee += weight * we * we;
  }
  model.sumW2 = w2;
  model.trP = sumW - w2 / sumW;
  model.trPP = w2 - (2 * w3) / sumW + (w2 / sumW) ** 2;
  model.yPPy = yPPy;
  model.yPPPy = wwwee - (wwe * wwe) / sumW;
}

function solveColumns(model: Model, q: Float64Array): void {
  const { k, p, yi, w, e, a, gamma, s } = model;
  let sumW = 0;
  for (let i = 0; i < k; i++) sumW += w[i];
  for (let c = 0; c < p; c++) {
    const qc = c * k;
    for (let d = 0; d <= c; d++) {
      const qd = d * k;
      let sum = 0;
      for (let i = 0; i < k; i++) sum += w[i] * q[qc + i] * q[qd + i];
      a[c * p + d] = sum;
    }
    let sum = 0;
    for (let i = 0; i < k; i++) sum += w[i] * q[qc + i] * yi[i];
    s[c] = sum;
  }
  choleskyInPlace(a, p);
  let logDet = 0;
  for (let c = 0; c < p; c++) logDet += 2 * Math.log(a[c * p + c]);
  invertCholesky(a, p);
  for (let i = 0; i < k; i++) e[i] = yi[i];
  for (let c = 0; c < p; c++) {
    let sum = 0;
    for (let d = 0; d < p; d++) sum += a[c * p + d] * s[d];
    gamma[c] = sum;
    const qc = c * k;
    for (let i = 0; i < k; i++) e[i] -= q[qc + i] * sum;
  }
  let yPy = 0;
  for (let i = 0; i < k; i++) yPy += w[i] * e[i] * e[i];
  model.sumW = sumW;
  model.yPy = yPy;
  model.logDet = logDet;
}

function tracesOfColumns(model: Model, q: Float64Array): void {
  const { k, p, w, e, a, m2, m3, s } = model;
  let w2 = 0;
  let yPPy = 0;
  let yPPPy = 0;
  for (let i = 0; i < k; i++) {
    const we = w[i] * e[i];
    w2 += w[i] * w[i];
    yPPy += we * we;
    yPPPy += w[i] * we * we;
  }
  for (let c = 0; c < p; c++) {
    const qc = c * k;
    for (let d = 0; d <= c; d++) {
      const qd = d * k;
      let second = 0;
      let third = 0;
      for (let i = 0; i < k; i++) {
        const term = w[i] * w[i] * q[qc + i] * q[qd + i];
        second += term;
        third += w[i] * term;
      }
      m2[c * p + d] = second;
      m2[d * p + c] = second;
      m3[c * p + d] = third;
      m3[d * p + c] = third;
    }
    let sum = 0;
    for (let i = 0; i < k; i++) sum += w[i] * w[i] * e[i] * q[qc + i];
    s[c] = sum;
  }
  for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) yPPPy -= s[c] * a[c * p + d] * s[d];
  model.sumW2 = w2;
  model.trP = model.sumW - traceOfProduct(a, m2, p);
  model.trPP = w2 - 2 * traceOfProduct(a, m3, p) + traceOfSquare(a, m2, p);
  model.yPPy = yPPy;
  model.yPPPy = yPPPy;
}

/** tr(AB) of two symmetric p x p matrices. */
export function traceOfProduct(a: Float64Array, b: Float64Array, p: number): number {
  let trace = 0;
  for (let i = 0; i < p * p; i++) trace += a[i] * b[i];
  return trace;
}

/** tr(ABAB) of two symmetric p x p matrices. */
export function traceOfSquare(a: Float64Array, b: Float64Array, p: number): number {
  let trace = 0;
  for (let c = 0; c < p; c++) {
    for (let d = 0; d < p; d++) {
      let cd = 0;
      let dc = 0;
      for (let m = 0; m < p; m++) {
        cd += a[c * p + m] * b[m * p + d];
        dc += a[d * p + m] * b[m * p + c];
      }
      trace += cd * dc;
    }
  }
  return trace;
}

/** Gram-Schmidt with a second turn, which leaves Q orthonormal to rounding (Giraud et al. 2005). Fills `r`. */
function orthonormal(design: Design, k: number, r: Float64Array): Float64Array {
  const { names, x } = design;
  const p = names.length;
  if (p === 0) throw new TypeError("a design needs at least one column");
  if (x.length !== k * p)
    throw new TypeError(`a design of ${k} rows and ${p} columns needs ${k * p} numbers, got ${x.length}`);
  for (let i = 0; i < k * p; i++) if (x[i] - x[i] !== 0) throw new EffectRowError(Math.floor(i / p), "x", x[i]);
  const q = new Float64Array(k * p);
  for (let j = 0; j < p; j++) {
    const qj = j * k;
    let length = 0;
    for (let i = 0; i < k; i++) {
      q[qj + i] = x[i * p + j];
      length += q[qj + i] ** 2;
    }
    length = Math.sqrt(length);
    for (let turn = 0; turn < 2; turn++) {
      for (let c = 0; c < j; c++) {
        const qc = c * k;
        let along = 0;
        for (let i = 0; i < k; i++) along += q[qc + i] * q[qj + i];
        for (let i = 0; i < k; i++) q[qj + i] -= along * q[qc + i];
        r[c * p + j] += along;
      }
    }
    let left = 0;
    for (let i = 0; i < k; i++) left += q[qj + i] ** 2;
    left = Math.sqrt(left);
    if (!(left > COLLINEAR * length)) throw new CollinearError([names[j], ...combination(r, p, j, length, names)]);
    r[j * p + j] = left;
    for (let i = 0; i < k; i++) q[qj + i] /= left;
  }
  return q;
}

/** Names of the columns before j whose combination column j is: R c = r_j solved backwards. */
function combination(r: Float64Array, p: number, j: number, length: number, names: readonly string[]): string[] {
  const involved: string[] = [];
  const c = new Float64Array(j);
  for (let row = j - 1; row >= 0; row--) {
    let sum = r[row * p + j];
    for (let m = row + 1; m < j; m++) sum -= r[row * p + m] * c[m];
    c[row] = sum / r[row * p + row];
    let size = 0;
    for (let m = 0; m <= row; m++) size += r[m * p + row] ** 2;
    if (Math.abs(c[row]) * Math.sqrt(size) > COLLINEAR * length) involved.unshift(names[row]);
  }
  return involved;
}
