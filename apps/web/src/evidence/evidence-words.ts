import type { Text } from "@materbone/clinical";

export const evidenceWords = {
  title: { en: "Evidence", zh: "文献证据" },
  kinds: { en: "What is shown", zh: "显示内容" },
  summary: { en: "Summary", zh: "概要" },
  studies: { en: "Studies", zh: "研究" },
  forest: { en: "Forest plots", zh: "森林图" },
  harvest: { en: "Over time", zh: "随时间变化" },
  small: { en: "Small studies and influence", zh: "小样本效应与影响分析" },
  benchmark: { en: "Without a drug", zh: "未用药变化范围" },
  appraisal: { en: "Appraisal and certainty", zh: "质量评价与证据等级" },
  site: { en: "Site", zh: "部位" },
  time: { en: "Time, or change per year", zh: "时间或年变化" },
  treatment: { en: "Treatment", zh: "治疗" },
  nothingPooled: {
    en: "No value of this literature can be pooled: none is a change of PLO at a named site and time.",
    zh: "文献库中没有可合并的数值：缺少部位与时间明确的PLO骨密度变化。",
  },
} as const satisfies Record<string, Text>;
