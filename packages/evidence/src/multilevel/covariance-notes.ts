import type { CovarianceFit } from "../covariance-model/fit-covariance.ts";
import type { CovarianceNote } from "./multilevel-fit.ts";

/** Which estimates lie at the boundary of what is possible. */
export function notesOf({ states }: CovarianceFit): CovarianceNote[] {
  const notes: CovarianceNote[] = [];
  for (const state of states) {
    const component = state.component.name;
    if (state.kind === "matrix") {
      const { order, fixed } = state.component;
      if (fixed !== undefined || state.rank === order) continue;
      const reason = state.rank === 0 || order === 1 ? "zeroVariance" : "perfectCorrelation";
      notes.push({ kind: "singular", component, reason });
      continue;
    }
    const { lower, upper, fixed } = state.component;
    const last = lower.length - 1;
    state.values.forEach((value, j) => {
      if (!Number.isNaN(fixed[j]) || (value > lower[j] && value < upper[j])) return;
      notes.push({ kind: "singular", component, reason: j === last ? "perfectCorrelation" : "zeroVariance" });
    });
  }
  return notes;
}
