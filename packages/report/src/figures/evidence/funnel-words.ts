import type { Phrase } from "@materbone/clinical";

/** What the shades are of. */
export const P_AGAINST_NONE = { en: "Two-sided p against no change", zh: "与无变化相比的双侧p值" } as const;

export const PSEUDO_LIMITS: Phrase<{ readonly label: string; readonly value: string }> = {
  en: ({ label, value }) =>
    `Solid line: ${label}, ${value}; dashed: where 95% of studies would lie without heterogeneity.`,
  zh: ({ label, value }) => `实线：${label}，${value}；虚线：无异质性时95%的研究应在其间。`,
};

export const TOO_FEW: Phrase<{ readonly studies: number; readonly least: number }> = {
  en: ({ studies, least }, terms) =>
    `With ${studies} ${terms.count(studies, "study", "studies")}, fewer than ${least}, asymmetry cannot be judged.`,
  zh: ({ studies, least }) => `仅${studies}项研究，不足${least}项，无法判断不对称性。`,
};

export const NO_VARIANCE: Phrase<{ readonly names: string }> = {
  en: ({ names }) => `Not drawn, because the variance is not known: ${names}.`,
  zh: ({ names }) => `因方差未知而未画出：${names}。`,
};

export const FUNNEL_SUMMARY: Phrase<{ readonly quantity: string; readonly studies: number }> = {
  en: ({ quantity, studies }, terms) =>
    `Funnel plot of ${quantity} against its standard error, ${studies} ${terms.count(studies, "study", "studies")}.`,
  zh: ({ quantity, studies }) => `${quantity}与其标准误的漏斗图，${studies}项研究。`,
};

export const SE_WORDS: Phrase<{ readonly se: string }> = {
  en: ({ se }) => `standard error ${se}`,
  zh: ({ se }) => `标准误${se}`,
};
