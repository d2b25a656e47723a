import { isBoneActive } from "../../therapy/agent.ts";
import type { AgentId } from "../../therapy/vocabulary.ts";
import { caseRule } from "../rule.ts";
import { read } from "./cited.ts";
import { commonPlace } from "./place.ts";
import { conceptionOf, deliveryOf, isGivenWithin } from "./pregnancy-times.ts";

type PregnancyFacts = { readonly agents: readonly AgentId[] };

/** Raised only where every reading of the times puts the drug between conception and delivery. Calcium and vitamins are not counted. */
export const drugInPregnancy = caseRule<PregnancyFacts>({
  id: "drug-in-pregnancy",
  severity: "major",
  reads: [
    "treatments[].start",
    "treatments[].end",
    "treatments[].ongoing",
    "pregnancies[].deliveredAt",
    "pregnancies[].gestationalAgeDays",
  ],
  source: {
    ...read(
      "Review of bisphosphonate exposure before or during pregnancy, Eur J Clin Pharmacol 2024, abstract",
      "10.1007/s00228-024-03693-7",
    ),
    note: "Causality is unclear. That denosumab is contraindicated in pregnancy is recalled from its labels.",
  },
  title: { en: "Was a bone-active drug given during a pregnancy?", zh: "妊娠期间是否使用过抗骨质疏松药物？" },
  message: {
    en: ({ agents }, t) =>
      `Given during a pregnancy by the recorded times: ${t.list(agents.map(t.agent))}. Confirm the times, and record the outcome of the child.`,
    zh: ({ agents }, t) => `按记录的时间，妊娠期间使用过${t.list(agents.map(t.agent))}：请核对时间，并记录新生儿结局。`,
  },
  find: (view) => {
    const drugs = view.treatments.filter(({ entry }) => isBoneActive(entry.agent));
    if (drugs.length === 0) return [];
    const spans = (view.record.pregnancies ?? []).flatMap((pregnancy) => {
      const to = deliveryOf(pregnancy, view);
      return to === undefined ? [] : [{ from: conceptionOf(pregnancy, to), to }];
    });
    const given = drugs.filter((drug) => spans.some(({ from, to }) => isGivenWithin(drug, from, to, "atStart")));
    if (given.length === 0) return [];
    return [
      {
        at: commonPlace(given.map(({ at }) => at)),
        facts: { agents: [...new Set(given.map(({ entry }) => entry.agent))] },
      },
    ];
  },
});
