import type { Phrase, Text } from "@materbone/clinical";

export const evidenceWords = {
  title: { en: "Evidence", zh: "循证" },
  kinds: { en: "What is shown", zh: "显示内容" },
  summary: { en: "Summary", zh: "概要" },
  studies: { en: "Studies", zh: "研究" },
  forest: { en: "Forest plots", zh: "森林图" },
  harvest: { en: "Over time", zh: "随时间变化" },
  small: { en: "Small studies and influence", zh: "小样本效应与影响分析" },
  benchmark: { en: "Without a drug", zh: "未用药对照带" },
  appraisal: { en: "Appraisal and certainty", zh: "质量评价与证据等级" },
  choicesOn: {
    en: "This address holds choices of the reader: the numbers are not those of the literature as it stands.",
    zh: "本网址含读者所作选择，结果与文献库默认设置不同。",
  },
  choicesOff: { en: "Take the choices back", zh: "取消所作选择" },
} as const satisfies Record<string, Text>;

/** What stands in the address beside the panel, in a line. */
export const sayChoices: Phrase<{ readonly parts: readonly string[] }> = {
  en: ({ parts }) => `Chosen: ${parts.join("; ")}.`,
  zh: ({ parts }) => `已选：${parts.join("；")}。`,
};
