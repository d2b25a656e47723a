import { answerValue } from "../../record/answer.ts";
import type { CaseView } from "../../record/case-view.ts";
import type { HistoryItem } from "../../record/history.ts";
import { type Reason, reason } from "../reasons.ts";
import { historyReasons } from "./history-evidence.ts";
import { flagged, labReasons } from "./laboratory-evidence.ts";
import type { SignalRules } from "./signal-rule.ts";

/** Each of these is a sign of osteogenesis imperfecta by itself. */
const MAJOR_SIGNS: readonly HistoryItem[] = ["childhoodFractures", "blueSclerae", "hearingLoss"];

/** Common in women without it: two are needed. */
const MINOR_SIGNS: readonly HistoryItem[] = ["familyHistory", "dentalProblems", "jointHypermobility"];

/** Inherited bone disease. */
export const geneticRules: SignalRules = {
  "osteogenesis-imperfecta": osteogenesisImperfecta,
  "monogenic-osteoporosis": (view) => variants(view),
  hypophosphatasia: (view) => [...labReasons(flagged(view, ["alp", "boneAlp"], "low")), ...variants(view, ["ALPL"])],
};

function osteogenesisImperfecta(view: CaseView): readonly Reason[] {
  const major = [...historyReasons(view, MAJOR_SIGNS), ...variants(view, ["COL1A1", "COL1A2"])];
  const minor = historyReasons(view, MINOR_SIGNS);
  return major.length > 0 || minor.length > 1 || hasFracturesInFamily(view) ? [...major, ...minor] : [];
}

/** The record asks for "family history"; it counts alone only where her own words name fractures. */
function hasFracturesInFamily(view: CaseView): boolean {
  const history = view.record.history;
  const answer = history?.familyHistory;
  if (answerValue(answer) !== "yes") return false;
  const note = typeof answer === "object" ? answer.note : undefined;
  return /fractur|brittle|骨折|脆骨/i.test(JSON.stringify([history?.familyHistoryScope, note]));
}

/** Pathogenic and likely pathogenic variants, of `genes` or of any. */
function variants(view: CaseView, genes?: readonly string[]): readonly Reason[] {
  return (view.record.genetics?.variants ?? []).flatMap(({ gene, classification }, position) => {
    const counts = classification === "pathogenic" || classification === "likelyPathogenic";
    if (!counts || genes?.includes(gene.toUpperCase()) === false) return [];
    return [reason("variantFound", { gene, classification, at: `/genetics/variants/${position}` })];
  });
}
