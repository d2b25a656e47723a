import type { CaseView } from "../../record/case-view.ts";
import { isAntiresorptive } from "../../therapy/agent.ts";
import { lastObservedMonths } from "../../therapy/observation.ts";
import { caseRule } from "../rule.ts";
import { read } from "./cited.ts";
import { ruleLimits } from "./rule-limits.ts";

type DenosumabFacts = { readonly lastDoseMonths: number; readonly observedUntilMonths: number };

/** Its effect is lost within months of the last dose, with vertebral fractures after it: what followed has to be known. */
export const denosumabWithoutFollowOn = caseRule<DenosumabFacts>({
  id: "denosumab-without-follow-on",
  severity: "major",
  reads: ["treatments[].agent", "treatments[].end"],
  source: read(
    "ECTS position statement on denosumab discontinuation, J Clin Endocrinol Metab 106:264: start another antiresorptive 6 months after the last dose",
  ),
  title: {
    en: "Was denosumab stopped with no other antiresorptive recorded after it?",
    zh: "停用地舒单抗后是否未记录序贯的骨吸收抑制剂？",
  },
  message: {
    en: ({ lastDoseMonths, observedUntilMonths }, t) =>
      `Denosumab was last given at month ${t.months(lastDoseMonths)} and no antiresorptive is recorded after it up to month ${t.months(observedUntilMonths)}; bone density falls after stopping and vertebral fractures are described. What followed?`,
    zh: ({ lastDoseMonths, observedUntilMonths }, t) =>
      `末次使用地舒单抗为产后 ${t.months(lastDoseMonths)} 个月，至 ${t.months(observedUntilMonths)} 个月未记录序贯的骨吸收抑制剂；停药后骨密度下降，并有椎体骨折的报道。请补充后续治疗。`,
  },
  find: (view) => {
    const last = lastDose(view);
    if (last === undefined) return [];
    const observed = lastObservedMonths(view);
    if (observed === undefined) return [];
    if (!(observed > last + ruleLimits.denosumabFollowOn.months) || hasFollowOn(view, last)) return [];
    return [{ at: "/treatments", facts: { lastDoseMonths: last, observedUntilMonths: observed } }];
  },
});

/** The latest that the last dose may have been; `undefined` while it goes on, was never given, or its end is not known. */
function lastDose(view: CaseView): number | undefined {
  const given = view.treatments.filter(({ entry }) => entry.agent === "denosumab");
  if (given.length === 0 || given.some(({ entry, end }) => entry.ongoing === true || end === undefined))
    return undefined;
  const latest = Math.max(...given.map(({ end }) => end?.latest ?? Number.NaN));
  return Number.isFinite(latest) ? latest : undefined;
}

/** Another antiresorptive that started, or may have started or still be going on, after the last dose. */
function hasFollowOn(view: CaseView, lastDoseMonths: number): boolean {
  return view.treatments.some(
    ({ entry, when, end }) =>
      entry.agent !== "denosumab" &&
      isAntiresorptive(entry.agent) &&
      (when === undefined ||
        when.latest > lastDoseMonths ||
        entry.ongoing === true ||
        end === undefined ||
        end.latest > lastDoseMonths),
  );
}
