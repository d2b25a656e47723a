import type { Phrase } from "../language/phrase.ts";
import type { AgentId } from "../therapy/vocabulary.ts";
import { sentence } from "./sentence.ts";

const historyYes: Phrase<{ readonly item: string; readonly at: string }> = {
  en: (f, t) => `History: ${t.word("history", f.item)}.`,
  zh: (f, t) => `病史：${t.word("history", f.item)}。`,
};

const agentGiven: Phrase<{ readonly agent: AgentId; readonly at: string }> = {
  en: (f, t) => `Given: ${t.agent(f.agent)}.`,
  zh: (f, t) => `曾用药：${t.agent(f.agent)}。`,
};

const conditionRecorded: Phrase<{ readonly condition: string; readonly certainty: string; readonly at: string }> = {
  en: (f, t) =>
    `${f.certainty === "suspected" ? "Suspected" : "Recorded diagnosis"}: ${t.word("condition", f.condition)}.`,
  zh: (f, t) => `${f.certainty === "suspected" ? "疑诊" : "已确诊"}：${t.word("condition", f.condition)}。`,
};

const workupAbnormal: Phrase<{ readonly item: string; readonly at: string }> = {
  en: (f, t) => `${sentence(t.word("workupItem", f.item))}: abnormal.`,
  zh: (f, t) => `${t.word("workupItem", f.item)}：异常。`,
};

const symptomRecorded: Phrase<{ readonly symptom: string; readonly at: string }> = {
  en: (f, t) => `Symptom: ${t.word("symptom", f.symptom)}.`,
  zh: (f, t) => `症状：${t.word("symptom", f.symptom)}。`,
};

const imagingShows: Phrase<{ readonly region: string; readonly finding: string; readonly at: string }> = {
  en: (f, t) => `Imaging, ${t.word("imagingRegion", f.region)}: ${t.word("imagingFinding", f.finding)}.`,
  zh: (f, t) => `影像，${t.word("imagingRegion", f.region)}：${t.word("imagingFinding", f.finding)}。`,
};

const fractureOf: Phrase<{ readonly site: string; readonly at: string }> = {
  en: (f, t) => `Fracture of ${t.site(f.site)}.`,
  zh: (f, t) => `${t.site(f.site)}骨折。`,
};

const noVertebralFracture: Phrase<{ readonly recorded: boolean }> = {
  en: (f) => (f.recorded ? "No vertebral fracture among the recorded ones." : "No vertebral fracture is recorded."),
  zh: (f) => (f.recorded ? "已记录的骨折中无椎体骨折。" : "未记录椎体骨折。"),
};

const variantFound: Phrase<{ readonly gene: string; readonly classification: string; readonly at: string }> = {
  en: (f, t) => `Variant in ${f.gene}: ${t.word("variantClass", f.classification)}.`,
  zh: (f, t) => `${f.gene}基因变异：${t.word("variantClass", f.classification)}。`,
};

const pthNeeded: Phrase<{ readonly recorded: boolean }> = {
  en: (f) =>
    f.recorded
      ? "PTH does not settle the cause: its place on the interval is undetermined."
      : "PTH of the same time is not recorded; it separates the causes.",
  zh: (f) => (f.recorded ? "PTH相对参考范围的位置无法确定，不能鉴别病因。" : "未记录同期PTH，而PTH是鉴别病因的关键。"),
};

const pthUnsuppressed: Phrase<Record<never, never>> = {
  en: () => "High calcium should suppress PTH; it is not suppressed here, and lactation would lower it further.",
  zh: () => "高血钙应抑制PTH，此处PTH未被抑制，而哺乳本应使其更低。",
};

const pthSuppressed: Phrase<Record<never, never>> = {
  en: () =>
    "PTH is suppressed. Lactation by itself lowers PTH, so the calcium carries the signal; PTHrP-driven loss can be part of PLO and may reverse with weaning.",
  zh: () => "PTH受抑制。哺乳本身可降低PTH，故以血钙升高为主要线索；PTHrP所致骨丢失也可为PLO的一部分，断奶后可能逆转。",
};

const alpAloneIsNotEnough: Phrase<Record<never, never>> = {
  en: () =>
    "Alkaline phosphatase and phosphate rise by themselves after delivery and in lactation; the signal is the low mineral or vitamin D with high PTH beside it.",
  zh: () => "产后及哺乳期碱性磷酸酶和血磷可生理性升高；线索在于同时存在的低钙、低磷，或低维生素D伴PTH升高。",
};

export const signalReasons = {
  historyYes,
  agentGiven,
  conditionRecorded,
  workupAbnormal,
  symptomRecorded,
  imagingShows,
  fractureOf,
  noVertebralFracture,
  variantFound,
  pthNeeded,
  pthUnsuppressed,
  pthSuppressed,
  alpAloneIsNotEnough,
} as const;
