import { symmetricEigen } from "@materbone/numerics";
import type { MatrixComponent } from "./covariance-term.ts";

/**
 * A positive semidefinite matrix G of order m and rank r by its eigenvalues and eigenvectors. At a boundary (r < m) the
 * iterations move within the matrices of rank r; a direction out of the boundary is opened again when the likelihood
 * would rise along it.
 */
export type MatrixState = {
  readonly kind: "matrix";
  readonly component: MatrixComponent;
  readonly rank: number;
  /** Eigenvalues above 0, length rank. */
  readonly values: Float64Array;
  /** Orthonormal columns, m x m, row-major: eigenvectors, then the null space. */
  readonly basis: Float64Array;
  /** Eigenvalues at or below this are zero. */
  readonly floor: number;
};

export type MatrixDirections = {
  readonly kind: "matrix";
  /** The state with its null space turned to the directions. */
  readonly state: MatrixState;
  /** Change of the coordinates by a unit step along each direction. */
  readonly columns: readonly Float64Array[];
  /** What the second order of each direction adds to the information. */
  readonly curvature: readonly number[];
  /** Whether a direction leaves the boundary. */
  readonly release: readonly boolean[];
};

/** State of a known or starting matrix (m x m, row-major). */
export function matrixState(component: MatrixComponent, g: Float64Array, floor: number): MatrixState {
  const { values, vectors } = symmetricEigen(g, component.order);
  let rank = 0;
  while (rank < component.order && values[rank] > floor) rank++;
  return { kind: "matrix", component, rank, values: values.slice(0, rank), basis: vectors, floor };
}

/** G, m x m. */
export function matrixOf({ component, rank, values, basis }: MatrixState): Float64Array {
  const m = component.order;
  if (component.fixed !== undefined) return component.fixed;
  const g = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let a = 0; a < rank; a++) sum += basis[i * m + a] * values[a] * basis[j * m + a];
      g[i * m + j] = sum;
      g[j * m + i] = sum;
    }
  }
  return g;
}

/** Coordinates of a symmetric matrix: its upper triangle, row by row. */
export function upperTriangle(g: Float64Array, m: number): Float64Array {
  const out = new Float64Array((m * (m + 1)) / 2);
  let c = 0;
  for (let i = 0; i < m; i++) for (let j = i; j < m; j++) out[c++] = g[i * m + j];
  return out;
}

/**
 * Directions from a state: changes within the range of G, rotations into its null space, and at most one new direction,
 * the one along which the likelihood rises fastest.
 *
 * @param gradient - by the coordinates of the component
 */
export function matrixDirections(state: MatrixState, gradient: Float64Array): MatrixDirections {
  const { component, rank: r, values } = state;
  const m = component.order;
  if (component.fixed !== undefined) return { kind: "matrix", state, columns: [], curvature: [], release: [] };
  const slopes = nullSlopes(state, gradient);
  const basis = slopes.basis;
  const columns: Float64Array[] = [];
  const curvature: number[] = [];
  const release: boolean[] = [];
  const add = (a: number, b: number, curve: number, opens: boolean): void => {
    const change = new Float64Array(m * m);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < m; j++) {
        const ab = basis[i * m + a] * basis[j * m + b];
        change[i * m + j] = a === b ? ab : ab + basis[i * m + b] * basis[j * m + a];
      }
    }
    columns.push(upperTriangle(change, m));
    curvature.push(curve);
    release.push(opens);
  };
  for (let a = 0; a < r; a++) for (let b = a; b < r; b++) add(a, b, 0, false);
  for (let a = 0; a < r; a++) {
    for (let n = r; n < m; n++) {
      // Turning an eigenvector into the null space also adds a second-order part there, where the likelihood falls.
      add(a, n, (-2 * Math.min(0, slopes.values[n - r])) / values[a], false);
    }
  }
  if (r < m && slopes.values[0] > 0) add(r, r, 0, true);
  return { kind: "matrix", state: { ...state, basis }, columns, curvature, release };
}

/** Derivatives of the likelihood in the null space of G, with the null space turned to their axes, steepest first. */
function nullSlopes({ component, rank: r, basis }: MatrixState, gradient: Float64Array) {
  const m = component.order;
  const n = m - r;
  if (n === 0) return { values: new Float64Array(0), basis };
  const full = new Float64Array(m * m);
  let c = 0;
  for (let i = 0; i < m; i++) {
    for (let j = i; j < m; j++) {
      const value = i === j ? gradient[c] : gradient[c] / 2;
      full[i * m + j] = value;
      full[j * m + i] = value;
      c++;
    }
  }
  const inner = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      for (let i = 0; i < m; i++)
        for (let j = 0; j < m; j++) inner[a * n + b] += basis[i * m + r + a] * full[i * m + j] * basis[j * m + r + b];
    }
  }
  const { values, vectors } = symmetricEigen(inner, n);
  const turned = basis.slice();
  for (let i = 0; i < m; i++) {
    for (let a = 0; a < n; a++) {
      let sum = 0;
      for (let b = 0; b < n; b++) sum += basis[i * m + r + b] * vectors[b * n + a];
      turned[i * m + r + a] = sum;
    }
  }
  return { values, basis: turned };
}

/**
 * The state after a step along `matrixDirections`: with M = diag(values) + A in the range of G and B the turn into its
 * null space, G becomes [M; Bᵀ] M⁻¹ [M, B], of the same rank; eigenvalues of M that fall to zero leave it.
 *
 * @param step - one number for each direction
 */
export function movedMatrix(state: MatrixState, step: Float64Array): MatrixState {
  const { component, rank: r, values, basis, floor } = state;
  const m = component.order;
  if (step.length === 0) return state;
  const range = new Float64Array(r * r);
  let d = 0;
  for (let a = 0; a < r; a++) {
    for (let b = a; b < r; b++) {
      range[a * r + b] = step[d] + (a === b ? values[a] : 0);
      range[b * r + a] = range[a * r + b];
      d++;
    }
  }
  const turn = step.subarray(d, d + r * (m - r));
  const opened = step.length > d + turn.length ? Math.max(0, step[step.length - 1]) : 0;
  const { values: mu, vectors } = symmetricEigen(range, r);
  const g = new Float64Array(m * m);
  const column = new Float64Array(m);
  for (let a = 0; a < r && mu[a] > floor; a++) {
    // A column of the factor: Q √μ in the range, BᵀQ / √μ in the null space.
    const root = Math.sqrt(mu[a]);
    column.fill(0);
    for (let b = 0; b < r; b++) {
      const weight = vectors[b * r + a];
      for (let i = 0; i < m; i++) {
        column[i] += basis[i * m + b] * weight * root;
        for (let n = r; n < m; n++) column[i] += (basis[i * m + n] * turn[b * (m - r) + n - r] * weight) / root;
      }
    }
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) g[i * m + j] += column[i] * column[j];
  }
  if (opened > 0) {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < m; j++) g[i * m + j] += opened * basis[i * m + r] * basis[j * m + r];
    }
  }
  return matrixState(component, g, floor);
}
