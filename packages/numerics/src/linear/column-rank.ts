/** Which columns of a matrix carry information of their own. */
export type ColumnRank = {
  readonly rank: number;
  /** Columns, in their order, that no earlier ones can make up. */
  readonly independent: readonly number[];
  readonly dependent: readonly DependentColumn[];
};

/** A column that is a combination of earlier ones. */
export type DependentColumn = {
  readonly column: number;
  /** The earlier independent columns that make it up; none when the column is zero. */
  readonly madeOf: readonly number[];
};

/** What is left of a column, as a part of its length, below which it counts as dependent: as R's `lm` does. */
const DEPENDENCE_TOLERANCE = 1e-7;

/**
 * Rank of a matrix by orthogonalising its columns from left to right, so that the later one of a dependent set is named.
 * Gram-Schmidt with a second pass (Giraud and others 2005): orthogonal to rounding.
 *
 * @param x - rows x columns, row-major
 * @param tolerance - relative to the length of each column, above 0
 * @throws RangeError when an element is not finite
 */
export function columnRank(
  x: Float64Array,
  rows: number,
  columns: number,
  tolerance: number = DEPENDENCE_TOLERANCE,
): ColumnRank {
  const basis: Float64Array[] = [];
  // R of X = QR over the independent columns, one column each.
  const upper: number[][] = [];
  const lengths: number[] = [];
  const independent: number[] = [];
  const dependent: DependentColumn[] = [];
  for (let column = 0; column < columns; column++) {
    const rest = new Float64Array(rows);
    for (let i = 0; i < rows; i++) rest[i] = x[i * columns + column];
    const length = norm(rest);
    if (!Number.isFinite(length)) throw new RangeError(`elements of column ${column + 1} must be finite`);
    const parts = basis.map(() => 0);
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach((unit, j) => {
        let dot = 0;
        for (let i = 0; i < rows; i++) dot += unit[i] * rest[i];
        for (let i = 0; i < rows; i++) rest[i] -= dot * unit[i];
        parts[j] += dot;
      });
    }
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
  return { rank: independent.length, independent, dependent };
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
