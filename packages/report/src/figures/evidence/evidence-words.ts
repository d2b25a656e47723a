import type { Phrase, Text } from "@materbone/clinical";
import type { DrugClass, StatisticBadge } from "./evidence-figure-data.ts";

/** Fixed words of the figures of the evidence. */
export const EVIDENCE_WORDS = {
  study: { en: "Study", zh: "研究" },
  group: { en: "Group", zh: "分组" },
  women: { en: "Women", zh: "例数" },
  months: { en: "Months", zh: "月数" },
  drug: { en: "Drug", zh: "药物" },
  statistic: { en: "Statistic", zh: "数值来源" },
  estimate: { en: "Estimate", zh: "估计值" },
  ciLower: { en: "CI, lower", zh: "置信区间下限" },
  ciUpper: { en: "CI, upper", zh: "置信区间上限" },
  piLower: { en: "PI, lower", zh: "预测区间下限" },
  piUpper: { en: "PI, upper", zh: "预测区间上限" },
  weightHead: { en: "Weight", zh: "权重" },
  weight: { en: "Weight, %", zh: "权重（%）" },
  appraisal: { en: "Appraisal", zh: "质量评价" },
  prediction: { en: "Prediction interval", zh: "预测区间" },
  noInterval: { en: "no interval", zh: "无区间" },
  noStudies: { en: "No studies", zh: "无研究" },
  untreated: { en: "Untreated", zh: "未用药" },
  standardError: { en: "Standard error", zh: "标准误" },
  note: { en: "Note", zh: "说明" },
} as const;

/** Short enough for a column of a forest plot. */
export const BADGE_WORDS: Readonly<Record<StatisticBadge, Text>> = {
  mean: { en: "mean", zh: "均值" },
  median: { en: "median", zh: "中位数" },
  medianDerived: { en: "from median", zh: "由中位数推算" },
  singleWoman: { en: "one woman", zh: "单例" },
  imputedSd: { en: "SD assumed", zh: "SD为假定值" },
  annualised: { en: "per year", zh: "年均值" },
  notStated: { en: "not stated", zh: "未注明" },
};

export const DRUG_WORDS: Readonly<Record<DrugClass, Text>> = {
  bisphosphonate: { en: "bisphosphonate", zh: "双膦酸盐" },
  teriparatide: { en: "teriparatide", zh: "特立帕肽" },
  denosumab: { en: "denosumab", zh: "地舒单抗" },
  romosozumab: { en: "romosozumab", zh: "罗莫佐单抗" },
  calciumVitaminD: { en: "calcium and vitamin D", zh: "钙与维生素D" },
  sequence: { en: "drugs in sequence", zh: "序贯用药" },
  mixed: { en: "drugs together or part of the time", zh: "联合或间断用药" },
  untreated: { en: "no bone drug", zh: "未用抗骨质疏松药" },
  other: { en: "other", zh: "其他" },
};

export const CI: Phrase<{ readonly level: number }> = {
  en: ({ level }) => `${level}% CI`,
  zh: ({ level }) => `${level}%置信区间`,
};

export const WOMEN_COUNT: Phrase<{ readonly women: number }> = {
  en: ({ women }, terms) => `${women} ${terms.count(women, "woman", "women")}`,
  zh: ({ women }) => `${women}例`,
};

export const MONTHS_COUNT: Phrase<{ readonly months: string }> = {
  en: ({ months }) => `${months} ${months === "1" ? "month" : "months"}`,
  zh: ({ months }) => `${months}个月`,
};

/** "Hong 2018". */
export function studyName({ study, year }: { readonly study: string; readonly year?: number | undefined }): string {
  return year === undefined ? study : `${study} ${year}`;
}
