/** Eigenvalues in falling order, and the unit eigenvectors as columns (n x n, row-major) in the same order. */
export type SymmetricEigen = { readonly values: Float64Array; readonly vectors: Float64Array };

/** Sweeps that Jacobi's method may take; it needs under ten for any matrix of doubles. */
const MAX_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's cyclic rotations: n³ per sweep, meant for tens of rows.
 *
 * @param a - n x n, row-major, symmetric; not changed
 * @throws RangeError when an element is not finite
 * @see Golub and Van Loan, Matrix Computations (2013), section 8.5
 */
export function symmetricEigen(a: Float64Array, n: number): SymmetricEigen {
  for (let i = 0; i < n * n; i++) {
    if (!Number.isFinite(a[i])) throw new RangeError(`matrix elements must be finite: ${a[i]}`);
  }
  const work = a.slice(0, n * n);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS && rotateAll(work, vectors, n); sweep++);
  return inFallingOrder(work, vectors, n);
}

/** One sweep over all pairs; `false` when no element off the diagonal was large enough to turn away. */
function rotateAll(a: Float64Array, vectors: Float64Array, n: number): boolean {
  let turned = false;
  for (let p = 0; p < n - 1; p++) {
    for (let q = p + 1; q < n; q++) {
      const off = a[p * n + q];
      const app = a[p * n + p];
      const aqq = a[q * n + q];
      if (
        off === 0 ||
        (Math.abs(app) + Math.abs(off) === Math.abs(app) && Math.abs(aqq) + Math.abs(off) === Math.abs(aqq))
      ) {
        a[p * n + q] = 0;
        a[q * n + p] = 0;
        continue;
      }
      turned = true;
      const theta = (aqq - app) / (2 * off);
      const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
      const c = 1 / Math.hypot(t, 1);
      const s = t * c;
      for (let m = 0; m < n; m++) {
        const amp = a[m * n + p];
        const amq = a[m * n + q];
        a[m * n + p] = c * amp - s * amq;
        a[m * n + q] = s * amp + c * amq;
      }
      for (let m = 0; m < n; m++) {
        const apm = a[p * n + m];
        const aqm = a[q * n + m];
        a[p * n + m] = c * apm - s * aqm;
        a[q * n + m] = s * apm + c * aqm;
        const vmp = vectors[m * n + p];
        const vmq = vectors[m * n + q];
        vectors[m * n + p] = c * vmp - s * vmq;
        vectors[m * n + q] = s * vmp + c * vmq;
      }
      a[p * n + q] = 0;
      a[q * n + p] = 0;
    }
  }
  return turned;
}

function inFallingOrder(a: Float64Array, vectors: Float64Array, n: number): SymmetricEigen {
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j] - a[i * n + i]);
  const values = new Float64Array(n);
  const sorted = new Float64Array(n * n);
  order.forEach((from, to) => {
    values[to] = a[from * n + from];
    for (let m = 0; m < n; m++) sorted[m * n + to] = vectors[m * n + from];
  });
  return { values, vectors: sorted };
}
