import type { CaseView } from "../record/case-view.ts";
import { type Interval, isNotAfter } from "../time/interval.ts";
import type { AgentCheck } from "./check.ts";
import { type Answer, NOT_DOCUMENTED, workupAnswer } from "./readiness-answer.ts";

/** A test of which only one result stands against the agent: abnormal is positive. */
export function pregnancyTestAnswer(view: CaseView, dose: Interval | undefined): Answer {
  const answer = workupAnswer(view, "pregnancyTest", dose);
  if (answer?.reason.kind === "workup" && answer.reason.status === "abnormal") return { ...answer, status: "fails" };
  return answer ?? NOT_DOCUMENTED;
}

export function dentalAnswer(view: CaseView, dose: Interval | undefined): Answer {
  const answer = workupAnswer(view, "dentalCheck", dose);
  if (answer?.reason.kind !== "workup") return answer ?? NOT_DOCUMENTED;
  if (answer.reason.status === "abnormal") return { ...answer, status: "fails" };
  // A dental check has no result to wait for: done is done.
  return answer.reason.status === "done" ? { ...answer, status: "has" } : answer;
}

/** The wish itself fails: a drug that stays in bone or harms a fetus stands against it, and it wants talking about. */
export function intentionAnswer(view: CaseView): Answer {
  const plan = view.record.plan?.nextPregnancy?.plan;
  if (plan === undefined || plan === "notReported") return NOT_DOCUMENTED;
  return { status: plan === "wished" ? "fails" : "has", at: "/plan/nextPregnancy", reason: { kind: "plan", plan } };
}

export function contraceptionAnswer(view: CaseView): Answer {
  const use = view.record.plan?.contraception?.use;
  if (use === undefined || use === "notReported") return NOT_DOCUMENTED;
  return { status: use === "no" ? "fails" : "has", at: "/plan/contraception", reason: { kind: "contraception", use } };
}

/** Weaned, or never breastfed. Weaning certainly after the dose fails. */
export function breastfeedingAnswer(view: CaseView, dose: Interval | undefined): Answer {
  const lactation = view.index?.lactation;
  if (lactation === undefined) return NOT_DOCUMENTED;
  const at = `${view.indexAt}/lactation`;
  if (lactation.breastfed === "no") return { status: "has", at, reason: { kind: "breastfeeding", state: "never" } };
  if (lactation.stillBreastfeeding === true) {
    return { status: "fails", at, reason: { kind: "breastfeeding", state: "continues" } };
  }
  if (view.weaned === undefined) return NOT_DOCUMENTED;
  if (dose === undefined) return { status: "has", at, reason: { kind: "breastfeeding", state: "weaned" } };
  const before = isNotAfter(view.weaned, dose);
  if (before === "yes") return { status: "has", at, reason: { kind: "breastfeeding", state: "weaned" } };
  return {
    status: before === "no" ? "fails" : "undecided",
    at,
    reason: { kind: "breastfeeding", state: before === "no" ? "weanedAfterDose" : "weaned" },
  };
}

/** An established disease fails, a suspected one is undecided; a disease not named in the record was not excluded. */
export function conditionAnswer(view: CaseView, need: AgentCheck): Answer {
  const against = need.conditions ?? [];
  const found = (view.record.comorbidities ?? [])
    .map((entry, position) => ({ entry, at: `/comorbidities/${position}` }))
    .filter(({ entry }) => against.includes(entry.condition));
  const worst = found.find(({ entry }) => entry.certainty !== "suspected") ?? found[0];
  if (worst === undefined) return NOT_DOCUMENTED;
  const certainty = worst.entry.certainty ?? "established";
  return {
    status: certainty === "established" ? "fails" : "undecided",
    at: worst.at,
    reason: { kind: "condition", condition: worst.entry.condition, certainty },
  };
}
