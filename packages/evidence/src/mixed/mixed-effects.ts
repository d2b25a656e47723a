import { unitEffects } from "../covariance-model/unit-effects.ts";
import { groupsOf } from "../multilevel/grouping.ts";
import type { GroupEffect } from "../multilevel/random-effects.ts";
import type { MixedFit } from "./mixed-fit.ts";

/** Predicted random effects of the groups of one grouping. */
export type PredictedEffects = {
  readonly group: string;
  /** Names of the effects of each group. */
  readonly effects: readonly string[];
  readonly groups: readonly GroupEffect[];
};

/** Best linear unbiased predictions (Henderson 1975): what each group adds to the coefficients. */
export function mixedEffects({ data, random, engine }: MixedFit): PredictedEffects[] {
  return random.map(({ group, effects }, t) => {
    const found = unitEffects(engine.fit, engine.evaluator, t);
    const { labels } = data.random[t].group;
    const m = effects.length;
    const groups = Array.from(groupsOf(labels).first, (row, u) => ({
      label: labels[row],
      effects: found.effects.slice(u * m, (u + 1) * m),
      se: found.se.slice(u * m, (u + 1) * m),
    }));
    return { group, effects, groups };
  });
}
