import { seriesRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type InferenceFacts = { readonly claim: string; readonly women: number };

/** "Significant" without a statistical test. */
export const inferenceWithoutTest = seriesRule<InferenceFacts>({
  id: "inference-without-test",
  severity: "minor",
  reads: ["claims[].test"],
  source: sourcePaper("l.23-25, l.54-56", "improvement called significant in three women without a test"),
  title: { en: "Is something called significant without a test?", zh: "是否未作统计学检验而称“显著”？" },
  message: {
    en: ({ women }, t) =>
      `Improvement is called significant with no statistical test named (${women} ${t.count(women, "woman", "women")}).`,
    zh: ({ women }) => `文中称改善“显著”，但未说明统计学检验方法（共 ${women} 例）。`,
  },
  find: (view) =>
    (view.series.claims ?? []).flatMap((claim, position) =>
      claim.kind === "significance" && claim.test === undefined
        ? [{ at: `/claims/${position}`, facts: { claim: claim.id, women: view.cases.length } }]
        : [],
    ),
});
