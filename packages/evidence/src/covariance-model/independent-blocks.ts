import type { CovarianceTerm } from "./covariance-term.ts";
import type { KnownCovariance } from "./known-covariance.ts";

/** Rows sorted so that those that share any random effect or known covariance stand together. */
export type IndependentBlocks = {
  /** Row at each sorted place. */
  readonly order: Int32Array;
  /** First place of each block, then k. */
  readonly blockStart: Int32Array;
};

/**
 * Finds the smallest independent blocks of rows. Within a block, rows are sorted by the units of the terms, coarse ones
 * first, so that the groups of nested terms stand together too; blocks keep the order of their first rows.
 *
 * @throws RangeError when the known covariance has a row twice, leaves one out, is not symmetric or not finite
 */
export function independentBlocks(
  k: number,
  terms: readonly CovarianceTerm[],
  known: Float64Array | KnownCovariance,
): IndependentBlocks {
  const parent = Int32Array.from({ length: k }, (_, i) => i);
  for (const term of terms) {
    const first = new Int32Array(term.units).fill(-1);
    for (let i = 0; i < k; i++) {
      const unit = term.unit[i];
      if (unit < 0) continue;
      if (first[unit] < 0) first[unit] = i;
      else join(parent, first[unit], i);
    }
  }
  if (!(known instanceof Float64Array)) {
    requireKnown(known);
    for (const { rows } of known.blocks) for (let i = 1; i < rows.length; i++) join(parent, rows[0], rows[i]);
  }
  const root = new Int32Array(k);
  for (let i = 0; i < k; i++) root[i] = find(parent, i);
  // Stable sorts, the decisive one last.
  let order = Int32Array.from({ length: k }, (_, i) => i);
  const fineFirst = [...terms].sort((a, b) => b.units - a.units);
  for (const term of fineFirst) order = stableSort(order, firstRowOfUnit(term, k), k + 1);
  order = stableSort(order, root, k);
  let blocks = 0;
  for (let i = 0; i < k; i++) if (i === 0 || root[order[i]] !== root[order[i - 1]]) blocks++;
  const blockStart = new Int32Array(blocks + 1);
  blocks = 0;
  for (let i = 0; i < k; i++) if (i === 0 || root[order[i]] !== root[order[i - 1]]) blockStart[blocks++] = i;
  blockStart[blocks] = k;
  return { order, blockStart };
}

/** For each row the first row of its unit, so that the order of units is that of the rows and not of their numbers. */
function firstRowOfUnit({ unit, units }: CovarianceTerm, k: number): Int32Array {
  const first = new Int32Array(units).fill(-1);
  const out = new Int32Array(k);
  for (let i = 0; i < k; i++) {
    const u = unit[i];
    if (u >= 0 && first[u] < 0) first[u] = i;
    out[i] = u < 0 ? k : first[u];
  }
  return out;
}

/** Rows in the order of their keys, 0 to range - 1; rows of one key keep their order. */
function stableSort(rows: Int32Array, keys: Int32Array, range: number): Int32Array<ArrayBuffer> {
  const place = new Int32Array(range + 1);
  for (let i = 0; i < rows.length; i++) place[keys[i] + 1]++;
  for (let key = 0; key < range; key++) place[key + 1] += place[key];
  const out = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[place[keys[rows[i]]]++] = rows[i];
  return out;
}

/** The smallest row of a set is its root. */
function find(parent: Int32Array, row: number): number {
  let i = row;
  while (parent[i] !== i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

function join(parent: Int32Array, a: number, b: number): void {
  const [ra, rb] = [find(parent, a), find(parent, b)];
  if (ra < rb) parent[rb] = ra;
  else parent[ra] = rb;
}

function requireKnown(known: KnownCovariance): void {
  const seen = new Uint8Array(known.k);
  for (const { rows, v } of known.blocks) {
    const n = rows.length;
    if (v.length !== n * n) throw new TypeError(`a block of ${n} rows has ${v.length} covariances`);
    for (let i = 0; i < n; i++) {
      if (!(rows[i] >= 0 && rows[i] < known.k)) throw new RangeError(`a block names row ${rows[i] + 1} of ${known.k}`);
      if (seen[rows[i]] === 1) throw new RangeError(`row ${rows[i] + 1} stands in two blocks of the known covariance`);
      seen[rows[i]] = 1;
      if (!(v[i * n + i] >= 0)) throw new RangeError(`row ${rows[i] + 1} has the known variance ${v[i * n + i]}`);
      for (let j = 0; j < n; j++) {
        const value = v[i * n + j];
        if (!Number.isFinite(value) || value !== v[j * n + i]) {
          throw new RangeError(
            `known covariance of rows ${rows[i] + 1} and ${rows[j] + 1} is not symmetric and finite`,
          );
        }
      }
    }
  }
  const missing = seen.indexOf(0);
  if (missing >= 0) throw new RangeError(`row ${missing + 1} has no known variance`);
}
