import { type Phrase, say, type Terms } from "@materbone/clinical";
import type { BenchmarkPlace, ComparisonWithout } from "@materbone/evidence";
import { SHORT_PLACE_WORDS } from "./benchmark-words.ts";

/** How the place of a change hangs on single studies: "Without Iwamoto 2012: not compared, ...; without each of the others: ...". */
export function sayFragility(place: BenchmarkPlace, without: readonly ComparisonWithout[], t: Terms): string {
  const changed = without.filter((each) => placeOf(each) !== place);
  const same = without.filter((each) => placeOf(each) === place).map(({ point }) => point.label);
  const parts = [
    ...changed.map((each) => say(WITHOUT_ONE, { study: each.point.label, outcome: sayOutcome(each, t) }, t)),
    ...(same.length === 0 ? [] : [say(SAME, { studies: same, place: t.text(SHORT_PLACE_WORDS[place]) }, t)]),
  ];
  return say(LEAD, { parts }, t);
}

/** "above the band", or why nothing can be said. */
export function sayOutcome({ comparison, coveredMonths }: ComparisonWithout, t: Terms): string {
  if (comparison.kind === "compared") return t.text(SHORT_PLACE_WORDS[comparison.place]);
  if (coveredMonths === undefined) return t.text(NO_BAND);
  return say(ENDS, { from: t.months(coveredMonths[0]), to: t.months(coveredMonths[1]) }, t);
}

function placeOf({ comparison }: ComparisonWithout): BenchmarkPlace | undefined {
  return comparison.kind === "compared" ? comparison.place : undefined;
}

const LEAD: Phrase<{ readonly parts: readonly string[] }> = {
  en: ({ parts }) => `One study at a time left out: ${parts.join("; ")}.`,
  zh: ({ parts }) => `逐一去除各项研究：${parts.join("；")}。`,
};

const WITHOUT_ONE: Phrase<{ readonly study: string; readonly outcome: string }> = {
  en: ({ study, outcome }) => `without ${study} ${outcome}`,
  zh: ({ study, outcome }) => `去除${study}后${outcome}`,
};

const SAME: Phrase<{ readonly studies: readonly string[]; readonly place: string }> = {
  en: ({ studies, place }, t) => `without ${t.either(studies)} still ${place}`,
  zh: ({ studies, place }, t) => `去除${t.either(studies)}后仍为“${place}”`,
};

const NO_BAND = { en: "no band is left", zh: "不再有参照范围" };

const ENDS: Phrase<{ readonly from: string; readonly to: string }> = {
  en: ({ from, to }) => `nothing can be said: the band then covers months ${from} to ${to}`,
  zh: ({ from, to }) => `无从比较：参照范围仅余${from}～${to}个月`,
};
