import type { ShownCount, ShownFunnel } from "./suppress-funnel.ts";

/**
 * A funnel for a definition that is being edited: every shown count as the nearest multiple of the small cell, half up.
 * Exact ones of two definitions that lie close together would give a small count as their difference.
 *
 * The same count is always the same multiple, so that asking again tells nothing; 0 stays, and no shown count becomes 0.
 *
 * @throws RangeError when the funnel hides nothing
 */
export function coarseFunnel({ smallCell, stages }: ShownFunnel): ShownFunnel {
  if (!(smallCell > 0)) throw new RangeError(`a funnel is rounded to its small cell, got ${smallCell}`);
  const coarse = (shown: ShownCount): ShownCount =>
    shown.kind === "count" ? { kind: "count", count: Math.round(shown.count / smallCell) * smallCell } : shown;
  return {
    smallCell,
    stages: stages.map(({ id, people, episodes }) => ({
      id,
      people: coarse(people),
      ...(episodes === undefined ? {} : { episodes: coarse(episodes) }),
    })),
  };
}
