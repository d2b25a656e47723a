/** Known covariance of errors by independent blocks of rows; rows of no block are an error of `buildCovarianceModel`. */
export type KnownCovariance = {
  readonly k: number;
  readonly blocks: readonly KnownBlock[];
};

export type KnownBlock = {
  /** Rows of the block, 0 to k - 1. */
  readonly rows: Int32Array;
  /** n x n, row-major, symmetric. */
  readonly v: Float64Array;
};

/** The variance of each row. */
export function knownVariances(known: Float64Array | KnownCovariance): Float64Array {
  if (known instanceof Float64Array) return known;
  const out = new Float64Array(known.k);
  for (const { rows, v } of known.blocks) for (let i = 0; i < rows.length; i++) out[rows[i]] = v[i * rows.length + i];
  return out;
}
