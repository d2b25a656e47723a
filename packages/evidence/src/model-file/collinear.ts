/** A column counts as a combination of those before it when this share of its length, or less, is left beside them. */
const LEFT = 1e-9;

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
  for (let column = 0; column < p; column++) {
    const own = Float64Array.from({ length: k }, (_, row) => x[row * p + column]);
    const length = norm(own);
    const rest = own.slice();
    const involved = new Set<number>();
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach((direction, before) => {
        const share = dot(direction, rest);
        if (pass === 0 && Math.abs(share) > LEFT * length) involved.add(before);
        for (let row = 0; row < k; row++) rest[row] -= share * direction[row];
      });
    }
    const left = norm(rest);
    if (!(left > LEFT * length)) return { column, others: [...involved] };
    basis.push(rest.map((value) => value / left));
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
