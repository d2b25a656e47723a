import { unitEffects } from "../covariance-model/unit-effects.ts";
import type { MultilevelFit } from "./multilevel-fit.ts";
import { groupLabels } from "./random-term.ts";

/** Predicted effects of the groups of one grouping: what each adds to the model's mean. */
export type RandomEffects = {
  readonly name: string;
  /** Inner level of each effect of a group; `undefined` for an intercept. */
  readonly inner: readonly string[] | undefined;
  readonly groups: readonly GroupEffect[];
};

export type GroupEffect = {
  readonly label: string;
  /** One effect, or one for each inner level. */
  readonly effects: Float64Array;
  /** Standard errors of effect less true effect. */
  readonly se: Float64Array;
};

/** Best linear unbiased predictions of all random effects (Henderson 1975), groups in the order of their first rows. */
export function randomEffects({ engine }: MultilevelFit): RandomEffects[] {
  return engine.terms.map((named, t) => {
    const { term, inner } = named;
    const { effects, se } = unitEffects(engine.fit, engine.evaluator, t);
    const m = inner?.length ?? 1;
    return {
      name: term.name,
      inner,
      groups: groupLabels(named).map((label, u) => ({
        label,
        effects: effects.slice(u * m, (u + 1) * m),
        se: se.slice(u * m, (u + 1) * m),
      })),
    };
  });
}
