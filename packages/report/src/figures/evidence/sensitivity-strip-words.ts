import type { Phrase, Text } from "@materbone/clinical";
import type { SinglesKept } from "./evidence-figure-data.ts";

export const SINGLES_WORDS: Readonly<Record<SinglesKept, Text>> = {
  kept: { en: "with single women", zh: "含单例" },
  leftOut: { en: "without single women", zh: "不含单例" },
  none: { en: "no single women", zh: "无单例" },
};

export const STRIP_WORDS = {
  analysis: { en: "Analysis", zh: "分析" },
  assumption: { en: "Assumption", zh: "假定" },
  singles: { en: "Single women", zh: "单例" },
  studies: { en: "Studies", zh: "研究数" },
  primary: { en: "primary analysis", zh: "主要分析" },
  prediction: { en: "PI", zh: "预测区间" },
  noPrediction: { en: "no PI", zh: "无预测区间" },
} as const;

export const STRIP_KEY = {
  en: "Thick line: confidence interval; bar behind it: prediction interval (PI). Hollow marks leave single women out.",
  zh: "粗线：置信区间；其后的条带：预测区间。空心标记不含单例。",
} as const;

export const PRIMARY_KEY = {
  en: "The dashed line stands at the primary analysis, in bold.",
  zh: "虚线为主要分析（粗体）的估计值。",
} as const;

/** How far the estimates lie apart: what the assumption does. */
export const STRIP_SUMMARY: Phrase<{
  readonly analyses: number;
  readonly estimates: string;
  readonly predictions: string;
}> = {
  en: ({ analyses, estimates, predictions }, terms) =>
    `${analyses} ${terms.count(analyses, "analysis", "analyses")}: estimates ${estimates}${predictions === "" ? "" : `, prediction intervals within ${predictions}`}.`,
  zh: ({ analyses, estimates, predictions }) =>
    `${analyses}项分析：估计值 ${estimates}${predictions === "" ? "" : `，预测区间均在 ${predictions} 之内`}。`,
};
