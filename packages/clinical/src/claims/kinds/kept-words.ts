import type { LocalText } from "../../language/text.ts";
import { localText, type Text } from "../../language/text.ts";
import { claimTest } from "../claim-result.ts";

/** What the authors state, with the places that speak for it and against it; kept, not tested. */
export const statement = claimTest({
  kind: "statement",
  test: (claim) => ({
    outcome: "notTested",
    facts: {
      words: bothLanguages(claim.words),
      supportedBy: claim.supportedBy ?? [],
      contradictedBy: claim.contradictedBy ?? [],
    },
  }),
  sentence: {
    en: ({ facts }, t) =>
      `Kept as stated: ${t.text(facts.words)}${isLinked(facts) ? ` ${facts.supportedBy.length} ${t.count(facts.supportedBy.length, "place", "places")} of the record for it, ${facts.contradictedBy.length} against it.` : ""}`,
    zh: ({ facts }, t) =>
      `按原文保留：${t.text(facts.words)}${isLinked(facts) ? `记录中 ${facts.supportedBy.length} 处支持，${facts.contradictedBy.length} 处不支持。` : ""}`,
  },
});

/** What the authors suppose; kept as a hypothesis, not tested. */
export const hypothesis = claimTest({
  kind: "hypothesis",
  test: (claim) => ({
    outcome: "notTested",
    facts: { words: bothLanguages(claim.words), case: claim.case ?? null, reference: claim.reference ?? null },
  }),
  sentence: {
    en: ({ facts }, t) => `Hypothesis of the authors, not tested: ${t.text(facts.words)}`,
    zh: ({ facts }, t) => `作者假说，未经检验：${t.text(facts.words)}`,
  },
});

function isLinked(facts: {
  readonly supportedBy: readonly string[];
  readonly contradictedBy: readonly string[];
}): boolean {
  return facts.supportedBy.length + facts.contradictedBy.length > 0;
}

function bothLanguages(words: LocalText): Text {
  return { en: localText(words, "en"), zh: localText(words, "zh") };
}
