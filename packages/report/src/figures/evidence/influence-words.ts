import type { Phrase, Text } from "@materbone/clinical";
import type { InfluenceStatistic } from "./influence-data.ts";

/** As the table and the marks name them. */
export const STATISTIC_WORDS: Readonly<Record<InfluenceStatistic, Text>> = {
  rstudent: { en: "Studentised deleted residual", zh: "学生化剔除残差" },
  dffits: { en: "DFFITS", zh: "DFFITS" },
  cooksDistance: { en: "Cook's distance", zh: "Cook距离" },
  covarianceRatio: { en: "Covariance ratio", zh: "协方差比" },
  tau2Deleted: { en: "τ² without the study", zh: "剔除后τ²" },
  qeDeleted: { en: "Q without the study", zh: "剔除后Q" },
  hat: { en: "Leverage (hat)", zh: "杠杆值" },
  weightPercent: { en: "Weight, %", zh: "权重（%）" },
};

/** Heads of columns 54 units broad: no word longer than that. */
export const STATISTIC_HEADS: Readonly<Record<InfluenceStatistic, Text>> = {
  rstudent: { en: "Deleted residual", zh: "剔除残差" },
  dffits: { en: "DFFITS", zh: "DFFITS" },
  cooksDistance: { en: "Cook's distance", zh: "Cook 距离" },
  covarianceRatio: { en: "Covar. ratio", zh: "协方差比" },
  tau2Deleted: { en: "τ² without", zh: "剔除后 τ²" },
  qeDeleted: { en: "Q without", zh: "剔除后 Q" },
  hat: { en: "Hat value", zh: "杠杆值" },
  weightPercent: { en: "Weight %", zh: "权重 %" },
};

/** Digits printed in the table and told at the marks. */
export const STATISTIC_DECIMALS: Readonly<Record<InfluenceStatistic, number>> = {
  rstudent: 2,
  dffits: 2,
  cooksDistance: 3,
  covarianceRatio: 2,
  tau2Deleted: 2,
  qeDeleted: 2,
  hat: 3,
  weightPercent: 1,
};

export const INFLUENCE_KEY = {
  flagged: { en: "Diamonds in a shaded row: influential.", zh: "阴影行中的菱形：有影响的研究。" },
  reference: { en: "Solid lines: all studies, or no influence.", zh: "实线：全部研究或无影响时的值。" },
  limit: { en: "Dashed lines: limits.", zh: "虚线：界值。" },
} as const;

export const FLAGGED_HEAD = { en: "Influential", zh: "有影响" } as const;
export const YES = { en: "yes", zh: "是" } as const;
export const NO = { en: "no", zh: "否" } as const;

export const INFLUENCE_SUMMARY: Phrase<{ readonly studies: number; readonly flagged: string }> = {
  en: ({ studies, flagged }, terms) => {
    const counted = `Influence of ${studies} ${terms.count(studies, "study", "studies")}`;
    return flagged === "" ? `${counted}; none is marked as influential.` : `${counted}; influential: ${flagged}.`;
  },
  zh: ({ studies, flagged }) =>
    flagged === ""
      ? `${studies}项研究的影响分析；无研究被标为有影响。`
      : `${studies}项研究的影响分析；有影响：${flagged}。`,
};
