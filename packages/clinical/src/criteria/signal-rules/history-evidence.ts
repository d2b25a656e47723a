import { answerValue } from "../../record/answer.ts";
import type { CaseView } from "../../record/case-view.ts";
import type { HistoryItem } from "../../record/history.ts";
import { type Reason, reason } from "../reasons.ts";

/** History items answered with yes; what was not asked is not a sign. */
export function historyReasons(view: CaseView, items: readonly HistoryItem[]): readonly Reason[] {
  return items
    .filter((item) => answerValue(view.record.history?.[item]) === "yes")
    .map((item) => reason("historyYes", { item, at: `/history/${item}` }));
}
