import type { Phrase, Text } from "@materbone/clinical";

export const appraisalWords = {
  studies: { en: "How far a report can be trusted", zh: "研究质量评价" },
  studiesText: {
    en: "Two tools for case reports and series. Their answers are counted, never summed into a score.",
    zh: "采用两种病例报告与病例系列评价工具，只计各类回答数，不合成总分。",
  },
  study: { en: "Study", zh: "研究" },
  begin: { en: "Begin the appraisal", zh: "开始评价" },
  remove: { en: "Take this appraisal out", zh: "移除此评价" },
  by: { en: "Judged by", zh: "评价人" },
  on: { en: "On", zh: "日期" },
  needed: { en: "Give a name and a day as 2026-11-26.", zh: "请填写评价人及日期（如2026-11-26）。" },
  because: { en: "Reason", zh: "理由" },
  notAppraised: { en: "not appraised", zh: "未评价" },
  certainty: { en: "Certainty of the evidence (GRADE)", zh: "证据质量（GRADE）" },
  certaintyText: {
    en: "Observational evidence starts low. Each judgement lowers or raises it, with its reason; the level follows.",
    zh: "观察性证据起始为低；逐项降级或升级并注明理由，等级由此得出。",
  },
  notJudged: { en: "not judged", zh: "未评级" },
  judge: { en: "Judge this outcome", zh: "开始评级" },
  change: { en: "Change", zh: "修改" },
  shut: { en: "Close the form", zh: "收起" },
  removeProfile: { en: "Take this profile out", zh: "移除此评级" },
} as const satisfies Record<string, Text>;

export const ANSWER_WORDS: Readonly<Record<"yes" | "no" | "unclear" | "notApplicable", Text>> = {
  yes: { en: "yes", zh: "是" },
  no: { en: "no", zh: "否" },
  unclear: { en: "unclear", zh: "不清楚" },
  notApplicable: { en: "not applicable", zh: "不适用" },
};

export const LEVEL_WORDS: readonly { readonly value: string; readonly text: Text }[] = [
  { value: "-2", text: { en: "lowered by two levels", zh: "降2级" } },
  { value: "-1", text: { en: "lowered by one level", zh: "降1级" } },
  { value: "0", text: { en: "left as it is", zh: "不变" } },
  { value: "1", text: { en: "raised by one level", zh: "升1级" } },
  { value: "2", text: { en: "raised by two levels", zh: "升2级" } },
];

export const sayCount: Phrase<{ readonly answer: string; readonly count: number }> = {
  en: ({ answer, count }) => `${answer} ${count}`,
  zh: ({ answer, count }) => `${answer}${count}项`,
};

export const sayStart: Phrase<{ readonly level: string; readonly by: string; readonly on: string }> = {
  en: ({ level, by, on }) => `Starts ${level} (${by}, ${on})`,
  zh: ({ level, by, on }) => `起始等级${level}（${by}，${on}）`,
};
