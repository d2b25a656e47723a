import { answerValue } from "../record/answer.ts";
import type { CaseView } from "../record/case-view.ts";
import { givenBeforeFracture } from "./exposure-evidence.ts";
import { labReason } from "./lab-reason.ts";
import { type Reason, reason } from "./reasons.ts";
import type { CriterionResult } from "./verdict.ts";
import {
  conditionsForExclusion,
  type ExposureKnowledge,
  exclusionExposures,
  exclusionItems,
  workupState,
} from "./workup.ts";

type Part = { readonly kind: "clear" | "question" | "missing" | "excluded"; readonly reasons: readonly Reason[] };

/**
 * Are other causes excluded? Met only when every asked test is documented and not abnormal, exposures were asked and
 * denied, and no condition that can explain the disease is recorded. An established other metabolic bone disease is the
 * only thing that makes it not met: that is the doctor's own diagnosis. What is not documented is not excluded.
 */
export function assessExclusion(view: CaseView): CriterionResult {
  const parts = [
    ...conditionParts(view),
    ...exclusionItems.map((item) => itemPart(view, item)),
    ...exclusionExposures.map((exposure) => exposurePart(view, exposure)),
  ];
  const has = (kind: Part["kind"]): boolean => parts.some((part) => part.kind === kind);
  return {
    id: "exclusion",
    status: has("excluded") ? "notMet" : has("question") || has("missing") ? "undecided" : "met",
    because: parts.filter((part) => part.kind !== "missing").flatMap((part) => part.reasons),
    missing: parts.filter((part) => part.kind === "missing").flatMap((part) => part.reasons),
  };
}

function conditionParts(view: CaseView): readonly Part[] {
  return (view.record.comorbidities ?? []).flatMap(({ condition, certainty = "established" }, position): Part[] => {
    const at = `/comorbidities/${position}`;
    const excluding = conditionsForExclusion.excluding.includes(condition);
    if (excluding && certainty === "established") {
      return [{ kind: "excluded", reasons: [reason("conditionExcludes", { condition, at })] }];
    }
    if (!excluding && !conditionsForExclusion.question.includes(condition)) return [];
    return [{ kind: "question", reasons: [reason("conditionOpen", { condition, certainty, at })] }];
  });
}

function itemPart(view: CaseView, item: (typeof exclusionItems)[number]): Part {
  const { status, at } = workupState(view, item);
  switch (status) {
    case "notDone":
    case "notDocumented":
      return { kind: "missing", reasons: [reason("itemMissing", { item, status })] };
    case "normal":
      return { kind: "clear", reasons: [reason("itemNormal", { item, at: at ?? "" })] };
    case "done":
      return { kind: "clear", reasons: [reason("itemDone", { item, at: at ?? "" })] };
    case "abnormal":
      return { kind: "question", reasons: [reason("itemAbnormal", { item, at: at ?? "" }), ...valueAt(view, at)] };
  }
}

/** The abnormal value itself, with the shift that lactation alone can cause. */
function valueAt(view: CaseView, at: string | undefined): readonly Reason[] {
  const reading = view.laboratory.find((one) => one.at === at);
  if (reading === undefined) return [];
  const value = labReason(reading);
  return isLactationShift(reading) ? [value, reason("lactationShifts", { items: [reading.analyte] })] : [value];
}

function isLactationShift(reading: CaseView["laboratory"][number]): boolean {
  if (reading.flag === "high") return ["phosphate", "alp", "boneAlp"].includes(reading.analyte);
  return reading.flag === "low" && reading.analyte === "pth";
}

function exposurePart(view: CaseView, { item, agents }: ExposureKnowledge): Part {
  const [given] = givenBeforeFracture(view, agents);
  const at = `/history/${item}`;
  const answer = answerValue(view.record.history?.[item]);
  if (given !== undefined || answer === "yes") {
    return { kind: "question", reasons: [reason("exposurePresent", { item, at: given?.at ?? at })] };
  }
  if (answer === "no") return { kind: "clear", reasons: [reason("exposureDenied", { item, at })] };
  return { kind: "missing", reasons: [reason("exposureMissing", { item })] };
}
