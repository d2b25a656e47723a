import type { LabReading } from "../../laboratory/reading.ts";
import type { CaseView } from "../../record/case-view.ts";
import { convert } from "../../units/convert.ts";
import { type Reason, reason } from "../reasons.ts";
import { abnormalInWords, beside, flagged, flaggedCalcium, labReasons } from "./laboratory-evidence.ts";
import type { SignalRules } from "./signal-rule.ts";

/** What PTH says beside a high calcium. */
type PthState = "unsuppressed" | "suppressed" | "open";

/** Calcium, phosphate, PTH, vitamin D, alkaline phosphatase and their combinations. */
export const mineralRules: SignalRules = {
  "primary-hyperparathyroidism": (view) => hypercalcaemia(view, "unsuppressed"),
  "pthrp-hypercalcaemia": (view) =>
    isHypoparathyroid(view) ? [] : [...hypercalcaemia(view, "suppressed"), ...highPthrp(view)],
  "hypercalcaemia-cause-open": (view) => (isHypoparathyroid(view) ? [] : hypercalcaemia(view, "open")),
  "active-vitamin-d-hypercalcaemia": (view) =>
    isHypoparathyroid(view) ? labReasons(flaggedCalcium(view, "high")) : [],
  osteomalacia,
  "coeliac-or-malabsorption": coeliac,
  "kidney-disease": (view) => [
    ...labReasons(flagged(view, ["creatinine"], "high")),
    ...labReasons(flagged(view, ["egfr", "creatinineClearance"], "low")),
  ],
};

/** High calcium whose PTH of the same occasion is in `state`. */
function hypercalcaemia(view: CaseView, state: PthState): readonly Reason[] {
  const pth = view.laboratory.filter((reading) => reading.analyte === "pth");
  const pairs = flaggedCalcium(view, "high")
    .map((calcium) => ({ calcium, pth: beside(calcium, pth)[0] }))
    .filter((pair) => pthState(pair.pth) === state);
  if (pairs.length === 0) return [];
  const values = pairs.flatMap((pair) => (pair.pth === undefined ? [pair.calcium] : [pair.calcium, pair.pth]));
  return [
    ...labReasons([...new Set(values)]),
    comment(
      state,
      pairs.some((pair) => pair.pth !== undefined),
    ),
  ];
}

function comment(state: PthState, recorded: boolean): Reason {
  switch (state) {
    case "unsuppressed":
      return reason("pthUnsuppressed", {});
    case "suppressed":
      return reason("pthSuppressed", {});
    case "open":
      return reason("pthNeeded", { recorded });
  }
}

/** PTH at its lower limit counts as suppressed: a high calcium should take it there and below. */
function pthState(pth: LabReading | undefined): PthState {
  if (pth === undefined) return "open";
  if (pth.flag === "low") return "suppressed";
  if (pth.flag !== "inRange" && pth.flag !== "high") return "open";
  const atLowerLimit = pth.applied.some(({ interval, low }) => {
    if (low === undefined) return false;
    const limit = convert(low.value, interval.unit, "pth", pth.unit);
    return limit !== undefined && pth.value.value <= limit;
  });
  return atLowerLimit ? "suppressed" : "unsuppressed";
}

function highPthrp(view: CaseView): readonly Reason[] {
  const pthrp = flagged(view, ["pthrp"], "high");
  const calcium = flaggedCalcium(view, "high").filter((one) => beside(one, pthrp).length > 0);
  return calcium.length === 0 ? [] : labReasons(pthrp);
}

function isHypoparathyroid(view: CaseView): boolean {
  return (view.record.comorbidities ?? []).some(
    (one) => one.condition === "hypoparathyroidism" && one.certainty !== "suspected",
  );
}

/** High alkaline phosphatase never raises this alone: pregnancy and lactation do that by themselves. */
function osteomalacia(view: CaseView): readonly Reason[] {
  const alp = flagged(view, ["alp", "boneAlp"], "high");
  const lowMineral = [...flagged(view, ["phosphate"], "low"), ...flaggedCalcium(view, "low")];
  for (const one of alp) {
    const minerals = beside(one, lowMineral);
    const vitaminD = beside(one, flagged(view, ["vitaminD25oh"], "low"));
    const pth = beside(one, flagged(view, ["pth"], "high"));
    const withVitaminD = vitaminD.length > 0 && pth.length > 0 ? [...vitaminD, ...pth] : [];
    if (minerals.length === 0 && withVitaminD.length === 0) continue;
    return [...labReasons([one, ...minerals, ...withVitaminD]), reason("alpAloneIsNotEnough", {})];
  }
  return [];
}

function coeliac(view: CaseView): readonly Reason[] {
  const serology = [
    ...labReasons(flagged(view, ["tissueTransglutaminaseIgA"], "high")),
    ...abnormalInWords(view, "coeliacSerology"),
  ];
  const triad = flaggedCalcium(view, "low").flatMap((calcium) => {
    const vitaminD = beside(calcium, flagged(view, ["vitaminD25oh"], "low"));
    const pth = beside(calcium, flagged(view, ["pth"], "high"));
    return vitaminD.length > 0 && pth.length > 0 ? labReasons([calcium, ...vitaminD, ...pth]) : [];
  });
  return [...serology, ...triad];
}
