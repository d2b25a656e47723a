import type { Phrase, Terms, Text } from "@materbone/clinical";
import type { AppraisalMark, StratumPart } from "./forest-data.ts";

type PooledFacts = {
  readonly label: string;
  readonly value: string;
  readonly ci: string;
  readonly level: number;
  readonly studies: number;
  readonly women: number;
  readonly prediction: string;
};

/** A pooled effect as a sentence; `prediction` is its interval or the reason why there is none. */
export const POOLED_SENTENCE: Phrase<PooledFacts> = {
  en: ({ label, value, ci, level, studies, women, prediction }, terms) =>
    `${label}: ${value} (${level}% CI ${ci}) from ${counted(studies, women, terms)}; ${prediction}.`,
  zh: ({ label, value, ci, level, studies, women, prediction }, terms) =>
    `${label}：${value}（${level}%置信区间 ${ci}），${counted(studies, women, terms)}；${prediction}。`,
};

export const POOLED_COUNTS: Phrase<{ readonly studies: number; readonly women: number }> = {
  en: ({ studies, women }, terms) => counted(studies, women, terms),
  zh: ({ studies, women }, terms) => counted(studies, women, terms),
};

function counted(studies: number, women: number, terms: Terms): string {
  if (terms.lang === "zh") return `${studies}项研究，${women}例`;
  return `${studies} ${terms.count(studies, "study", "studies")}, ${women} ${terms.count(women, "woman", "women")}`;
}

export const PREDICTION_WORDS: Phrase<{ readonly span: string }> = {
  en: ({ span }) => `prediction interval ${span}`,
  zh: ({ span }) => `预测区间 ${span}`,
};

export const NO_PREDICTION: Phrase<{ readonly reason: string }> = {
  en: ({ reason }) => `no prediction interval: ${reason}`,
  zh: ({ reason }) => `无预测区间：${reason}`,
};

const PART_WORDS: Readonly<Record<StratumPart, Text>> = {
  site: { en: "sites", zh: "部位" },
  window: { en: "time windows", zh: "时间窗" },
  metric: { en: "metrics", zh: "指标" },
};

/** Why no effect is drawn over all groups. */
export const UNLIKE: Phrase<{ readonly parts: readonly StratumPart[] }> = {
  en: ({ parts }, terms) =>
    `Nothing is pooled across the groups: they differ in ${terms.list(parts.map((part) => PART_WORDS[part].en))}.`,
  zh: ({ parts }, terms) => `各组${terms.list(parts.map((part) => PART_WORDS[part].zh))}不同，不跨组合并。`,
};

export const FOREST_KEY = {
  square: {
    en: "Squares grow with the weight; hollow squares are single women.",
    zh: "方块面积随权重增大；空心方块为单例。",
  },
  dashed: {
    en: "Dashed intervals rest on an assumed SD.",
    zh: "虚线区间基于假定的SD。",
  },
  open: {
    en: "Open circles have no variance and are not pooled.",
    zh: "空心圆无方差，未纳入合并。",
  },
  arrow: {
    en: "An arrow goes on beyond the axis.",
    zh: "箭头表示超出坐标轴。",
  },
  hollow: {
    en: "Hollow diamonds leave single women out.",
    zh: "空心菱形不含单例。",
  },
} as const;

export const FOREST_SUMMARY: Phrase<{ readonly effects: number; readonly studies: number; readonly quantity: string }> =
  {
    en: ({ effects, studies, quantity }, terms) =>
      `Forest plot of ${quantity}: ${effects} ${terms.count(effects, "effect", "effects")} of ${studies} ${terms.count(studies, "study", "studies")}.`,
    zh: ({ effects, studies, quantity }) => `${quantity}的森林图：${studies}项研究的${effects}个效应值。`,
  };

export const UNTREATED_SENTENCE: Phrase<{ readonly label: string; readonly span: string }> = {
  en: ({ label, span }) => `Band: ${label}, ${span}.`,
  zh: ({ label, span }) => `色带：${label}，${span}。`,
};

export const JUDGEMENT_WORDS: Readonly<Record<AppraisalMark["judgement"], Text>> = {
  good: { en: "good", zh: "良好" },
  unclear: { en: "unclear", zh: "不清楚" },
  poor: { en: "poor", zh: "差" },
};

/** Signs in the dots, so that colour is never the only sign. */
export const JUDGEMENT_SIGN: Readonly<Record<AppraisalMark["judgement"], string>> = {
  good: "+",
  unclear: "?",
  poor: "\u2212",
};

export const WEIGHT_WORDS: Phrase<{ readonly weight: string }> = {
  en: ({ weight }) => `weight ${weight}%`,
  zh: ({ weight }) => `权重${weight}%`,
};
