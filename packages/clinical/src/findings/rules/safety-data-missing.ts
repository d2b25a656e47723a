import type { Analyte } from "../../laboratory/vocabulary.ts";
import type { CaseView, TimedTreatment } from "../../record/case-view.ts";
import type { WorkupItem } from "../../record/workup.ts";
import { agentKnowledge } from "../../therapy/agent.ts";
import type { AgentId } from "../../therapy/vocabulary.ts";
import { type Interval, isNotAfter } from "../../time/interval.ts";
import { monthsOf } from "../../time/time-frame.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { commonPlace } from "./place.ts";

type MissingSafety = "kidneyFunctionBefore" | "calciumAfter";
type UnsafeDose = { readonly agent: AgentId; readonly missing: readonly MissingSafety[] };
type SafetyFacts = { readonly treatments: readonly UnsafeDose[] };

const KIDNEY: readonly Analyte[] = ["creatinine", "egfr", "creatinineClearance"];
const CALCIUM: readonly Analyte[] = ["calcium", "calciumAlbuminAdjusted", "calciumIonised"];

const EN: Readonly<Record<MissingSafety, string>> = {
  kidneyFunctionBefore: "creatinine or eGFR before it",
  calciumAfter: "calcium after it",
};
const ZH: Readonly<Record<MissingSafety, string>> = {
  kidneyFunctionBefore: "用药前的肌酐（或 eGFR）",
  calciumAfter: "用药后的血钙",
};

/**
 * Zoledronic acid is contraindicated in poor kidney function, and it and denosumab lower calcium.
 * A kidney value counts unless it is decidedly later than the dose; a calcium value counts only when it is decidedly later.
 */
export const safetyDataMissing = caseRule<SafetyFacts>({
  id: "safety-data-missing",
  severity: "major",
  reads: ["treatments[].agent", "treatments[].route", "laboratory[].results", "workup"],
  source: sourcePaper("l.213, l.230-276", "no creatinine or eGFR and no calcium after the infusion is reported"),
  title: {
    en: "Are kidney function before and calcium after an intravenous bisphosphonate or denosumab missing?",
    zh: "静脉用双膦酸盐或地舒单抗是否缺少用药前肾功能和用药后血钙？",
  },
  message: {
    en: ({ treatments }, t) =>
      `Not recorded: ${t.series(treatments.map(({ agent, missing }) => `for ${t.agent(agent)}, ${t.list(missing.map((part) => EN[part]))}`))}.`,
    zh: ({ treatments }, t) =>
      `未记录：${treatments.map(({ agent, missing }) => `${t.agent(agent)}${t.list(missing.map((part) => ZH[part]))}`).join("；")}。`,
  },
  find: (view) => {
    const treatments: UnsafeDose[] = [];
    const places: string[] = [];
    for (const treatment of view.treatments) {
      if (!needsSafetyData(treatment)) continue;
      const missing: MissingSafety[] = [];
      if (!hasKidneyFunctionBefore(view, treatment.when)) missing.push("kidneyFunctionBefore");
      if (!hasCalciumAfter(view, treatment.when)) missing.push("calciumAfter");
      if (missing.length === 0) continue;
      treatments.push({ agent: treatment.entry.agent, missing });
      places.push(treatment.at);
    }
    return treatments.length === 0 ? [] : [{ at: commonPlace(places), facts: { treatments } }];
  },
});

function needsSafetyData({ entry: { agent, route } }: TimedTreatment): boolean {
  const kind = agentKnowledge(agent).class;
  if (kind === "antiRankl") return true;
  if (kind !== "bisphosphonate") return false;
  return agent === "zoledronicAcid" || route === "intravenousInfusion" || route === "intravenousInjection";
}

function hasKidneyFunctionBefore(view: CaseView, dose: Interval | undefined): boolean {
  const isNotLater = (time: Interval | undefined) =>
    time === undefined || dose === undefined || isNotAfter(time, dose) !== "no";
  return (
    view.laboratory.some(({ analyte, when }) => KIDNEY.includes(analyte) && isNotLater(when)) ||
    workupTimes(view, "creatinine").some(isNotLater)
  );
}

function hasCalciumAfter(view: CaseView, dose: Interval | undefined): boolean {
  const isLater = (time: Interval | undefined) =>
    time !== undefined && dose !== undefined && isNotAfter(time, dose) === "no";
  return (
    view.laboratory.some(({ analyte, when }) => CALCIUM.includes(analyte) && isLater(when)) ||
    workupTimes(view, "calcium").some(isLater)
  );
}

/** Times of the entries that say the item was done, whatever it showed. */
function workupTimes(view: CaseView, item: WorkupItem): readonly (Interval | undefined)[] {
  return (view.record.workup ?? [])
    .filter((entry) => entry.item === item && entry.status !== "notDone" && entry.status !== "notDocumented")
    .map((entry) => monthsOf(entry.at, view.frame));
}
