import { type Phrase, say, type Terms } from "@materbone/clinical";
import type { ComparedChange, ComparisonWithout } from "@materbone/evidence";
import { SHORT_PLACE_WORDS } from "./benchmark-words.ts";
import { sayPlace } from "./say-benchmark.ts";

/**
 * How the place of a change hangs on single studies: "One study at a time left out: without Iwamoto 2012 nothing can be said;
 * without Hong 2018 or Lee 2021 still above the band."
 */
export function sayFragility(whole: ComparedChange, without: readonly ComparisonWithout[], t: Terms): string {
  const same = sayPlace(whole, t, SHORT_PLACE_WORDS);
  const studiesByOutcome = new Map<string, string[]>();
  for (const each of without) {
    const outcome = sayOutcome(each, t);
    studiesByOutcome.set(outcome, [...(studiesByOutcome.get(outcome) ?? []), each.point.label]);
  }
  // What changes comes first.
  const outcomes = [...studiesByOutcome].sort(([a], [b]) => Number(a === same) - Number(b === same));
  const parts = outcomes.map(([outcome, studies]) => say(WITHOUT, { studies, outcome, isSame: outcome === same }, t));
  return say(LEAD, { parts, borrows: new Set(without.map(({ point }) => point.site)).size > 1 }, t);
}

/** "above the band", or why nothing can be said. */
function sayOutcome({ comparison, coveredMonths }: ComparisonWithout, t: Terms): string {
  if (comparison.kind === "compared") return sayPlace(comparison, t, SHORT_PLACE_WORDS);
  if (coveredMonths === undefined) return t.text(NO_BAND);
  return say(ENDS, { from: t.months(coveredMonths[0]), to: t.months(coveredMonths[1]) }, t);
}

/** `borrows`: studies of two sites are among them, for the band of the site has the time constant of the lumbar spine. */
const LEAD: Phrase<{ readonly parts: readonly string[]; readonly borrows: boolean }> = {
  en: ({ parts, borrows }) =>
    `One study at a time left out${borrows ? ", those of the lumbar spine too, whose time constant the band borrows" : ""}: ${parts.join("; ")}.`,
  zh: ({ parts, borrows }) =>
    `逐一去除各项研究${borrows ? "（含腰椎研究，因参照范围借用腰椎的时间常数）" : ""}：${parts.join("；")}。`,
};

const WITHOUT: Phrase<{
  readonly studies: readonly string[];
  readonly outcome: string;
  readonly isSame: boolean;
}> = {
  en: ({ studies, outcome, isSame }, t) => `without ${t.either(studies)} ${isSame ? "still " : ""}${outcome}`,
  zh: ({ studies, outcome, isSame }, t) => `去除${t.either(studies)}后${isSame ? "仍为" : ""}${outcome}`,
};

const NO_BAND = { en: "no band is left", zh: "不再有参照范围" };

const ENDS: Phrase<{ readonly from: string; readonly to: string }> = {
  en: ({ from, to }) => `nothing can be said, as the band then covers months ${from} to ${to}`,
  zh: ({ from, to }) => `无从比较（参照范围仅余${from}～${to}个月）`,
};
