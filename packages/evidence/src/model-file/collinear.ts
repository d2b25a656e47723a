/** A column counts as a combination of those before it when this share of its length, or less, is left beside them. */
const LEFT = 1e-9;

/** A column takes part in the combination when it contributes more than this share of the length. */
const SHARE = 1e-6;

/**
 * The first column of a design matrix that is a combination of the columns before it, found by orthogonalising twice
 * (Gram-Schmidt), with the columns it combines.
 *
 * @param x - k x p, row-major
 * @returns `undefined` when the matrix has full column rank
 */
export function collinearColumn(
  x: Float64Array,
  k: number,
  p: number,
): { readonly column: number; readonly others: readonly number[] } | undefined {
  const basis: Float64Array[] = [];
  /** Each direction of the basis as a combination of the columns. */
  const parts: Float64Array[] = [];
  for (let column = 0; column < p; column++) {
    const rest = Float64Array.from({ length: k }, (_, row) => x[row * p + column]);
    const length = norm(rest);
    const part = new Float64Array(p);
    part[column] = 1;
    for (let pass = 0; pass < 2; pass++) {
      for (let before = 0; before < column; before++) {
        const share = dot(basis[before], rest);
        for (let row = 0; row < k; row++) rest[row] -= share * basis[before][row];
        for (let other = 0; other < column; other++) part[other] -= share * parts[before][other];
      }
    }
    const left = norm(rest);
    if (!(left > LEFT * length)) {
      const others = Array.from({ length: column }, (_, other) => other).filter((other) => {
        const size = norm(Float64Array.from({ length: k }, (_, row) => x[row * p + other]));
        return Math.abs(part[other]) * size > SHARE * length;
      });
      return { column, others };
    }
    basis.push(rest.map((value) => value / left));
    parts.push(part.map((value) => value / left));
  }
  return undefined;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}
