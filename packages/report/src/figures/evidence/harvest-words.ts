import type { Phrase } from "@materbone/clinical";

export const MONTHS_AXIS = { en: "Months since the first scan", zh: "距首次检查的月数" } as const;

export const HARVEST_KEY = {
  area: {
    en: "The area of a mark is the number of women, also in brackets.",
    zh: "标记面积表示例数。",
  },
  hollow: { en: "Hollow marks are single women.", zh: "空心标记为单例。" },
  line: { en: "Lines join the times of one study.", zh: "线段连接同一研究的各时点。" },
} as const;

export const NOT_TIMED: Phrase<{ readonly names: string }> = {
  en: ({ names }) => `Not drawn, because the time is not stated: ${names}.`,
  zh: ({ names }) => `因未注明时间而未画出：${names}。`,
};

export const NOT_LABELLED: Phrase<{ readonly names: string }> = {
  en: ({ names }) => `Drawn without a name, for want of room: ${names}.`,
  zh: ({ names }) => `因位置不足未标名称：${names}。`,
};

export const HARVEST_SUMMARY: Phrase<{ readonly drug: string; readonly points: number; readonly span: string }> = {
  en: ({ drug, points, span }, terms) => `${drug}: ${points} ${terms.count(points, "value", "values")}, ${span}.`,
  zh: ({ drug, points, span }) => `${drug}：${points}个值，${span}。`,
};

export const UNTREATED_AT: Phrase<{ readonly label: string; readonly months: string; readonly span: string }> = {
  en: ({ label, months, span }) => `${label}, month ${months}: ${span}`,
  zh: ({ label, months, span }) => `${label}，第${months}个月：${span}`,
};
