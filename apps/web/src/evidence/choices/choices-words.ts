import type { Phrase, Text } from "@materbone/clinical";

export const choicesWords = {
  legend: { en: "Choices of the reader", zh: "读者选择" },
  sd: { en: "SD between women", zh: "个体间标准差（SD）" },
  pooledSd: { en: "pooled from the reports", zh: "取各报告合并值" },
  notStated: {
    en: "Read values without a named statistic, and medians, as means",
    zh: "统计量未注明者及中位数按均值处理",
  },
  overlaps: { en: "Count women who may be in two reports once", zh: "可能重复报道的病例只计一次" },
  readings: { en: "Readings chosen here", zh: "本网址所选数值记录" },
  note: {
    en: "They stand in the address, so a link shows the same numbers. The literature stays as it is.",
    zh: "所作选择记于网址，打开链接即见同样结果；文献库不变。",
  },
  takeBack: { en: "Take the choices back", zh: "恢复默认" },
  active: { en: "Not the numbers taken for granted", zh: "当前结果含读者所作选择" },
  shortNotStated: { en: "values without a named statistic read as means", zh: "统计量未注明者按均值处理" },
  shortOverlaps: { en: "possible overlaps counted each", zh: "可能重复的病例分别计入" },
} as const satisfies Record<string, Text>;

export const sdPoints: Phrase<{ readonly points: number }> = {
  en: ({ points }) => `${points} percentage points`,
  zh: ({ points }) => `${points}个百分点`,
};

export const sayActiveSd: Phrase<{ readonly points: number }> = {
  en: ({ points }) => `SD between women ${points} points`,
  zh: ({ points }) => `个体间SD为${points}个百分点`,
};

export const sayReadings: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) => `${count} ${t.count(count, "reading", "readings")} chosen over the literature's`,
  zh: ({ count }) => `改用数值记录${count}条`,
};
