import { thinQr } from "@materbone/numerics";
import { CollinearError, EffectRowError, TooFewRowsError } from "../meta/meta-error.ts";
import type { Car1Term, CovarianceTerm, LinearTerm } from "./covariance-term.ts";
import { coordinatesOf } from "./covariance-term.ts";
import { independentBlocks } from "./independent-blocks.ts";
import type { KnownCovariance } from "./known-covariance.ts";
import { knownVariances } from "./known-covariance.ts";
import { type NestedShape, nestedShape } from "./nested-shape.ts";

/** What is asked of a Gaussian model y = X b + e with Var(e) = V0 + the sum of its terms. */
export type CovarianceSpec = {
  readonly y: Float64Array;
  /** k x p, row-major; p may be 0. */
  readonly x: Float64Array;
  readonly names: readonly string[];
  /** V0: variances of the rows, or blocks; squared unit of y. */
  readonly known: Float64Array | KnownCovariance;
  readonly terms: readonly CovarianceTerm[];
};

/**
 * The model ready to be fitted. Rows are sorted so that independent blocks, and groups within them, stand together; the
 * design is made orthonormal (X = Q R) and y is replaced by its residual from ordinary least squares, so that neither the
 * origin nor the unit of a column costs digits.
 */
export type CovarianceModel = {
  readonly k: number;
  readonly p: number;
  readonly names: readonly string[];
  /** Row of the spec at each sorted place. */
  readonly order: Int32Array;
  readonly y: Float64Array;
  /** Q, k x p, row-major. */
  readonly x: Float64Array;
  /** R, p x p, row-major. */
  readonly r: Float64Array;
  /** Qᵀy: coefficients of Q by ordinary least squares. */
  readonly olsGamma: Float64Array;
  /** Diagonal of V0. */
  readonly v0: Float64Array;
  readonly terms: readonly CovarianceTerm[];
  /** First coordinate of each term, and the number of all. */
  readonly termStart: readonly number[];
  readonly coordinates: number;
  /** First row of each block, then k. */
  readonly blockStart: Int32Array;
  /** V0 of each block, n x n, one after another; `undefined` when V0 is diagonal. */
  readonly v0Blocks: Float64Array | undefined;
  readonly shape: NestedShape | { readonly kind: "dense" };
};

/** Rows of a block beyond which its dense matrix is refused. */
const LARGEST_BLOCK = 1000;

/**
 * Sorts the rows into independent blocks and chooses how they are solved.
 *
 * @param shape - `dense` forces matrices by block where nested intercepts would do without
 * @throws EffectRowError naming the row whose number is none, or whose variance is negative
 * @throws CollinearError naming the columns of a design that is not of full rank
 * @throws TooFewRowsError when there are not more rows than coefficients
 * @throws RangeError when one block is too large for its matrix
 */
export function buildCovarianceModel(spec: CovarianceSpec, shape: "fastest" | "dense" = "fastest"): CovarianceModel {
  const k = spec.y.length;
  const p = spec.names.length;
  requireRows(spec, k, p);
  const qr = thinQr(spec.x, k, p);
  for (const { column, madeOf } of qr.dependent) {
    throw new CollinearError([column, ...madeOf].map((j) => spec.names[j]));
  }
  const termStart: number[] = [];
  let coordinates = 0;
  for (const term of spec.terms) {
    termStart.push(coordinates);
    for (const component of term.components) coordinates += coordinatesOf(component);
  }
  const diagonal = spec.known instanceof Float64Array;
  const { order, blockStart } = independentBlocks(k, spec.terms, spec.known);
  const terms = spec.terms.map((term) => sortedTerm(term, order));
  const nested = diagonal && shape === "fastest" ? nestedShape(terms, termStart) : undefined;
  if (nested === undefined) requireSmallBlocks(blockStart);
  const olsGamma = new Float64Array(p);
  for (let i = 0; i < k; i++) for (let j = 0; j < p; j++) olsGamma[j] += qr.q[i * p + j] * spec.y[i];
  const residual = spec.y.slice();
  for (let i = 0; i < k; i++) for (let j = 0; j < p; j++) residual[i] -= qr.q[i * p + j] * olsGamma[j];
  return {
    k,
    p,
    names: spec.names,
    order,
    y: sortedRows(residual, order, 1),
    x: sortedRows(qr.q, order, p),
    r: qr.r,
    olsGamma,
    v0: sortedRows(knownVariances(spec.known), order, 1),
    terms,
    termStart,
    coordinates,
    blockStart,
    v0Blocks: spec.known instanceof Float64Array ? undefined : knownByBlock(spec.known, order, blockStart),
    shape: nested ?? { kind: "dense" },
  };
}

function requireRows({ y, x, known }: CovarianceSpec, k: number, p: number): void {
  if (x.length !== k * p) throw new TypeError(`a design of ${k} rows and ${p} columns has ${x.length} numbers`);
  if (!(k > p)) throw new TooFewRowsError(k, p);
  for (let i = 0; i < k; i++) if (!Number.isFinite(y[i])) throw new EffectRowError(i, "yi", y[i]);
  for (let i = 0; i < k * p; i++) if (!Number.isFinite(x[i])) throw new EffectRowError(Math.floor(i / p), "x", x[i]);
  if (known instanceof Float64Array) {
    if (known.length !== k) throw new TypeError(`${k} effects need as many variances, got ${known.length}`);
    for (let i = 0; i < k; i++) {
      if (!(known[i] >= 0 && known[i] < Number.POSITIVE_INFINITY)) throw new EffectRowError(i, "vi", known[i]);
    }
  } else if (known.k !== k) throw new TypeError(`the known covariance is of ${known.k} rows, the data of ${k}`);
}

function requireSmallBlocks(blockStart: Int32Array): void {
  for (let b = 0; b + 1 < blockStart.length; b++) {
    const rows = blockStart[b + 1] - blockStart[b];
    if (rows > LARGEST_BLOCK) {
      throw new RangeError(
        `one independent block has ${rows} rows, more than ${LARGEST_BLOCK}: the grouping is crossed`,
      );
    }
  }
}

function sortedTerm(term: CovarianceTerm, order: Int32Array): CovarianceTerm {
  const unit = order.map((row) => term.unit[row]);
  if (term.kind === "linear") return { ...term, unit, z: sortedRows(term.z, order, term.m) } satisfies LinearTerm;
  return {
    ...term,
    unit,
    time: sortedRows(term.time, order, 1),
    group: order.map((row) => term.group[row]),
    scale: sortedRows(term.scale, order, 1),
  } satisfies Car1Term;
}

function sortedRows(rows: Float64Array, order: Int32Array, columns: number): Float64Array {
  const out = new Float64Array(order.length * columns);
  for (let i = 0; i < order.length; i++) {
    for (let j = 0; j < columns; j++) out[i * columns + j] = rows[order[i] * columns + j];
  }
  return out;
}

/** V0 of each block from the blocks that it was given by. */
function knownByBlock(known: KnownCovariance, order: Int32Array, blockStart: Int32Array): Float64Array {
  const place = new Int32Array(order.length);
  order.forEach((row, i) => {
    place[row] = i;
  });
  const blockOf = new Int32Array(order.length);
  const offset: number[] = [];
  let length = 0;
  for (let b = 0; b + 1 < blockStart.length; b++) {
    offset.push(length);
    blockOf.fill(b, blockStart[b], blockStart[b + 1]);
    length += (blockStart[b + 1] - blockStart[b]) ** 2;
  }
  const out = new Float64Array(length);
  for (const { rows, v } of known.blocks) {
    const n = rows.length;
    for (let i = 0; i < n; i++) {
      const b = blockOf[place[rows[i]]];
      const width = blockStart[b + 1] - blockStart[b];
      const row = offset[b] + (place[rows[i]] - blockStart[b]) * width - blockStart[b];
      for (let j = 0; j < n; j++) out[row + place[rows[j]]] = v[i * n + j];
    }
  }
  return out;
}
