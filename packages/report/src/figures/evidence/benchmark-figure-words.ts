import type { Phrase } from "@materbone/clinical";

export const BENCHMARK_FIGURE_WORDS = {
  months: { en: "Months since weaning", zh: "停止哺乳后月数" },
  population: { en: "Population", zh: "人群" },
  plo: { en: "women with PLO", zh: "PLO患者" },
  healthy: { en: "healthy women", zh: "健康女性" },
  counted: { en: "Counted in the band", zh: "是否计入范围" },
  yes: { en: "yes", zh: "是" },
  expected: { en: "expected of one woman", zh: "个体预期值" },
  lower: { en: "Lower end", zh: "下限" },
  upper: { en: "Upper end", zh: "上限" },
  band: {
    en: "Line and band: what is expected of one woman without a drug, and where 95% of such women would lie.",
    zh: "曲线与色带：未用药个体的预期值及95%个体所在范围。",
  },
  area: { en: "The area of a mark is the number of women.", zh: "标记面积表示例数。" },
  hollow: { en: "Hollow marks and bars are shown and not counted.", zh: "空心标记与竖线仅作展示，不计入范围。" },
  without: {
    en: "Thin lines: the expected course without each study in turn.",
    zh: "细线：逐一去除各研究后的预期值。",
  },
  noBand: { en: "The studies are too few for a band.", zh: "研究过少，不给出范围。" },
} as const;

export const WITHOUT_STUDY: Phrase<{ readonly study: string }> = {
  en: ({ study }) => `without ${study}`,
  zh: ({ study }) => `去除${study}`,
};

export const SINCE_WEANING: Phrase<{ readonly months: string }> = {
  en: ({ months }) => `month ${months} after weaning`,
  zh: ({ months }) => `停止哺乳后${months}个月`,
};

export const BENCHMARK_SUMMARY: Phrase<{
  readonly quantity: string;
  readonly points: number;
  readonly counted: number;
}> = {
  en: ({ quantity, points, counted }, terms) =>
    `${quantity} without a drug against months since weaning: ${points} ${terms.count(points, "value", "values")}, ${counted} counted.`,
  zh: ({ quantity, points, counted }) =>
    `未用药时${quantity}与停止哺乳后月数：${points}个值，其中${counted}个计入范围。`,
};

export const BAND_SENTENCE: Phrase<{ readonly when: string; readonly expected: string; readonly span: string }> = {
  en: ({ when, expected, span }) => `Expected at ${when}: ${expected} (${span}).`,
  zh: ({ when, expected, span }) => `${when}预期${expected}（${span}）。`,
};
