import type { CaseView, TimedTreatment } from "../../record/case-view.ts";
import { isBoneActive } from "../../therapy/agent.ts";
import type { AgentId } from "../../therapy/vocabulary.ts";
import { caseRule } from "../rule.ts";
import { recalled } from "./cited.ts";
import { commonPlace } from "./place.ts";

type BreastfeedingFacts = { readonly agents: readonly AgentId[] };

/** Raised only where every reading of the times puts the start of the drug before weaning. */
export const drugWhileBreastfeeding = caseRule<BreastfeedingFacts>({
  id: "drug-while-breastfeeding",
  severity: "major",
  reads: ["treatments[].start", "pregnancies[].lactation.weaned", "pregnancies[].lactation.stillBreastfeeding"],
  source: recalled(
    "product labels: zoledronic acid, teriparatide, denosumab, section on breastfeeding",
    "labels vary; source paper l.225 stops breastfeeding on admission, before the drugs",
  ),
  title: { en: "Was a bone-active drug started before weaning?", zh: "抗骨质疏松药物是否在停哺乳前开始使用？" },
  message: {
    en: ({ agents }, t) =>
      `Started while breastfeeding: ${t.list(agents.map(t.agent))}. Confirm the times and the label.`,
    zh: ({ agents }, t) => `哺乳期间已开始使用${t.list(agents.map(t.agent))}：请核对时间及说明书。`,
  },
  find: (view) => {
    const lactation = view.index?.lactation;
    if (lactation === undefined || lactation.breastfed === "no") return [];
    const given = view.treatments.filter(
      (treatment) => isBoneActive(treatment.entry.agent) && isBeforeWeaning(treatment, view),
    );
    if (given.length === 0) return [];
    return [
      {
        at: commonPlace(given.map(({ at }) => at)),
        facts: { agents: [...new Set(given.map(({ entry }) => entry.agent))] },
      },
    ];
  },
});

function isBeforeWeaning({ when, end }: TimedTreatment, view: CaseView): boolean {
  // A course that was over by delivery did not reach the child by milk.
  if (when === undefined || (end ?? when).latest < 0) return false;
  if (view.weaned !== undefined) return when.latest < view.weaned.earliest;
  return view.index?.lactation?.stillBreastfeeding === true;
}
