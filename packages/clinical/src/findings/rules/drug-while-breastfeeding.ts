import type { CaseView } from "../../record/case-view.ts";
import type { Pregnancy } from "../../record/pregnancy.ts";
import { isBoneActive } from "../../therapy/agent.ts";
import type { AgentId } from "../../therapy/vocabulary.ts";
import { type Interval, point } from "../../time/interval.ts";
import { monthsOf } from "../../time/time-frame.ts";
import { caseRule } from "../rule.ts";
import { recalled } from "./cited.ts";
import { commonPlace } from "./place.ts";
import { deliveryOf, isGivenWithin } from "./pregnancy-times.ts";

type BreastfeedingFacts = { readonly agents: readonly AgentId[] };
type Span = { readonly from: Interval; readonly to: Interval };

/**
 * Raised where every reading of the times puts the start of the drug before weaning, and no reading its end before
 * breastfeeding: a course without a recorded end may reach the child, which is what has to be asked.
 */
export const drugWhileBreastfeeding = caseRule<BreastfeedingFacts>({
  id: "drug-while-breastfeeding",
  severity: "major",
  reads: [
    "treatments[].start",
    "treatments[].end",
    "treatments[].ongoing",
    "pregnancies[].deliveredAt",
    "pregnancies[].lactation.start",
    "pregnancies[].lactation.weaned",
    "pregnancies[].lactation.stillBreastfeeding",
  ],
  source: recalled(
    "product labels: zoledronic acid, teriparatide, denosumab, section on breastfeeding",
    "labels vary; source paper l.225 stops breastfeeding on admission, before the drugs",
  ),
  title: {
    en: "Was a bone-active drug given, or not recorded as stopped, before weaning?",
    zh: "停哺乳前是否使用（或未记录停用）抗骨质疏松药物？",
  },
  message: {
    en: ({ agents }, t) =>
      `Given, or not recorded as stopped, while breastfeeding: ${t.list(agents.map(t.agent))}. Confirm the times and the label.`,
    zh: ({ agents }, t) => `哺乳期间使用（或未记录停用）${t.list(agents.map(t.agent))}：请核对时间及说明书。`,
  },
  find: (view) => {
    const drugs = view.treatments.filter(({ entry }) => isBoneActive(entry.agent));
    if (drugs.length === 0) return [];
    const spans = (view.record.pregnancies ?? []).flatMap((pregnancy) => lactationSpan(pregnancy, view) ?? []);
    const given = drugs.filter((drug) => spans.some(({ from, to }) => isGivenWithin(drug, from, to, "open")));
    if (given.length === 0) return [];
    return [
      {
        at: commonPlace(given.map(({ at }) => at)),
        facts: { agents: [...new Set(given.map(({ entry }) => entry.agent))] },
      },
    ];
  },
});

/** From the start of breastfeeding, else the delivery, to weaning; `undefined` when either is not known. */
function lactationSpan(pregnancy: Pregnancy, view: CaseView): Span | undefined {
  const { lactation } = pregnancy;
  if (lactation === undefined || lactation.breastfed === "no") return undefined;
  const from = monthsOf(lactation.start, view.frame) ?? deliveryOf(pregnancy, view);
  const weaned = monthsOf(lactation.weaned, view.frame);
  const to = weaned ?? (lactation.stillBreastfeeding === true ? point(Number.POSITIVE_INFINITY) : undefined);
  return from === undefined || to === undefined ? undefined : { from, to };
}
