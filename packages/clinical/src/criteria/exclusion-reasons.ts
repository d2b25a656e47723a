import type { Analyte } from "../laboratory/vocabulary.ts";
import type { Phrase } from "../language/phrase.ts";
import type { Terms } from "../language/terms.ts";
import { sayTime, type TimeFact } from "./reason-time.ts";
import { sentence } from "./sentence.ts";
import { signalCondition } from "./signal-knowledge.ts";
import type { UnclassedWhy } from "./unclassed-value.ts";

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
  en: (f, t) => `${sentence(t.word("workupItem", f.item))}: done; the result is not stated.`,
  zh: (f, t) => `${t.word("workupItem", f.item)}：已查，但未说明结果。`,
};

const itemAbnormal: Phrase<ItemFacts> = {
  en: (f, t) => `${sentence(t.word("workupItem", f.item))}: abnormal; another cause is not excluded by it.`,
  zh: (f, t) => `${t.word("workupItem", f.item)}：异常，不能据此排除其他病因。`,
};

const itemMissing: Phrase<{ readonly item: string; readonly status: "notDone" | "notDocumented" }> = {
  en: (f, t) => `${sentence(t.word("workupItem", f.item))}: ${f.status === "notDone" ? "not done" : "not documented"}.`,
  zh: (f, t) => `${t.word("workupItem", f.item)}：${f.status === "notDone" ? "未查" : "未记录"}。`,
};

const itemBeforePregnancy: Phrase<ItemFacts & { readonly time: TimeFact }> = {
  en: (f, t) =>
    `${sentence(t.word("workupItem", f.item))}: tested only before the index pregnancy (${sayTime(f.time, t)}).`,
  zh: (f, t) => `${t.word("workupItem", f.item)}：仅在本次妊娠之前检查（${sayTime(f.time, t)}）。`,
};

const valueNotClassed: Phrase<ItemFacts & LabFacts & { readonly why: UnclassedWhy }> = {
  en: (f, t) =>
    `${sentence(t.word("workupItem", f.item))}: ${t.analyte(f.analyte)} ${number(f, t)} ${f.unit} is recorded, ${
      {
        noInterval: "with no interval to class it",
        intervalsDisagree: "but the intervals that may apply disagree",
        censored: "but the reported bound reaches over a limit of the interval",
      }[f.why]
    }.`,
  zh: (f, t) =>
    `${t.word("workupItem", f.item)}：已记录${t.analyte(f.analyte)} ${number(f, t)} ${f.unit}，${
      {
        noInterval: "无参考区间，无法判定",
        intervalsDisagree: "但可能适用的参考区间判定不一致",
        censored: "但仅报告检测界限，无法判定是否在参考区间内",
      }[f.why]
    }。`,
};

const signalOpen: Phrase<{ readonly signal: string; readonly at: string }> = {
  en: (f, t) => `Consider ${midSentence(t.text(signalCondition(f.signal)))}: not answered.`,
  zh: (f, t) => `需考虑${t.text(signalCondition(f.signal))}，尚无结论。`,
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
  itemBeforePregnancy,
  valueNotClassed,
  signalOpen,
  exposureDenied,
  exposurePresent,
  exposureMissing,
  conditionExcludes,
  conditionOpen,
  laboratoryValue,
  lactationShifts,
} as const;

/** Takes the capital from a heading's first word, unless it is an abbreviation. */
function midSentence(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function number(f: Pick<LabFacts, "censored" | "value" | "decimals">, t: Terms): string {
  return `${f.censored ?? ""}${t.fixed(f.value, f.decimals)}`;
}
