import type { Analyte } from "../laboratory/vocabulary.ts";
import type { Phrase } from "../language/phrase.ts";
import type { Terms } from "../language/terms.ts";
import { sentence } from "./sentence.ts";

type ItemFacts = { readonly item: string; readonly at: string };

/** A laboratory value as a fact; `decimals` as printed. */
type LabFacts = {
  readonly analyte: Analyte;
  readonly value: number;
  readonly decimals: number;
  readonly censored: "<" | ">" | null;
  readonly unit: string;
  readonly flag: string;
  readonly at: string;
};

const itemNormal: Phrase<ItemFacts> = {
  en: (f, t) => `${sentence(t.word("workupItem", f.item))}: normal.`,
  zh: (f, t) => `${t.word("workupItem", f.item)}：正常。`,
};

const itemDone: Phrase<ItemFacts> = {
  en: (f, t) => `${sentence(t.word("workupItem", f.item))}: done; the record does not settle whether it is normal.`,
  zh: (f, t) => `${t.word("workupItem", f.item)}：已查，记录未能判定是否正常。`,
};

const itemAbnormal: Phrase<ItemFacts> = {
  en: (f, t) => `${sentence(t.word("workupItem", f.item))}: abnormal; another cause is not excluded by it.`,
  zh: (f, t) => `${t.word("workupItem", f.item)}：异常，不能据此排除其他病因。`,
};

const itemMissing: Phrase<{ readonly item: string; readonly status: "notDone" | "notDocumented" }> = {
  en: (f, t) => `${sentence(t.word("workupItem", f.item))}: ${f.status === "notDone" ? "not done" : "not documented"}.`,
  zh: (f, t) => `${t.word("workupItem", f.item)}：${f.status === "notDone" ? "未查" : "未记录"}。`,
};

const exposureDenied: Phrase<ItemFacts> = {
  en: (f, t) => `Exposure to ${t.word("history", f.item)}: no.`,
  zh: (f, t) => `${t.word("history", f.item)}：无。`,
};

const exposurePresent: Phrase<ItemFacts> = {
  en: (f, t) => `Exposure to ${t.word("history", f.item)}: yes; an exposure that can weaken bone is recorded.`,
  zh: (f, t) => `${t.word("history", f.item)}：有，为可损害骨骼的暴露。`,
};

const exposureMissing: Phrase<{ readonly item: string }> = {
  en: (f, t) => `Exposure to ${t.word("history", f.item)}: not documented.`,
  zh: (f, t) => `${t.word("history", f.item)}：未记录。`,
};

const conditionExcludes: Phrase<{ readonly condition: string; readonly at: string }> = {
  en: (f, t) =>
    `Recorded diagnosis: ${t.word("condition", f.condition)}, another metabolic bone disease or cause of osteoporosis.`,
  zh: (f, t) => `已确诊${t.word("condition", f.condition)}，属其他代谢性骨病或继发性骨质疏松病因。`,
};

const conditionOpen: Phrase<{ readonly condition: string; readonly certainty: string; readonly at: string }> = {
  en: (f, t) =>
    f.certainty === "suspected"
      ? `Suspected: ${t.word("condition", f.condition)}; it is not settled.`
      : `Recorded diagnosis: ${t.word("condition", f.condition)}, which can weaken bone; whether it explains the disease is the doctor's judgement.`,
  zh: (f, t) =>
    f.certainty === "suspected"
      ? `疑诊${t.word("condition", f.condition)}，尚未明确。`
      : `已确诊${t.word("condition", f.condition)}，可影响骨骼，是否为病因需临床医师判断。`,
};

const laboratoryValue: Phrase<LabFacts> = {
  en: (f, t) => `${sentence(t.analyte(f.analyte))} ${number(f, t)} ${f.unit}: ${t.word("labFlag", f.flag)}.`,
  zh: (f, t) => `${t.analyte(f.analyte)} ${number(f, t)} ${f.unit}：${t.word("labFlag", f.flag)}。`,
};

const lactationShifts: Phrase<{ readonly items: readonly string[] }> = {
  en: () =>
    "Lactation itself raises phosphate and alkaline phosphatase and lowers PTH; a range for women who do not lactate can mislead.",
  zh: () => "哺乳本身可使血磷、碱性磷酸酶升高，甲状旁腺激素降低，采用非哺乳期参考范围可能误判。",
};

export const exclusionReasons = {
  itemNormal,
  itemDone,
  itemAbnormal,
  itemMissing,
  exposureDenied,
  exposurePresent,
  exposureMissing,
  conditionExcludes,
  conditionOpen,
  laboratoryValue,
  lactationShifts,
} as const;

function number(f: LabFacts, t: Terms): string {
  return `${f.censored ?? ""}${t.fixed(f.value, f.decimals)}`;
}
