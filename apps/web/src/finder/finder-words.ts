import type { Text } from "@materbone/clinical";

/** Words of every page of the finder. */
export const finderWords = {
  title: { en: "Finder", zh: "病例筛查" },
  sections: { en: "Sections of the finder", zh: "病例筛查各页" },
  search: { en: "Search", zh: "检索" },
  definition: { en: "Definition", zh: "定义" },
  worklist: { en: "Worklist", zh: "工作清单" },
  review: { en: "Review", zh: "核查" },
  summary: { en: "Agreement and PPV", zh: "一致性与阳性预测值" },
  notice: {
    en: "A candidate is a question to a doctor, not a diagnosis. Nothing leaves this computer.",
    zh: "候选者仅供医生进一步核查，并非诊断。所有数据均不离开本机。",
  },
} as const satisfies Record<string, Text>;
