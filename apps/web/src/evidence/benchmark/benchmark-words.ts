import type { Text } from "@materbone/clinical";

export const benchmarkWords = {
  title: { en: "Bone density without a drug", zh: "未用药时的骨密度变化" },
  lead: {
    en: "After weaning, bone density rises by itself. What a woman gained under a drug can be read only beside what is expected without one.",
    zh: "停止哺乳后骨密度会自行回升。用药后的增加须与未用药时的预期变化对照解读。",
  },
} as const satisfies Record<string, Text>;

export const CAUTIONS: readonly Text[] = [
  {
    en: "It is no control group. A change inside the band does not show that a drug failed, and one above it does not show that it worked.",
    zh: "变化范围并非对照组：变化落在范围内不等于药物无效，高于变化范围也不等于药物有效。",
  },
  {
    en: "Few women stand behind it; without one study it can move a good deal, as the rows “without …” show.",
    zh: "所依据的病例很少，去除任一研究都可能明显改变结果，见“去除……”各行。",
  },
  {
    en: "Healthy women lose less and have less to recover than women with PLO.",
    zh: "健康女性丢失较少，可恢复的量也小于PLO患者。",
  },
  {
    en: "Months count from weaning. Where a report counts from delivery or from the first scan, the time of weaning is assumed and said so.",
    zh: "月数自停止哺乳起算。原文以分娩或首次检查起算者，停止哺乳时间为假定，并予注明。",
  },
];
