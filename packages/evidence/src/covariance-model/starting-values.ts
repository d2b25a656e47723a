import type { BoxState } from "./box-space.ts";
import type { CovarianceModel } from "./covariance-model.ts";
import type { CovarianceTerm, MatrixComponent } from "./covariance-term.ts";
import { type MatrixState, matrixState } from "./matrix-space.ts";

/** Part of the starting variance below which an eigenvalue counts as zero. */
const FLOOR = 1e-12;
/** Residual sum of squares, as a part of the fitted one, that is rounding. */
const PERFECT = 1e-24;

/**
 * States from the moments of the data: what the residual variance of ordinary least squares leaves beyond the known
 * variances, shared evenly between the components.
 *
 * @throws RangeError when y is fitted perfectly and no variance is known
 */
export function startingStates(model: CovarianceModel): (MatrixState | BoxState)[] {
  const { k, p, y, v0, olsGamma, terms } = model;
  let total = 0;
  let known = 0;
  for (let i = 0; i < k; i++) {
    total += y[i] * y[i];
    known += v0[i] / k;
  }
  const fitted = olsGamma.reduce((sum, value) => sum + value * value, 0);
  if (known === 0 && !(total > PERFECT * fitted)) {
    throw new RangeError("the rows are fitted perfectly and have no known variance");
  }
  total /= k - p;
  const left = Math.max(total - known, 0.1 * total, 0.01 * known);
  const count = terms.reduce((sum, term) => sum + term.components.length, 0);
  return terms.flatMap((term) =>
    term.components.map((component, c) => {
      const share = left / count;
      const typical = meanSquares(term);
      if (component.kind === "box") {
        const sds = component.names.length - 1;
        const values = Float64Array.from(component.names, (_, j) => {
          if (!Number.isNaN(component.fixed[j])) return component.fixed[j];
          if (j === sds) return component.map.kind === "identity" ? 0.3 : 0;
          return Math.sqrt(share / (component.map.kind === "identity" ? typical[0] : typical[j]));
        });
        return { kind: "box", component, values } satisfies BoxState;
      }
      return startingMatrix(component, share, component.order > 1 ? typical : [typical[c] ?? typical[0]]);
    }),
  );
}

function startingMatrix(component: MatrixComponent, share: number, typical: readonly number[]): MatrixState {
  const m = component.order;
  const g = new Float64Array(m * m);
  let smallest = Number.POSITIVE_INFINITY;
  for (let a = 0; a < m; a++) {
    g[a * m + a] = share / typical[a];
    smallest = Math.min(smallest, g[a * m + a]);
  }
  return component.fixed === undefined
    ? matrixState(component, g, FLOOR * smallest)
    : matrixState(component, component.fixed, 0);
}

/** Mean square of each column of z over the rows that have one, or of the scale of residuals. */
function meanSquares(term: CovarianceTerm): number[] {
  const [rows, m] = term.kind === "linear" ? [term.z, term.m] : [term.scale, 1];
  return Array.from({ length: m }, (_, a) => {
    let sum = 0;
    let count = 0;
    for (let i = a; i < rows.length; i += m) {
      if (rows[i] === 0) continue;
      sum += rows[i] * rows[i];
      count++;
    }
    return count === 0 ? 1 : sum / count;
  });
}
