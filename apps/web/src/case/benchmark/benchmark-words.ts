import type { Phrase, Text } from "@materbone/clinical";

export const benchmarkWords = {
  band: { en: "Change without a drug", zh: "未用药变化" },
  hidden: { en: "hide", zh: "不显示" },
  table: { en: "Table of every two scans beside the change without a drug", zh: "与未用药者变化的比较表" },
  percent: { en: "Change, %", zh: "变化（%）" },
  expected: { en: "Expected, %", zh: "预期（%）" },
  percentile: { en: "Percentile", zh: "百分位" },
  women: { en: "Women", zh: "例数" },
  place: { en: "The change lies", zh: "所处位置" },
  depends: { en: "open", zh: "不确定" },
  why: { en: "none", zh: "无" },
} as const satisfies Record<string, Text>;

/** "95% range". */
export const sayRange: Phrase<{ readonly level: number }> = {
  en: ({ level }) => `${level}% range`,
  zh: ({ level }) => `${level}%范围`,
};
