/** Lower Cholesky factor of a symmetric positive definite n x n matrix (row-major), in its lower triangle. */
export function choleskyInPlace(a: Float64Array, n: number): boolean {
  for (let j = 0; j < n; j++) {
    let diagonal = a[j * n + j];
    for (let m = 0; m < j; m++) diagonal -= a[j * n + m] ** 2;
    if (!(diagonal > 0)) return false;
    diagonal = Math.sqrt(diagonal);
    a[j * n + j] = diagonal;
    for (let i = j + 1; i < n; i++) {
      let sum = a[i * n + j];
      for (let m = 0; m < j; m++) sum -= a[i * n + m] * a[j * n + m];
      a[i * n + j] = sum / diagonal;
    }
  }
  return true;
}

/** Turns a Cholesky factor into the full inverse of the matrix that it is of. */
export function invertCholesky(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    a[j * n + j] = 1 / a[j * n + j];
    for (let i = j + 1; i < n; i++) {
      let sum = 0;
      for (let m = j; m < i; m++) sum -= a[i * n + m] * a[m * n + j];
      a[i * n + j] = sum / a[i * n + i];
    }
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let m = i; m < n; m++) sum += a[m * n + i] * a[m * n + j];
      a[i * n + j] = sum;
      a[j * n + i] = sum;
    }
  }
}
