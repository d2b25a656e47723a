import { claimTest } from "../claim-result.ts";

/** Improvement called significant: the word can be told only with the test behind it; a named test is not run again. */
export const significance = claimTest({
  kind: "significance",
  test: (claim, view) => ({
    outcome: claim.test === undefined ? "cannotTell" : "notTested",
    facts: { test: claim.test ?? null, women: view.cases.length },
  }),
  sentence: {
    en: ({ facts: { test, women } }, t) =>
      test === null
        ? `Improvement is called significant; no statistical test is named (n = ${women}).`
        : `Improvement is called significant by ${test} (n = ${women} ${t.count(women, "woman", "women")}); the test is not run again here.`,
    zh: ({ facts: { test, women } }) =>
      test === null
        ? `文中称改善“显著”，但未说明统计学检验方法（n = ${women}）。`
        : `文中称改善有统计学意义（${test}，n = ${women}），此处未重复检验。`,
  },
});
