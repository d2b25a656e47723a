import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";
import type { EffectOrigin } from "../effect-size/effect-origin.ts";
import type { NoEffectReason } from "../effect-size/effect-size-row.ts";
import type { MetaNote } from "../meta/meta-fit.ts";
import type { CovarianceNote } from "../multilevel/multilevel-fit.ts";
import { medianMethodName, sayNoConversion } from "./conversion-words.ts";
import type { ExclusionReason, NoMedian } from "./exclusion.ts";
import type { NotDefinedReason } from "./not-defined.ts";

export function sayExclusion(reason: ExclusionReason, terms: Terms): string {
  switch (reason.kind) {
    case "subset":
      return terms.text({ en: "Left out by the condition of the subset.", zh: "不符合子集条件，未纳入。" });
    case "missing":
      return say(
        {
          en: ({ columns }, t) => `No value in ${t.series(columns)}.`,
          zh: ({ columns }, t) => `${t.series(columns)} 无取值。`,
        } satisfies Phrase<{ readonly columns: readonly string[] }>,
        reason,
        terms,
      );
    case "noEffect":
      return [
        ...reason.reasons.map((one) => sayNoEffect(one, terms)),
        ...(reason.medians ?? []).map((one) => say(noMedianWords, one, terms)),
      ].join(terms.lang === "zh" ? "" : " ");
  }
}

const noMedianWords: Phrase<NoMedian> = {
  en: ({ method, result }, t) =>
    `None derived from the median by ${medianMethodName(method, t)}: ${sayNoConversion(result, t)}`,
  zh: ({ method, result }, t) => `未能由中位数推算：${medianMethodName(method, t)}，${sayNoConversion(result, t)}`,
};

type EffectWords = { readonly [K in NoEffectReason["kind"]]: Phrase<Extract<NoEffectReason, { kind: K }>> };

function sayNoEffect(reason: NoEffectReason, terms: Terms): string {
  return say(effectWords[reason.kind] as Phrase<NoEffectReason>, reason, terms);
}

const effectWords: EffectWords = {
  missing: { en: ({ column }) => `No value of ${column}.`, zh: ({ column }) => `缺少 ${column}。` },
  notFinite: {
    en: ({ column }) => `${column} is not a finite number.`,
    zh: ({ column }) => `${column} 不是有限数值。`,
  },
  singleWithoutSd: {
    en: ({ column }) => `One person has no SD of her own (${column}); give one, or assumedSd.`,
    zh: ({ column }) => `单例没有自身的标准差（${column}）；请给出，或设定 assumedSd。`,
  },
  sdNotPositive: {
    en: ({ column, value }) => `The SD ${column} is ${value}, and has to be above 0.`,
    zh: ({ column, value }) => `标准差 ${column} 为 ${value}，须大于 0。`,
  },
  sizeBelowOne: {
    en: ({ column, value }) => `The size ${column} is ${value}, and has to be 1 at least.`,
    zh: ({ column, value }) => `例数 ${column} 为 ${value}，至少应为 1。`,
  },
  tooFew: {
    en: ({ columns, needed }, t) => `${t.series(columns)} have to reach ${needed} for this measure.`,
    zh: ({ columns, needed }, t) => `该效应量要求 ${t.series(columns)} 达到 ${needed}。`,
  },
  meanNotPositive: {
    en: ({ column, value }) => `The mean ${column} is ${value}; this measure needs means above 0.`,
    zh: ({ column, value }) => `均值 ${column} 为 ${value}；该效应量要求均值大于 0。`,
  },
  correlationOutOfRange: {
    en: ({ column, value }) => `The correlation ${column} is ${value}, and has to lie within -1 and 1.`,
    zh: ({ column, value }) => `相关系数 ${column} 为 ${value}，须在 -1 与 1 之间。`,
  },
  countOutOfRange: {
    en: ({ column, value }) => `The count ${column} is ${value}.`,
    zh: ({ column, value }) => `计数 ${column} 为 ${value}。`,
  },
  moreEventsThanPeople: { en: () => "More events than people.", zh: () => "事件数多于人数。" },
  zeroCount: {
    en: () => "A count is 0, and nothing is added to it.",
    zh: () => "计数为 0，且未作校正。",
  },
  noContrast: {
    en: () => "All or none had the event in both groups (drop00).",
    zh: () => "两组均全部或均无事件（drop00）。",
  },
  noVariance: { en: () => "The sampling variance is not above 0.", zh: () => "抽样方差不大于 0。" },
};

type OriginWords = { readonly [K in EffectOrigin["kind"]]: Phrase<Extract<EffectOrigin, { kind: K }>> };

/** Where a number comes from that the source does not report as it stands. */
export function sayOrigin(origin: EffectOrigin, terms: Terms): string {
  return say(originWords[origin.kind] as Phrase<EffectOrigin>, origin, terms);
}

const sdSources: Readonly<Record<Extract<EffectOrigin, { kind: "derivedSd" }>["from"], Text>> = {
  standardError: { en: "the standard error", zh: "标准误" },
  confidenceInterval: { en: "the confidence interval", zh: "置信区间" },
  pValue: { en: "the p-value", zh: " p 值" },
  correlation: { en: "the correlation of before and after", zh: "前后相关系数" },
};

const originWords: OriginWords = {
  reported: { en: () => "As reported.", zh: () => "原文报告。" },
  derivedFromMedian: {
    en: ({ method }, t) => `Mean and SD derived from the median by ${medianMethodName(method, t)}.`,
    zh: ({ method }, t) => `均值与标准差由中位数推算：${medianMethodName(method, t)}。`,
  },
  derivedSd: {
    en: ({ from }, t) => `SD derived from ${t.text(sdSources[from])}.`,
    zh: ({ from }, t) => `标准差由${t.text(sdSources[from])}推算。`,
  },
  assumedSd: { en: ({ sd }) => `SD assumed to be ${sd}.`, zh: ({ sd }) => `标准差假定为 ${sd}。` },
  assumedCorrelation: {
    en: ({ r }) => `Correlation of before and after assumed to be ${r}.`,
    zh: ({ r }) => `前后相关系数假定为 ${r}。`,
  },
  addedToCounts: { en: ({ add }) => `${add} added to the counts.`, zh: ({ add }) => `各计数加 ${add}。` },
};

const notDefinedWords: Readonly<Record<NotDefinedReason, Text>> = {
  fewerThanThreeStudies: { en: "Fewer than three studies.", zh: "研究少于三项。" },
  commonEffect: { en: "The common-effect model knows no other effects.", zh: "固定效应模型不设其他效应。" },
  noDegreesOfFreedom: { en: "No degrees of freedom are left.", zh: "没有剩余自由度。" },
  oneStudy: {
    en: "One study tells nothing of the differences between studies.",
    zh: "仅一项研究，无法得知研究间差异。",
  },
  estimatorHasNone: { en: "This estimator has no standard error.", zh: "该估计方法无标准误。" },
  tau2Given: { en: "tau² was given, not estimated.", zh: "tau² 为给定值，未作估计。" },
  noModerators: { en: "There are no moderators.", zh: "没有调节变量。" },
  noIntercept: {
    en: "Without an intercept there is no model without moderators to compare with.",
    zh: "模型不含截距，无法与无调节变量的模型比较。",
  },
  hasModerators: {
    en: "With moderators it depends on their values: ask for it with predict.",
    zh: "有调节变量时取决于其取值：请用 predict 指定。",
  },
  singular: { en: "One of the hypotheses follows from the others.", zh: "其中一个假设可由其他假设推出。" },
  emptySet: { en: "No tau² of 0 or more agrees with effects so alike.", zh: "效应过于一致，不存在非负的相容 tau²。" },
  notFinite: { en: "The number would not be finite.", zh: "结果不是有限数值。" },
  tooFewStudies: { en: "Too few studies.", zh: "研究数过少。" },
  samePredictor: { en: "The predictor is the same in all studies.", zh: "各研究的预测变量相同。" },
  cannotCarryModel: {
    en: "The remaining rows cannot carry the model.",
    zh: "剩余的行不足以估计该模型。",
  },
  momentInfinite: {
    en: "With so few studies under this prior the integral has no finite value.",
    zh: "研究数过少，在该先验下积分发散。",
  },
  noLimit: { en: "A predictor that grows with size has no such limit.", zh: "随样本量增大的预测变量没有此极限。" },
  otherEstimator: { en: "Only the estimator R0 or the other methods give it.", zh: "仅 R0 或其他方法提供此值。" },
  tooFewClusters: { en: "Not more clusters than coefficients.", zh: "聚类数不多于系数数。" },
  clusterSplitsBlock: {
    en: "A cluster splits rows whose effects are correlated: name a wider cluster.",
    zh: "聚类拆分了相关的行：请改用更大的聚类。",
  },
  knownVariance: { en: "The variance was given, not estimated.", zh: "方差为给定值，未作估计。" },
  structure: {
    en: "The parameters of this structure cannot be held one at a time.",
    zh: "该结构的参数无法逐一固定。",
  },
  structuredEffects: {
    en: "With structured effects no one variance holds for all rows.",
    zh: "结构化随机效应下各行方差不同，无单一数值。",
  },
  noDegreesFound: { en: "Degrees of freedom cannot be matched.", zh: "无法求得自由度。" },
  noConvergence: { en: "The search did not settle.", zh: "未收敛。" },
  normalInstead: {
    en: "No degrees of freedom are left for the test asked for: test and interval are normal (z).",
    zh: "没有剩余自由度，无法采用所指定的检验：检验与区间改用正态分布（z）。",
  },
  zeroInstead: {
    en: "With no degrees of freedom left tau² cannot be estimated: the 0 stands in for it, as in metafor.",
    zh: "没有剩余自由度，无法估计 tau²：以 0 代之，与 metafor 一致。",
  },
  notAvailable: { en: "Not available for this fit.", zh: "该拟合不提供此项。" },
};

export function sayNotDefined(reason: NotDefinedReason, terms: Terms): string {
  return terms.text(notDefinedWords[reason]);
}

const noteWords: Readonly<Record<MetaNote["kind"], Text>> = {
  oneStudy: {
    en: "One study: nothing is known about the variance between studies.",
    zh: "仅一项研究：研究间方差未知。",
  },
  saturated: {
    en: "As many coefficients as studies: no residual heterogeneity can be estimated.",
    zh: "系数与研究数相等：无法估计残余异质性。",
  },
  tau2AtZero: { en: "The estimate of tau² is at its lower bound, 0.", zh: "tau² 估计值位于下界 0。" },
  effectsAlike: {
    en: "The residuals are all 0: the Knapp-Hartung interval is a point.",
    zh: "残差全为 0：Knapp-Hartung 区间退化为一点。",
  },
};

/** A variance or correlation at the bound of what is possible. */
export function sayCovarianceNote({ component, reason }: CovarianceNote, terms: Terms): string {
  return say(covarianceNoteWords[reason], { component }, terms);
}

const covarianceNoteWords: Readonly<Record<CovarianceNote["reason"], Phrase<{ readonly component: string }>>> = {
  zeroVariance: {
    en: ({ component }) => `The variance of ${component} is estimated as 0.`,
    zh: ({ component }) => `${component} 的方差估计为 0。`,
  },
  perfectCorrelation: {
    en: ({ component }) => `Effects of ${component} are estimated as perfectly correlated.`,
    zh: ({ component }) => `${component} 的效应估计为完全相关。`,
  },
  autocorrelationAtBound: {
    en: ({ component }) => `The autocorrelation of ${component} is estimated at its bound.`,
    zh: ({ component }) => `${component} 的自相关估计位于边界。`,
  },
};

export function sayMetaNote({ kind }: MetaNote, terms: Terms): string {
  return terms.text(noteWords[kind]);
}
