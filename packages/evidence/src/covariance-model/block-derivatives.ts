import type { CovarianceModel } from "./covariance-model.ts";
import type { Car1Term, LinearTerm } from "./covariance-term.ts";

/** Rows `start` to `start + n` of the model as one dense block. */
export type DenseBlock = {
  readonly start: number;
  readonly n: number;
  /** Place of the block's first element in arrays that hold all blocks, n x n each. */
  readonly at: number;
  /** Dc of each coordinate, n x n; `undefined` when it is zero in this block. */
  readonly derivatives: readonly (Float64Array | undefined)[];
  /** Second derivatives of V, of autocorrelated residuals alone. */
  readonly second: readonly SecondDerivative[];
};

export type SecondDerivative = { readonly c: number; readonly d: number; readonly matrix: Float64Array };

/** All blocks of a model with the derivatives that do not change from call to call. */
export function denseBlocks(model: CovarianceModel): DenseBlock[] {
  const blocks: DenseBlock[] = [];
  let at = 0;
  for (let b = 0; b + 1 < model.blockStart.length; b++) {
    const start = model.blockStart[b];
    const n = model.blockStart[b + 1] - start;
    const derivatives: (Float64Array | undefined)[] = [];
    const second: SecondDerivative[] = [];
    for (const [t, term] of model.terms.entries()) {
      if (term.kind === "linear") {
        for (const matrix of term.matrices) derivatives.push(linearDerivative(term, matrix, start, n));
        continue;
      }
      const first = model.termStart[t];
      const coordinates = term.groups + 1;
      for (let c = 0; c < coordinates; c++) {
        derivatives.push(new Float64Array(n * n));
        for (let d = c; d < coordinates; d++) {
          second.push({ c: first + c, d: first + d, matrix: new Float64Array(n * n) });
        }
      }
    }
    blocks.push({ start, n, at, derivatives, second });
    at += n * n;
  }
  return blocks;
}

/** Z K Zᵀ within the units of one block. */
function linearDerivative(term: LinearTerm, matrix: Float64Array, start: number, n: number): Float64Array | undefined {
  const { unit, z, m } = term;
  const out = new Float64Array(n * n);
  let used = false;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const row = start + i;
      const other = start + j;
      if (unit[row] < 0 || unit[row] !== unit[other]) continue;
      let sum = 0;
      for (let a = 0; a < m; a++)
        for (let b = 0; b < m; b++) sum += z[row * m + a] * matrix[a * m + b] * z[other * m + b];
      out[i * n + j] = sum;
      out[j * n + i] = sum;
      used ||= sum !== 0;
    }
  }
  return used ? out : undefined;
}

/**
 * V of one block at given coordinates; refreshes the derivatives of autocorrelated residuals too.
 *
 * @param v - n x n from place `at` on; overwritten
 */
export function fillBlock(
  model: CovarianceModel,
  block: DenseBlock,
  eta: Float64Array,
  v: Float64Array,
  at: number,
): void {
  const { start, n, derivatives } = block;
  if (model.v0Blocks === undefined) {
    v.fill(0, at, at + n * n);
    for (let i = 0; i < n; i++) v[at + i * n + i] = model.v0[start + i];
  } else v.set(model.v0Blocks.subarray(block.at, block.at + n * n), at);
  for (let t = 0; t < model.terms.length; t++) {
    const term = model.terms[t];
    const first = model.termStart[t];
    if (term.kind === "car1") {
      fillCar1(term, block, first, eta, v, at);
      continue;
    }
    for (let c = first; c < first + term.matrices.length; c++) {
      const derivative = derivatives[c];
      const value = eta[c];
      if (derivative === undefined || value === 0) continue;
      for (let i = 0; i < n * n; i++) v[at + i] += value * derivative[i];
    }
  }
}

/** Adds Rij = σgi σgj ci cj u^e, e = |ti - tj| / gap, and writes its first and second derivatives. */
function fillCar1(
  term: Car1Term,
  { start, n, derivatives, second }: DenseBlock,
  first: number,
  eta: Float64Array,
  v: Float64Array,
  at: number,
): void {
  const { unit, time, group, groups, scale, gap } = term;
  const u = eta[first + groups];
  for (let c = 0; c <= groups; c++) derivatives[first + c]?.fill(0);
  const bySigma = (a: number, g: number, h: number, sg: number, sh: number): number =>
    (a === g ? sh : 0) + (a === h ? sg : 0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const place = i * n + j;
      const [row, other] = [start + i, start + j];
      const shared = unit[row] >= 0 && unit[row] === unit[other];
      const e = shared ? Math.abs(time[row] - time[other]) / gap : 0;
      const [g, h] = [group[row], group[other]];
      const [sg, sh] = [eta[first + g], eta[first + h]];
      const cc = shared ? scale[row] * scale[other] : 0;
      const power = cc * u ** e;
      const slope = e === 0 ? 0 : cc * e * u ** (e - 1);
      const bend = e === 0 ? 0 : cc * e * (e - 1) * u ** (e - 2);
      v[at + place] += sg * sh * power;
      for (let a = 0; a < groups; a++) {
        const derivative = derivatives[first + a];
        if (derivative !== undefined) derivative[place] = bySigma(a, g, h, sg, sh) * power;
      }
      const byU = derivatives[first + groups];
      if (byU !== undefined) byU[place] = sg * sh * slope;
      for (const { c, d, matrix } of second) {
        if (c < first || d > first + groups) continue;
        const [a, b] = [c - first, d - first];
        if (b < groups) matrix[place] = ((a === g && b === h ? 1 : 0) + (a === h && b === g ? 1 : 0)) * power;
        else if (a < groups) matrix[place] = bySigma(a, g, h, sg, sh) * slope;
        else matrix[place] = sg * sh * bend;
      }
    }
  }
}
