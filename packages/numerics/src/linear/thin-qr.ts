/** A column that is a combination of earlier ones. */
export type DependentColumn = {
  readonly column: number;
  /** The earlier independent columns that make it up; none when the column is zero. */
  readonly madeOf: readonly number[];
};

/** X = Q R over the independent columns of X. */
export type ThinQr = {
  readonly rank: number;
  /** Columns, in their order, that no earlier ones can make up. */
  readonly independent: readonly number[];
  readonly dependent: readonly DependentColumn[];
  /** rows x rank, row-major, with orthonormal columns. */
  readonly q: Float64Array;
  /** rank x rank, row-major, upper triangular with a diagonal above 0. */
  readonly r: Float64Array;
};

/** What is left of a column, as a part of its length, below which it counts as dependent: as R's `lm` does. */
const DEPENDENCE_TOLERANCE = 1e-7;

/**
 * QR decomposition that takes the columns from left to right, so that the later one of a dependent set is named.
 * Gram-Schmidt with a second pass, which is orthogonal to rounding (Giraud and others 2005).
 *
 * @param x - rows x columns, row-major
 * @param tolerance - relative to the length of each column, above 0
 * @throws RangeError when an element is not finite
 */
export function thinQr(
  x: Float64Array,
  rows: number,
  columns: number,
  tolerance: number = DEPENDENCE_TOLERANCE,
): ThinQr {
  const basis: Float64Array[] = [];
  // R by columns, and the lengths of the columns it belongs to.
  const upper: number[][] = [];
  const lengths: number[] = [];
  const independent: number[] = [];
  const dependent: DependentColumn[] = [];
  for (let column = 0; column < columns; column++) {
    const rest = new Float64Array(rows);
    for (let i = 0; i < rows; i++) rest[i] = x[i * columns + column];
    const length = norm(rest);
    if (!Number.isFinite(length)) throw new RangeError(`elements of column ${column + 1} must be finite`);
    const parts = takeAway(basis, rest);
    const left = norm(rest);
    if (left > tolerance * length) {
      for (let i = 0; i < rows; i++) rest[i] /= left;
      basis.push(rest);
      upper.push([...parts, left]);
      lengths.push(length);
      independent.push(column);
    } else {
      const madeOf = combination(upper, parts)
        .map((coefficient, j) => (Math.abs(coefficient) * lengths[j] > tolerance * length ? independent[j] : -1))
        .filter((j) => j >= 0);
      dependent.push({ column, madeOf });
    }
  }
  const rank = basis.length;
  const q = new Float64Array(rows * rank);
  const r = new Float64Array(rank * rank);
  for (let j = 0; j < rank; j++) {
    for (let i = 0; i < rows; i++) q[i * rank + j] = basis[j][i];
    for (let i = 0; i <= j; i++) r[i * rank + j] = upper[j][i];
  }
  return { rank, independent, dependent, q, r };
}

/** Takes the parts along the unit vectors of the basis from a vector, in place, and returns them. */
function takeAway(basis: readonly Float64Array[], vector: Float64Array): number[] {
  const parts = basis.map(() => 0);
  for (let pass = 0; pass < 2; pass++) {
    for (let j = 0; j < basis.length; j++) {
      const unit = basis[j];
      let dot = 0;
      for (let i = 0; i < vector.length; i++) dot += unit[i] * vector[i];
      for (let i = 0; i < vector.length; i++) vector[i] -= dot * unit[i];
      parts[j] += dot;
    }
  }
  return parts;
}

/** Coefficients of the independent columns: solution of R c = parts, R given by columns. */
function combination(upper: readonly (readonly number[])[], parts: readonly number[]): number[] {
  const c = [...parts];
  for (let j = c.length - 1; j >= 0; j--) {
    c[j] /= upper[j][j];
    for (let i = 0; i < j; i++) c[i] -= upper[j][i] * c[j];
  }
  return c;
}

/** Euclidean length without overflow; NaN when an element is not a number. */
function norm(v: Float64Array): number {
  let largest = 0;
  for (const value of v) if (!(Math.abs(value) <= largest)) largest = Math.abs(value);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (const value of v) sum += (value / largest) ** 2;
  return largest * Math.sqrt(sum);
}
