import type { Phrase, Text } from "@materbone/clinical";

export const forestWords = {
  scripts: { en: "R script (metafor)", zh: "R脚本（metafor）" },
  scriptsNote: {
    en: "Makes the pooled effect anew, to the same digits.",
    zh: "用 metafor 重算同一合并结果，数值一致。",
  },
  strip: { en: "With other SDs between women", zh: "个体间标准差取其他值时" },
  excluded: { en: "Not in a pooled effect", zh: "未计入合并者" },
  excludedNote: {
    en: "Every value of this site that the figure leaves out or shows without a weight, and why.",
    zh: "该部位未纳入图中或不加权的全部数值及原因。",
  },
  study: { en: "Study", zh: "研究" },
  treatment: { en: "Treatment", zh: "治疗" },
  months: { en: "Months", zh: "月数" },
  value: { en: "Value", zh: "数值" },
  why: { en: "Why", zh: "原因" },
  none: { en: "Nothing is left out.", zh: "无未计入者。" },
} as const satisfies Record<string, Text>;

export const sayScript: Phrase<{ readonly treatment: string }> = {
  en: ({ treatment }) => `Save the R script: ${treatment}`,
  zh: ({ treatment }) => `保存R脚本：${treatment}`,
};
