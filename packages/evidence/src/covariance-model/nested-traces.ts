import type { NestedShape } from "./nested-shape.ts";
import type { NestedSolver } from "./nested-solver.ts";

/**
 * Multiplies columns by the derivative of V by each coordinate: a weight by row, or the sum over the rows of each group.
 *
 * @param rows - k x columns, row-major
 * @param out - k x (nc columns): for each row, the columns of coordinate 0, then 1 and so on; overwritten
 * @param wanted - 1 for each coordinate that is wanted; all by default
 */
export function multiplyByDerivatives(
  { levels, diagonals }: NestedShape,
  rows: Float64Array,
  columns: number,
  nc: number,
  out: Float64Array,
  wanted?: Uint8Array,
): void {
  const width = nc * columns;
  for (const { coordinate, weight } of diagonals) {
    if (wanted?.[coordinate] === 0) continue;
    for (let i = 0; i < weight.length; i++) {
      const at = i * width + coordinate * columns;
      for (let a = 0; a < columns; a++) out[at + a] = weight[i] * rows[i * columns + a];
    }
  }
  for (const { coordinate, start } of levels) {
    if (wanted?.[coordinate] === 0) continue;
    for (let g = 0; g + 1 < start.length; g++) {
      for (let a = 0; a < columns; a++) {
        let sum = 0;
        for (let i = start[g]; i < start[g + 1]; i++) sum += rows[i * columns + a];
        for (let i = start[g]; i < start[g + 1]; i++) out[i * width + coordinate * columns + a] = sum;
      }
    }
  }
}

/** Memory of `nestedTraces`: k x nc each. */
export type TraceMemory = { readonly effects: Float64Array; readonly solved: Float64Array };

/**
 * tr(V⁻¹Dc V⁻¹Dd) for all coordinates of nested random intercepts, nc x nc. With Dc = Σ su suᵀ over the groups u of a
 * coordinate it is Σ (suᵀV⁻¹sv)², which is carried from level to level: where a level adds -c qqᵀ to the inverse A⁻¹ of a
 * group (q = A⁻¹1), the sum changes by -2c gcᵀA⁻¹gd + c² (gcᵀq)(gdᵀq) with gc = Dc q.
 *
 * @param solver - after `factor`
 */
export function nestedTraces(
  { shape, variance, ones, shrink, solve }: NestedSolver,
  nc: number,
  { effects, solved }: TraceMemory,
): Float64Array {
  const k = variance.length;
  const { levels, diagonals } = shape;
  const traces = new Float64Array(nc * nc);
  for (const a of diagonals) {
    for (const b of diagonals) {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += (a.weight[i] * b.weight[i]) / (variance[i] * variance[i]);
      traces[a.coordinate * nc + b.coordinate] = sum;
    }
  }
  const known = new Uint8Array(nc);
  for (const { coordinate } of diagonals) known[coordinate] = 1;
  const squares = new Float64Array(nc);
  const forms = new Float64Array(nc * nc);
  effects.fill(0);
  for (let l = 0; l < levels.length; l++) {
    const { coordinate, start } = levels[l];
    const q = ones[l];
    multiplyByDerivatives(shape, q, 1, nc, effects, known);
    solved.set(effects);
    solve(solved, nc, l);
    for (let g = 0; g + 1 < start.length; g++) {
      const c = shrink[l][g];
      let information = 0;
      squares.fill(0);
      forms.fill(0);
      for (let i = start[g]; i < start[g + 1]; i++) {
        information += q[i];
        for (let a = 0; a < nc; a++) {
          const effect = effects[i * nc + a];
          if (effect === 0) continue;
          squares[a] += effect * q[i];
          for (let b = 0; b < nc; b++) forms[a * nc + b] += effect * solved[i * nc + b];
        }
      }
      // 1 / (1 + s² 1ᵀA⁻¹1), by which V⁻¹1 is smaller than A⁻¹1.
      const kept = 1 - c * information;
      traces[coordinate * nc + coordinate] += (information * kept) ** 2;
      for (let a = 0; a < nc; a++) {
        const across = squares[a] * kept * kept;
        traces[a * nc + coordinate] += across;
        traces[coordinate * nc + a] += across;
        for (let b = 0; b < nc; b++) traces[a * nc + b] += c * (c * squares[a] * squares[b] - 2 * forms[a * nc + b]);
      }
    }
    known[coordinate] = 1;
  }
  return traces;
}
