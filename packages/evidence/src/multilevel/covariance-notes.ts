import type { CovarianceFit } from "../covariance-model/fit-covariance.ts";
import type { ComponentState } from "../covariance-model/score-directions.ts";
import type { CovarianceNote, SingularReason } from "./multilevel-fit.ts";

/** Which estimates lie at the boundary of what is possible. */
export function notesOf({ states }: CovarianceFit): CovarianceNote[] {
  const notes: CovarianceNote[] = [];
  for (const state of states) {
    const component = state.component.name;
    for (const reason of reasonsOf(state)) {
      const known = notes.findIndex((note) => note.component === component && note.reason === reason);
      if (known < 0) notes.push({ kind: "singular", component, reason });
      // Both variances that make up compound symmetry are zero: there is no variance at all.
      else if (reason === "perfectCorrelation") notes[known] = { kind: "singular", component, reason: "zeroVariance" };
    }
  }
  return notes;
}

function reasonsOf(state: ComponentState): SingularReason[] {
  if (state.kind === "matrix") {
    const { order, fixed, atZero } = state.component;
    if (fixed !== undefined || state.rank === order) return [];
    return [order === 1 ? atZero : state.rank === 0 ? "zeroVariance" : "perfectCorrelation"];
  }
  const { lower, upper, fixed, map } = state.component;
  const last = lower.length - 1;
  const reasons = new Set<SingularReason>();
  state.values.forEach((value, j) => {
    if (!Number.isNaN(fixed[j]) || (value > lower[j] && value < upper[j])) return;
    reasons.add(j < last ? "zeroVariance" : map.kind === "identity" ? "autocorrelationAtBound" : "perfectCorrelation");
  });
  return [...reasons];
}
