import type { Phrase } from "@materbone/clinical";

export const CONTRIBUTION = { en: "Contribution to Q", zh: "对Q的贡献" } as const;
export const INFLUENCE_ON_POOLED = { en: "Influence on the pooled effect", zh: "对合并效应的影响" } as const;

export const BAUJAT_KEY = {
  en: "To the right: makes heterogeneity; upwards: moves the pooled effect.",
  zh: "越靠右，对异质性的贡献越大；越靠上，对合并效应的影响越大。",
} as const;

export const MOST_OF_BOTH: Phrase<{ readonly name: string }> = {
  en: ({ name }) => `${name} does most of both.`,
  zh: ({ name }) => `${name}两者均居首。`,
};

export const BAUJAT_SUMMARY: Phrase<{ readonly studies: number }> = {
  en: ({ studies }, terms) => `Baujat plot of ${studies} ${terms.count(studies, "study", "studies")}.`,
  zh: ({ studies }) => `${studies}项研究的Baujat图。`,
};

export const PRECISION_AXIS = { en: "Precision (1 / standard error)", zh: "精确度（1/标准误）" } as const;
export const STANDARDISED_AXIS = { en: "effect / standard error", zh: "效应值/标准误" } as const;

export const GALBRAITH_KEY: Phrase<{ readonly label: string; readonly value: string }> = {
  en: ({ label, value }) =>
    `Line: ${label}, ${value}; band: 2 standard errors about it. A line from zero through a study ends at its effect on the right.`,
  zh: ({ label, value }) =>
    `线：${label}，${value}；色带：其上下2个标准误。自零点经某研究的直线在右侧轴上指示其效应值。`,
};

export const OUTSIDE_BAND: Phrase<{ readonly names: string }> = {
  en: ({ names }) => `Outside the band: ${names}.`,
  zh: ({ names }) => `带外：${names}。`,
};

export const GALBRAITH_SUMMARY: Phrase<{ readonly studies: number }> = {
  en: ({ studies }, terms) => `Galbraith (radial) plot of ${studies} ${terms.count(studies, "study", "studies")}.`,
  zh: ({ studies }) => `${studies}项研究的Galbraith（放射）图。`,
};

export const BOTH_AXES: Phrase<{ readonly left: string; readonly right: string }> = {
  en: ({ left, right }) => `Left axis: ${left}; right axis: ${right}`,
  zh: ({ left, right }) => `左轴：${left}；右轴：${right}`,
};
