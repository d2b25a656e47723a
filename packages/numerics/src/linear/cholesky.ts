/**
 * Cholesky factor L of a symmetric positive definite matrix A = L Lᵀ, in place.
 *
 * @param a - n x n, row-major; only the lower triangle is read and overwritten, the upper one is left as it was
 * @param n - order, 0 or more
 * @returns `false` when A is not positive definite (or holds NaN); `a` is then half overwritten
 */
export function choleskyInPlace(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const ri = i * n;
    for (let j = 0; j < i; j++) {
      const rj = j * n;
      let sum = a[ri + j];
      for (let m = 0; m < j; m++) sum -= a[ri + m] * a[rj + m];
      a[ri + j] = sum / a[rj + j];
    }
    const diagonal = a[ri + i];
    let sum = diagonal;
    for (let m = 0; m < i; m++) sum -= a[ri + m] * a[ri + m];
    // What is left of a diagonal after its dependence on earlier rows is rounding below this size.
    if (!(sum > diagonal * 1e-15 && sum < Number.POSITIVE_INFINITY)) return false;
    a[ri + i] = Math.sqrt(sum);
  }
  return true;
}

/**
 * Natural logarithm of the determinant of A = L Lᵀ.
 *
 * @param l - factor by `choleskyInPlace`, n x n, row-major
 */
export function choleskyLogDeterminant(l: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(l[i * n + i]);
  return 2 * sum;
}

/**
 * Solution of A x = b for each of `columns` right sides, in place, by the factor of A.
 *
 * @param l - factor by `choleskyInPlace`, n x n, row-major
 * @param b - n x columns, row-major; overwritten by the solution
 * @param columns - number of right sides, default 1
 */
export function solveCholesky(l: Float64Array, n: number, b: Float64Array, columns: number = 1): void {
  solveLower(l, n, b, columns);
  for (let i = n - 1; i >= 0; i--) {
    for (let c = 0; c < columns; c++) {
      let sum = b[i * columns + c];
      for (let m = i + 1; m < n; m++) sum -= l[m * n + i] * b[m * columns + c];
      b[i * columns + c] = sum / l[i * n + i];
    }
  }
}

/**
 * Solution of L z = b (forward substitution alone), in place: zᵀz is then the quadratic form bᵀA⁻¹b.
 *
 * @param l - factor by `choleskyInPlace`, n x n, row-major
 * @param b - n x columns, row-major; overwritten by the solution
 */
export function solveLower(l: Float64Array, n: number, b: Float64Array, columns: number = 1): void {
  for (let i = 0; i < n; i++) {
    const ri = i * n;
    const pivot = l[ri + i];
    for (let c = 0; c < columns; c++) {
      let sum = b[i * columns + c];
      for (let m = 0; m < i; m++) sum -= l[ri + m] * b[m * columns + c];
      b[i * columns + c] = sum / pivot;
    }
  }
}

/**
 * The inverse of A = L Lᵀ, both triangles filled.
 *
 * @param l - factor by `choleskyInPlace`, n x n, row-major
 * @param out - n x n, row-major; overwritten, may not alias `l`
 */
export function invertCholesky(l: Float64Array, n: number, out: Float64Array): void {
  // The lower triangle of `out` first holds L⁻¹; then A⁻¹ = L⁻ᵀ L⁻¹, each row from the last column of it that counts.
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let m = j; m < i; m++) sum -= l[i * n + m] * out[m * n + j];
      out[i * n + j] = sum / l[i * n + i];
    }
    out[i * n + i] = 1 / l[i * n + i];
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let m = i; m < n; m++) sum += out[m * n + i] * out[m * n + j];
      out[i * n + j] = sum;
    }
    for (let j = 0; j < i; j++) out[j * n + i] = out[i * n + j];
  }
}
