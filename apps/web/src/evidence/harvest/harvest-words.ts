import type { Text } from "@materbone/clinical";

export const harvestWords = {
  lines: { en: "Gain against months, by treatment", zh: "各治疗的变化与月数" },
  linesText: {
    en: "A meta-regression where at least four groups of women are known at two times or more; others are not fitted.",
    zh: "同一治疗至少有4组病例、且测量时间不止一个时作 Meta 回归；其余不拟合。",
  },
  noLine: {
    en: "No treatment has so many groups at this site.",
    zh: "该部位没有治疗达到此数。",
  },
} as const satisfies Record<string, Text>;
