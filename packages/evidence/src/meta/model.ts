import { choleskyInPlace, choleskyLogDeterminant, invertCholesky, thinQr } from "@materbone/numerics";
import { CollinearError, EffectRowError, TooFewRowsError } from "./meta-error.ts";
import type { Design, Effects } from "./meta-fit.ts";

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
  /** Upper triangle R, p x p, row-major; empty for an intercept alone. */
  readonly r: Float64Array;
  /** Weights 1 / (vi + tau²) of the last pass, length k. */
  readonly w: Float64Array;
  /** Residuals of the last pass, length k; empty for an intercept alone, see `residual`. */
  readonly e: Float64Array;
  /** (Q'WQ)⁻¹ of the last pass, p x p. */
  readonly a: Float64Array;
  /** Coefficients of Q of the last pass, length p. */
  readonly gamma: Float64Array;
  /** Room of a pass: two p x p matrices and a vector; empty for an intercept alone. */
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

const EMPTY = new Float64Array(0);

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
  const r = design === undefined ? EMPTY : new Float64Array(p * p);
  const q = design === undefined ? undefined : orthonormalColumns(design, k, r);
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
    e: q === undefined ? EMPTY : new Float64Array(k),
    a: new Float64Array(p * p),
    gamma: new Float64Array(p),
    m2: q === undefined ? EMPTY : new Float64Array(p * p),
    m3: q === undefined ? EMPTY : new Float64Array(p * p),
    s: q === undefined ? EMPTY : new Float64Array(p),
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

/** Residual of row i at the last pass. */
export function residual(model: Model, i: number): number {
  return model.q === undefined ? model.yi[i] - model.gamma[0] : model.e[i];
}

/** Weights 1 / (vi + tau²), coefficients, residuals, y'Py and log det(Q'WQ) at one tau² >= 0. */
export function weigh(model: Model, tau2: number): void {
  if (model.q === undefined) {
    weighMean(model, tau2);
    return;
  }
  const { k, vi, w } = model;
  for (let i = 0; i < k; i++) w[i] = 1 / (vi[i] + tau2);
  solveColumns(model, model.q);
}

/** The same with all weights 1. */
export function weighEqually(model: Model): void {
  model.w.fill(1);
  if (model.q === undefined) solveMean(model);
  else solveColumns(model, model.q);
}

/** `weigh`, and tr P, tr PP, y'PPy and y'PPPy with it. */
export function weighWithTraces(model: Model, tau2: number): void {
  if (model.q === undefined) {
    weighMeanWithTraces(model, tau2);
    return;
  }
  weigh(model, tau2);
  tracesOfColumns(model, model.q, tau2);
}

function weighMean(model: Model, tau2: number): void {
  const { k, vi, w } = model;
  for (let i = 0; i < k; i++) w[i] = 1 / (vi[i] + tau2);
  solveMean(model);
}

function solveMean(model: Model): void {
  const { k, yi, w } = model;
  let sumW = 0;
  let sumWy = 0;
  for (let i = 0; i < k; i++) {
    sumW += w[i];
    sumWy += w[i] * yi[i];
  }
  const mean = sumWy / sumW;
  let yPy = 0;
  for (let i = 0; i < k; i++) {
    const e = yi[i] - mean;
    yPy += w[i] * e * e;
  }
  keepMean(model, sumW, mean, yPy);
}

/** The pass that a pooled fit is made of: weights and their sums in one loop, residuals and their forms in a second. */
function weighMeanWithTraces(model: Model, tau2: number): void {
  const { k, yi, vi, w } = model;
  let sumW = 0;
  let sumWy = 0;
  let w2 = 0;
  let w3 = 0;
  for (let i = 0; i < k; i++) {
    const weight = 1 / (vi[i] + tau2);
    const weight2 = weight * weight;
    w[i] = weight;
    sumW += weight;
    sumWy += weight * yi[i];
    w2 += weight2;
    w3 += weight2 * weight;
  }
  const mean = sumWy / sumW;
  let yPy = 0;
  let yPPy = 0;
  let wwe = 0;
  let wwwee = 0;
  for (let i = 0; i < k; i++) {
    const weight = w[i];
    const e = yi[i] - mean;
    const we = weight * e;
    const wewe = we * we;
    yPy += we * e;
    yPPy += wewe;
    wwe += weight * we;
    wwwee += weight * wewe;
  }
  keepMean(model, sumW, mean, yPy);
  model.sumW2 = w2;
  keepTraces(model, tau2, sumW - w2 / sumW, w2 - (2 * w3) / sumW + (w2 / sumW) ** 2);
  model.yPPy = yPPy;
  model.yPPPy = wwwee - (wwe * wwe) / sumW;
}

function keepMean(model: Model, sumW: number, mean: number, yPy: number): void {
  model.gamma[0] = mean;
  model.a[0] = 1 / sumW;
  model.sumW = sumW;
  model.yPy = yPy;
  model.logDet = Math.log(sumW);
}

/**
 * P has k - p eigenvalues that are not 0, none below 1 / (viMax + tau²). Differences of very unlike weights may lose all
 * digits; they are not let below what follows from that.
 */
function keepTraces(model: Model, tau2: number, trP: number, trPP: number): void {
  const df = model.k - model.p;
  const least = df / (model.viMax + tau2);
  model.trP = trP > least ? trP : least;
  const leastSquare = df === 0 ? 0 : (model.trP * model.trP) / df;
  model.trPP = trPP > leastSquare ? trPP : leastSquare;
}

function solveColumns(model: Model, q: Float64Array): void {
  const { k, p, yi, w, e, a, gamma, m2, s } = model;
  let sumW = 0;
  for (let i = 0; i < k; i++) sumW += w[i];
  for (let c = 0; c < p; c++) {
    const qc = c * k;
    for (let d = 0; d <= c; d++) {
      const qd = d * k;
      let sum = 0;
      for (let i = 0; i < k; i++) sum += w[i] * q[qc + i] * q[qd + i];
      m2[c * p + d] = sum;
    }
    let sum = 0;
    for (let i = 0; i < k; i++) sum += w[i] * q[qc + i] * yi[i];
    s[c] = sum;
  }
  choleskyInPlace(m2, p);
  model.logDet = choleskyLogDeterminant(m2, p);
  invertCholesky(m2, p, a);
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
}

function tracesOfColumns(model: Model, q: Float64Array, tau2: number): void {
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
  const trPP = w2 - 2 * traceOfProduct(a, m3, p) + traceOfSquare(a, m2, p);
  keepTraces(model, tau2, model.sumW - traceOfProduct(a, m2, p), trPP);
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

/**
 * Columns of Q one after the other; R goes to `r`.
 *
 * @throws EffectRowError, CollinearError, TypeError
 */
function orthonormalColumns({ names, x }: Design, k: number, r: Float64Array): Float64Array {
  const p = names.length;
  if (p === 0) throw new TypeError("a design needs at least one column");
  if (x.length !== k * p)
    throw new TypeError(`a design of ${k} rows and ${p} columns needs ${k * p} numbers, got ${x.length}`);
  for (let i = 0; i < k * p; i++) if (x[i] - x[i] !== 0) throw new EffectRowError(Math.floor(i / p), "x", x[i]);
  const qr = thinQr(x, k, p);
  if (qr.dependent.length > 0) {
    const { column, madeOf } = qr.dependent[0];
    throw new CollinearError([names[column], ...madeOf.map((other) => names[other])]);
  }
  r.set(qr.r);
  const q = new Float64Array(k * p);
  for (let i = 0; i < k; i++) for (let c = 0; c < p; c++) q[c * k + i] = qr.q[i * p + c];
  return q;
}
