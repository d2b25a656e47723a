import type { CovarianceModel } from "./covariance-model.ts";
import type { NestedShape } from "./nested-shape.ts";

/**
 * The inverse of V of nested random intercepts over a diagonal, in time proportional to the rows. Each group adds s²11ᵀ to
 * the covariance A of its rows, so its inverse follows by the formula of Sherman and Morrison (1950), innermost groups
 * first: (A + s²11ᵀ)⁻¹ = A⁻¹ - c A⁻¹11ᵀA⁻¹ with c = s² / (1 + s² 1ᵀA⁻¹1), and log|A + s²11ᵀ| = log|A| + log(1 + s² 1ᵀA⁻¹1).
 */
export type NestedSolver = {
  readonly shape: NestedShape;
  /** Diagonal of V before any level, length k. */
  readonly variance: Float64Array;
  /** For each level: A⁻¹1 by row, A being the covariance without that level and those outside it. */
  readonly ones: readonly Float64Array[];
  /** For each level: c by group. */
  readonly shrink: readonly Float64Array[];
  /** For each level: 1ᵀV⁻¹1 over the rows of each group. */
  readonly groupInformation: readonly Float64Array[];
  /** Diagonal of V⁻¹. */
  readonly rowInformation: Float64Array;
  /**
   * Takes new coordinates.
   *
   * @returns log|V|, or `undefined` when V is not positive definite
   */
  factor(eta: Float64Array): number | undefined;
  /**
   * Multiplies columns by V⁻¹ in place.
   *
   * @param rows - k x columns, row-major
   * @param depth - how many levels count, from the innermost; all by default
   */
  solve(rows: Float64Array, columns: number, depth?: number): void;
};

export function nestedSolver(model: CovarianceModel, shape: NestedShape): NestedSolver {
  const { k } = model;
  const { levels, diagonals } = shape;
  const variance = new Float64Array(k);
  const ones = levels.map(() => new Float64Array(k));
  const shrink = levels.map(({ start }) => new Float64Array(start.length - 1));
  const groupInformation = levels.map(({ start }) => new Float64Array(start.length - 1));
  const rowInformation = new Float64Array(k);
  const one = new Float64Array(k);
  let sums = new Float64Array(8);

  function factor(eta: Float64Array): number | undefined {
    variance.set(model.v0);
    for (const { coordinate, weight } of diagonals) {
      const value = eta[coordinate];
      for (let i = 0; i < k; i++) variance[i] += value * weight[i];
    }
    let logDet = 0;
    for (let i = 0; i < k; i++) {
      const v = variance[i];
      if (!(v > 0)) return undefined;
      logDet += Math.log(v);
      one[i] = 1 / v;
      rowInformation[i] = one[i];
    }
    for (let l = 0; l < levels.length; l++) logDet += addLevel(l, eta[levels[l].coordinate]);
    return logDet;
  }

  /** Adds the groups of one level; what they add to log|V|. */
  function addLevel(l: number, s2: number): number {
    const { start } = levels[l];
    ones[l].set(one);
    let logDet = 0;
    for (let g = 0; g + 1 < start.length; g++) {
      const [from, to] = [start[g], start[g + 1]];
      let information = 0;
      for (let i = from; i < to; i++) information += one[i];
      const c = s2 / (1 + s2 * information);
      shrink[l][g] = c;
      groupInformation[l][g] = information / (1 + s2 * information);
      if (c === 0) continue;
      logDet += Math.log1p(s2 * information);
      for (let i = from; i < to; i++) {
        rowInformation[i] -= c * one[i] * one[i];
        one[i] /= 1 + s2 * information;
      }
    }
    for (let inner = 0; inner < l; inner++) lessenInner(inner, l);
    return logDet;
  }

  /** 1ᵀV⁻¹1 of the inner groups falls by c (1ᵀA⁻¹1)² when the level around them is added. */
  function lessenInner(inner: number, outer: number): void {
    const { start } = levels[inner];
    const outerStart = levels[outer].start;
    let group = 0;
    for (let g = 0; g + 1 < start.length; g++) {
      while (outerStart[group + 1] <= start[g]) group++;
      let sum = 0;
      for (let i = start[g]; i < start[g + 1]; i++) sum += ones[outer][i];
      groupInformation[inner][g] -= shrink[outer][group] * sum * sum;
    }
  }

  function solve(rows: Float64Array, columns: number, depth: number = levels.length): void {
    if (sums.length < columns) sums = new Float64Array(columns);
    for (let i = 0; i < k; i++) {
      const v = variance[i];
      for (let a = 0; a < columns; a++) rows[i * columns + a] /= v;
    }
    for (let l = 0; l < depth; l++) {
      const { start } = levels[l];
      const levelOnes = ones[l];
      for (let g = 0; g + 1 < start.length; g++) {
        const c = shrink[l][g];
        if (c === 0) continue;
        const [from, to] = [start[g], start[g + 1]];
        sums.fill(0, 0, columns);
        for (let i = from; i < to; i++) for (let a = 0; a < columns; a++) sums[a] += rows[i * columns + a];
        for (let i = from; i < to; i++) {
          const part = c * levelOnes[i];
          for (let a = 0; a < columns; a++) rows[i * columns + a] -= part * sums[a];
        }
      }
    }
  }

  return { shape, variance, ones, shrink, groupInformation, rowInformation, factor, solve };
}
