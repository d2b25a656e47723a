import { choleskyInPlace, choleskyLogDeterminant, invertCholesky } from "@materbone/numerics";
import { type DenseBlock, denseBlocks, fillBlock } from "./block-derivatives.ts";
import type { CovarianceModel } from "./covariance-model.ts";
import { type Evaluation, type Evaluator, type LikelihoodMethod, profileCoefficients } from "./evaluation.ts";
import { bilinear, finishInformation, traceOfProduct } from "./information.ts";

/** An evaluator that keeps the inverse of each block after a call. */
export type DenseEvaluator = Evaluator & {
  readonly blocks: readonly DenseBlock[];
  /** V⁻¹ of each block at the last coordinates, one after another. */
  readonly inverses: Float64Array;
};

/**
 * Evaluates a model by dense blocks: n³ for each block and coordinate.
 */
export function denseEvaluator(model: CovarianceModel): DenseEvaluator {
  const { k, p, coordinates: nc } = model;
  const blocks = denseBlocks(model);
  let largest = 0;
  let length = 0;
  for (const { n } of blocks) {
    largest = Math.max(largest, n);
    length += n * n;
  }
  const factor = new Float64Array(largest * largest);
  const inverses = new Float64Array(length);
  const w = new Float64Array(k * p);
  const pr = new Float64Array(k);
  const products = Array.from({ length: nc }, () => new Float64Array(largest * largest));
  const dr = new Float64Array(nc * largest);
  const vdr = new Float64Array(nc * largest);
  const dw = new Float64Array(nc * largest * p);
  const vdw = new Float64Array(largest * p);

  function evaluate(eta: Float64Array, method: LikelihoodMethod): Evaluation | undefined {
    let logDetV = 0;
    for (const block of blocks) {
      const { start, n, at } = block;
      fillBlock(model, block, eta, factor, 0);
      if (!choleskyInPlace(factor, n)) return undefined;
      logDetV += choleskyLogDeterminant(factor, n);
      const inverse = inverses.subarray(at, at + n * n);
      invertCholesky(factor, n, inverse);
      multiply(inverse, model.x, start * p, w, start * p, n, p);
      multiply(inverse, model.y, start, pr, start, n, 1);
    }
    const profiled = profileCoefficients(model, method, logDetV, w, pr);
    return profiled && { ...profiled, ...derivatives(profiled.m, method === "REML") };
  }

  function derivatives(m: Float64Array, restricted: boolean) {
    const gradient = new Float64Array(nc);
    const average = new Float64Array(nc * nc);
    const expected = new Float64Array(nc * nc);
    const second = new Float64Array(nc * nc);
    const xdx = new Float64Array(nc * p * p);
    const xddx = new Float64Array(nc * nc * p * p);
    // Wᵀ Dc r of each coordinate.
    const xdr = new Float64Array(nc * p);
    for (const { start, n, at, derivatives: ds, second: seconds } of blocks) {
      const inverse = inverses.subarray(at, at + n * n);
      for (let c = 0; c < nc; c++) {
        const d = ds[c];
        if (d === undefined) continue;
        multiply(d, pr, start, dr, c * largest, n, 1);
        multiply(d, w, start * p, dw, c * largest * p, n, p);
        multiply(inverse, dr, c * largest, vdr, c * largest, n, 1);
        multiplySquare(inverse, d, products[c], n);
        let trace = 0;
        let form = 0;
        for (let i = 0; i < n; i++) {
          trace += products[c][i * n + i];
          form += pr[start + i] * dr[c * largest + i];
          for (let a = 0; a < p; a++) {
            const wia = w[(start + i) * p + a];
            xdr[c * p + a] += wia * dr[c * largest + i];
            for (let b = 0; b < p; b++) xdx[(c * p + a) * p + b] += wia * dw[(c * largest + i) * p + b];
          }
        }
        gradient[c] += 0.5 * (form - trace);
      }
      for (let c = 0; c < nc; c++) {
        if (ds[c] === undefined) continue;
        multiply(inverse, dw, c * largest * p, vdw, 0, n, p);
        for (let d = 0; d < nc; d++) {
          if (ds[d] === undefined) continue;
          // (Dd W)ᵀ V⁻¹ (Dc W), stored once with the smaller coordinate first.
          const place = (d * nc + c) * p * p;
          if (d <= c) {
            for (let i = 0; i < n; i++)
              for (let a = 0; a < p; a++)
                for (let b = 0; b < p; b++) xddx[place + a * p + b] += dw[(d * largest + i) * p + a] * vdw[i * p + b];
          }
          if (d < c) continue;
          let dot = 0;
          for (let i = 0; i < n; i++) dot += dr[c * largest + i] * vdr[d * largest + i];
          average[c * nc + d] += 0.5 * dot;
          expected[c * nc + d] += 0.5 * traceOfProduct(products[c], 0, products[d], 0, n);
        }
      }
      for (const { c, d, matrix } of seconds) {
        let sum = 0;
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            const element = matrix[i * n + j];
            sum += element * (pr[start + i] * pr[start + j] - inverse[i * n + j]);
            if (restricted) sum += element * bilinear(m, p, w, (start + i) * p, w, (start + j) * p);
          }
        }
        second[c * nc + d] += 0.5 * sum;
      }
    }
    for (let c = 0; c < nc; c++) for (let d = 0; d < c; d++) second[c * nc + d] = second[d * nc + c];
    return finishInformation({ m, p, restricted, gradient, average, expected, xdx, xddx, xdr, second });
  }

  return { model, evaluate, blocks, inverses };
}

/** out = A B for a square A (n x n) and n x columns parts of B and out. */
function multiply(
  a: Float64Array,
  b: Float64Array,
  atB: number,
  out: Float64Array,
  atOut: number,
  n: number,
  columns: number,
): void {
  for (let i = 0; i < n; i++) {
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += a[i * n + j] * b[atB + j * columns + c];
      out[atOut + i * columns + c] = sum;
    }
  }
}

function multiplySquare(a: Float64Array, b: Float64Array, out: Float64Array, n: number): void {
  out.fill(0, 0, n * n);
  for (let i = 0; i < n; i++) {
    for (let m = 0; m < n; m++) {
      const value = a[i * n + m];
      for (let j = 0; j < n; j++) out[i * n + j] += value * b[m * n + j];
    }
  }
}
