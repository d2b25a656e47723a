import { historyReasons } from "./history-evidence.ts";
import { abnormalInWords, flagged, labReasons } from "./laboratory-evidence.ts";
import type { SignalRules } from "./signal-rule.ts";

/** Thyroid, adrenal and ovary, and two markers of blood cells. */
export const hormoneRules: SignalRules = {
  hypercortisolism: (view) => [
    ...labReasons(flagged(view, ["cortisol"], "high")),
    ...abnormalInWords(view, "cortisol"),
  ],
  hyperthyroidism: (view) => [
    ...labReasons(flagged(view, ["tsh"], "low")),
    ...historyReasons(view, ["thyroidHormoneExcess"]),
  ],
  "ovarian-insufficiency": (view) => labReasons(flagged(view, ["fsh"], "high")),
  mastocytosis: (view) => [...labReasons(flagged(view, ["tryptase"], "high")), ...abnormalInWords(view, "tryptase")],
  "myeloma-or-malignancy": (view) => abnormalInWords(view, "proteinElectrophoresis"),
};
