import type { StiffSystem, Switches } from "./stiff-system.ts";

/**
 * A system with a full Jacobian, factored by Gaussian elimination with partial pivoting: for small problems and tests.
 *
 * @param size - number of equations n
 * @param derivative - writes dy/dt, length n
 * @param jacobian - writes df/dy row by row, length n x n, and df/dt, length n; both arrive filled with 0
 * @throws RangeError when `size` is not a whole number above 0
 */
export function denseSystem(
  size: number,
  derivative: StiffSystem["derivative"],
  jacobian: StiffSystem["linearise"],
  switches?: Switches,
): StiffSystem {
  if (!(Number.isInteger(size) && size > 0)) throw new RangeError(`size must be a whole number above 0, got ${size}`);
  const n = size;
  const system: StiffSystem = {
    size,
    jacobianLength: n * n,
    // The factors, then the row that was exchanged with each row.
    factorsLength: n * n + n,
    derivative,
    linearise: (time, state, out, timeDerivative) => {
      out.fill(0);
      timeDerivative.fill(0);
      jacobian(time, state, out, timeDerivative);
    },
    factor: (matrix, shift, factors) => {
      for (let i = 0; i < n * n; i++) factors[i] = -matrix[i];
      for (let i = 0; i < n; i++) factors[i * n + i] += shift;
      return eliminate(n, factors);
    },
    solve: (factors, rightSide) => substitute(n, factors, rightSide),
  };
  return switches === undefined ? system : { ...system, switches };
}

function eliminate(n: number, a: Float64Array): boolean {
  for (let k = 0; k < n; k++) {
    let pivotRow = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i * n + k]) > Math.abs(a[pivotRow * n + k])) pivotRow = i;
    const pivot = a[pivotRow * n + k];
    if (!(Number.isFinite(pivot) && pivot !== 0)) return false;
    a[n * n + k] = pivotRow;
    if (pivotRow !== k) {
      for (let j = 0; j < n; j++) {
        const kept = a[k * n + j];
        a[k * n + j] = a[pivotRow * n + j];
        a[pivotRow * n + j] = kept;
      }
    }
    for (let i = k + 1; i < n; i++) {
      const factor = a[i * n + k] / pivot;
      a[i * n + k] = factor;
      if (factor !== 0) for (let j = k + 1; j < n; j++) a[i * n + j] -= factor * a[k * n + j];
    }
  }
  return true;
}

function substitute(n: number, a: Float64Array, x: Float64Array): void {
  for (let k = 0; k < n; k++) {
    const row = a[n * n + k];
    const kept = x[row];
    x[row] = x[k];
    x[k] = kept;
  }
  for (let i = 1; i < n; i++) {
    let sum = x[i];
    for (let j = 0; j < i; j++) sum -= a[i * n + j] * x[j];
    x[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i];
    for (let j = i + 1; j < n; j++) sum -= a[i * n + j] * x[j];
    x[i] = sum / a[i * n + i];
  }
}
