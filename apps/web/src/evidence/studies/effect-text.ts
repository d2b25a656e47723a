import { type Phrase, say, type Terms } from "@materbone/clinical";
import type { MovedEffect } from "./what-moves.ts";

/** "+25.7% (95% CI +15.7 to +35.7), 4 studies, 8 women"; no number where the courses are unlike each other. */
export function effectText(effect: MovedEffect, terms: Terms): string {
  return say(EFFECT, effect, terms);
}

const EFFECT: Phrase<MovedEffect> = {
  en: (effect, t) => {
    const { studies, women } = effect;
    const of = `${studies} ${t.count(studies, "study", "studies")}, ${women} ${t.count(women, "woman", "women")}`;
    const { value, interval } = numbersOf(effect, t);
    if (value === undefined) return `courses unlike each other, not pooled, ${of}`;
    return `${value}%${interval === undefined ? "" : ` (95% CI ${interval[0]} to ${interval[1]})`}, ${of}`;
  },
  zh: (effect, t) => {
    const { value, interval } = numbersOf(effect, t);
    if (value === undefined) return `各研究用药过程不同，不作合并，${effect.studies}项研究，${effect.women}例`;
    const ci = interval === undefined ? "" : `（95%CI ${interval[0]}～${interval[1]}）`;
    return `${value}%${ci}，${effect.studies}项研究，${effect.women}例`;
  },
};

function numbersOf(
  { only, estimate }: MovedEffect,
  t: Terms,
): { readonly value: string | undefined; readonly interval: readonly [string, string] | undefined } {
  const pooled = estimate.kind === "pooled" ? estimate.fit.coefficients[0] : undefined;
  if (pooled === undefined) return { value: only === undefined ? undefined : t.signed(only, 1), interval: undefined };
  return {
    value: t.signed(pooled.estimate, 1),
    interval: [t.signed(pooled.ciLower, 1), t.signed(pooled.ciUpper, 1)],
  };
}
