import type { CaseView } from "../../record/case-view.ts";
import type { HistoryItem } from "../../record/history.ts";
import { givenBeforeFracture } from "../exposure-evidence.ts";
import { type Reason, reason } from "../reasons.ts";
import { exclusionExposures } from "../workup.ts";
import { historyReasons } from "./history-evidence.ts";
import type { SignalRules } from "./signal-rule.ts";

/** Drugs and habits that weaken bone. */
export const exposureRules: SignalRules = {
  heparin: (view) => exposed(view, "heparin"),
  glucocorticoid: (view) => exposed(view, "glucocorticoids"),
  "eating-disorder": (view) => historyReasons(view, ["eatingDisorder"]),
};

function exposed(view: CaseView, item: HistoryItem): readonly Reason[] {
  const agents = exclusionExposures.find((exposure) => exposure.item === item)?.agents ?? [];
  const given = givenBeforeFracture(view, agents).map(({ entry, at }) =>
    reason("agentGiven", { agent: entry.agent, at }),
  );
  return [...historyReasons(view, [item]), ...given];
}
