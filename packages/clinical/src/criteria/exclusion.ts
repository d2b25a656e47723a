import { answerValue } from "../record/answer.ts";
import type { CaseView } from "../record/case-view.ts";
import { givenBeforeFracture } from "./exposure-evidence.ts";
import { labReason, unclassedReason } from "./lab-reason.ts";
import { timeFact } from "./reason-time.ts";
import { type Reason, reason } from "./reasons.ts";
import { considerInstead } from "./signals.ts";
import type { CriterionResult } from "./verdict.ts";
import {
  conditionsForExclusion,
  type ExposureKnowledge,
  exclusionExposures,
  exclusionItems,
  workupState,
} from "./workup.ts";

type Part = { readonly kind: "clear" | "question" | "missing" | "excluded"; readonly reasons: readonly Reason[] };

/** Views never change, and no definition asks this criterion in a way of its own: what one was judged holds for all. */
const judged = new WeakMap<CaseView, CriterionResult>();

/**
 * Are other causes excluded? Met only when every asked test is normal, exposures were asked and denied, no condition that
 * can explain the disease is recorded, and no fact of the record asks for another condition to be considered. An
 * established other metabolic bone disease is the only thing that makes it not met: that is the doctor's own diagnosis,
 * and it answers what the signals ask. What is not documented, or cannot be classed, is not excluded.
 */
export function assessExclusion(view: CaseView): CriterionResult {
  const known = judged.get(view);
  if (known !== undefined) return known;
  const result = judge(view);
  judged.set(view, result);
  return result;
}

function judge(view: CaseView): CriterionResult {
  const parts = [
    ...conditionParts(view),
    ...exclusionItems.map((item) => itemPart(view, item)),
    ...exclusionExposures.map((exposure) => exposurePart(view, exposure)),
  ];
  const has = (kind: Part["kind"]): boolean => parts.some((part) => part.kind === kind);
  const signals = has("excluded")
    ? []
    : considerInstead(view).map(({ id, at }) => reason("signalOpen", { signal: id, at }));
  const missing = [...parts.filter((part) => part.kind === "missing").flatMap((part) => part.reasons), ...signals];
  return {
    id: "exclusion",
    status: has("excluded") ? "notMet" : has("question") || missing.length > 0 ? "undecided" : "met",
    because: parts.filter((part) => part.kind !== "missing").flatMap((part) => part.reasons),
    missing,
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
  const { status, at, beforePregnancy } = workupState(view, item);
  if (beforePregnancy !== undefined) {
    const facts = { item, time: timeFact(beforePregnancy), at: at ?? "" };
    return { kind: "missing", reasons: [reason("itemBeforePregnancy", facts)] };
  }
  switch (status) {
    case "notDone":
    case "notDocumented":
      return { kind: "missing", reasons: [reason("itemMissing", { item, status })] };
    case "normal":
      return { kind: "clear", reasons: [reason("itemNormal", { item, at: at ?? "" })] };
    case "done":
      return { kind: "missing", reasons: [unsettled(view, item, at)] };
    case "abnormal":
      return { kind: "question", reasons: [reason("itemAbnormal", { item, at: at ?? "" }), ...valueAt(view, at)] };
  }
}

/** A value that cannot be classed, or a test whose result is not stated. */
function unsettled(view: CaseView, item: (typeof exclusionItems)[number], at: string | undefined): Reason {
  const reading = view.laboratory.find((one) => one.at === at);
  const unclassed = reading === undefined ? undefined : unclassedReason(item, reading);
  return unclassed ?? reason("itemDone", { item, at: at ?? "" });
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
