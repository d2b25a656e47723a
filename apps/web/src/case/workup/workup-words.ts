import type { Phrase, Text } from "@materbone/clinical";

export const workupWords = {
  table: { en: "Work-up for other causes", zh: "鉴别其他病因的检查" },
  item: { en: "Item", zh: "项目" },
  status: { en: "Recorded status", zh: "记录状态" },
  everyWoman: { en: "Every woman", zh: "所有患者" },
  ifIndicated: { en: "If indicated", zh: "必要时" },
  details: { en: "Time, note, source", zh: "时间、备注与出处" },
} as const satisfies Record<string, Text>;

export const statusOf: Phrase<{ readonly item: string }> = {
  en: ({ item }) => `Status: ${item}`,
  zh: ({ item }) => `状态：${item}`,
};
export const byLaboratory: Phrase<{ readonly status: string }> = {
  en: ({ status }) => `by laboratory value: ${status}`,
  zh: ({ status }) => `检验结果：${status}`,
};
export const byGenetics: Phrase<{ readonly status: string }> = {
  en: ({ status }) => `by genetics: ${status}`,
  zh: ({ status }) => `基因检测：${status}`,
};
export const beforePregnancy: Phrase<{ readonly status: string }> = {
  en: ({ status }) => `${status}; done before this pregnancy`,
  zh: ({ status }) => `${status}；检查早于本次妊娠`,
};
