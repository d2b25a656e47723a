import type { Phrase, Terms, Text } from "@materbone/clinical";
import type {
  ArmTreatment,
  Certainty,
  EvidenceMetric,
  EvidenceSite,
  EvidenceStatistic,
  EvidenceStudy,
  ExclusionReason,
  GradeProfile,
  PooledSite,
  Stratum,
  TimeWindow,
  WomenSd,
} from "@materbone/evidence";

export const TREATMENT_WORDS: Readonly<Record<ArmTreatment, Text>> = {
  bisphosphonate: { en: "bisphosphonate", zh: "双膦酸盐" },
  teriparatide: { en: "teriparatide", zh: "特立帕肽" },
  denosumab: { en: "denosumab", zh: "地舒单抗" },
  romosozumab: { en: "romosozumab", zh: "罗莫佐单抗" },
  strontium: { en: "strontium ranelate", zh: "雷奈酸锶" },
  other: { en: "other drugs", zh: "其他药物" },
  sequence: { en: "drugs in sequence", zh: "序贯用药" },
  mixed: { en: "drugs together, or a drug for part of the time", zh: "联合用药，或仅部分时间用药" },
  afterStopping: { en: "after stopping the drug", zh: "停药之后" },
  calciumVitaminD: { en: "calcium or vitamin D only", zh: "仅用钙剂或维生素D" },
  none: { en: "no bone drug", zh: "未用抗骨质疏松药" },
  difference: { en: "difference of two arms", zh: "两组之差" },
};

export const WINDOW_WORDS: Readonly<Record<TimeWindow, Text>> = {
  month6: { en: "about 6 months", zh: "约6个月" },
  month12: { en: "about 12 months", zh: "约12个月" },
  month24: { en: "about 24 months", zh: "约24个月" },
  month36: { en: "about 36 months", zh: "约36个月" },
  later: { en: "48 months or more", zh: "48个月及以上" },
};

export const METRIC_WORDS: Readonly<Record<EvidenceMetric, Text>> = {
  percentChange: { en: "change, %", zh: "变化（%）" },
  annualPercentChange: { en: "change per year, %", zh: "年变化（%）" },
  percentDifference: { en: "difference of two arms, percentage points", zh: "两组之差（百分点）" },
  zScoreChange: { en: "change of Z-score", zh: "Z值变化" },
  microarchitectureChange: { en: "change of microarchitecture (HR-pQCT), %", zh: "微结构变化（HR-pQCT，%）" },
};

export const STATISTIC_WORDS: Readonly<Record<EvidenceStatistic, Text>> = {
  mean: { en: "mean", zh: "均值" },
  median: { en: "median", zh: "中位数" },
  singleWoman: { en: "one woman", zh: "单例" },
  range: { en: "range of women", zh: "个体范围" },
  rangeAcrossStudies: { en: "range of reports", zh: "各报道范围" },
  singleStudy: { en: "one study in a review", zh: "综述中的单项研究" },
  notStated: { en: "statistic not stated", zh: "未注明统计量" },
};

export const SITE_WORDS: Readonly<Record<EvidenceSite, Text>> = {
  lumbarSpine: { en: "lumbar spine", zh: "腰椎" },
  L4: { en: "L4", zh: "L4" },
  "L2-L4": { en: "L2–L4", zh: "L2～L4" },
  "L1+L3+L4": { en: "L1, L3 and L4", zh: "L1、L3、L4" },
  femoralNeck: { en: "femoral neck", zh: "股骨颈" },
  totalHip: { en: "total hip", zh: "全髋" },
  femur: { en: "femur, region not stated", zh: "股骨（部位未注明）" },
  notStated: { en: "site not stated", zh: "部位未注明" },
  other: { en: "other site", zh: "其他部位" },
};

export function evidenceSite(site: EvidenceSite | PooledSite, terms: Terms): string {
  return terms.text(SITE_WORDS[site]);
}

export const DESIGN_WORDS: Readonly<Record<EvidenceStudy["design"], Text>> = {
  caseReport: { en: "case report", zh: "病例报告" },
  caseSeries: { en: "case series", zh: "病例系列" },
  comparative: { en: "comparative, not randomised", zh: "非随机对照" },
  trial: { en: "randomised trial", zh: "随机试验" },
  review: { en: "review", zh: "综述" },
  pooledIndividualData: { en: "pooled individual data", zh: "个体数据合并" },
};

export const REACHED_WORDS: Readonly<Record<EvidenceStudy["reached"], Text>> = {
  fullText: { en: "full text", zh: "全文" },
  abstract: { en: "abstract", zh: "摘要" },
  secondary: { en: "only as another paper prints it", zh: "仅见于他文转引" },
};

/** Why a row is in no pooled effect. */
export const EXCLUSION_WORDS: Readonly<Record<ExclusionReason, Text>> = {
  notPlo: { en: "not PLO", zh: "非PLO" },
  noNumber: { en: "no number could be read", zh: "未能读到数值" },
  siteNotPooled: { en: "site is too vague or a single vertebra", zh: "部位不明确或仅单个椎体" },
  metricNotPooled: { en: "metric is not pooled", zh: "该指标不作合并" },
  noTime: { en: "time of the measurement not given", zh: "未给出测量时间" },
  timeOverWindows: { en: "times reach over several windows", zh: "测量时间跨多个时间窗" },
  referenceIsNotFirstScan: { en: "not counted from the first scan", zh: "未以首次检查为基线" },
  wordedOnly: { en: "said in words, without a figure", zh: "仅有文字描述，无数值" },
  rangeOnly: { en: "a range without a mean", zh: "仅有范围，无均值" },
  summaryOfStudies: {
    en: "summary of other studies; its women are counted there",
    zh: "其他研究的汇总，病例已在原研究中计入",
  },
  statisticUnlikeMean: { en: "a median or an unnamed statistic", zh: "中位数或统计量未注明" },
  womenUnknown: { en: "number of women not given", zh: "未给出例数" },
  womenCountedElsewhere: { en: "the women may be those of another study", zh: "可能与另一研究为同一批病例" },
  armCountedOnce: { en: "another value of the same women is counted", zh: "同一组病例已以另一数值计入" },
};

export const GRADE_WORDS: Readonly<Record<Certainty, Text>> = {
  noEvidence: { en: "no evidence", zh: "无证据" },
  veryLow: { en: "very low", zh: "极低" },
  low: { en: "low", zh: "低" },
  moderate: { en: "moderate", zh: "中" },
  high: { en: "high", zh: "高" },
};

export const GRADE_DOMAIN_WORDS: Readonly<Record<GradeProfile["judgements"][number]["domain"], Text>> = {
  riskOfBias: { en: "risk of bias", zh: "偏倚风险" },
  inconsistency: { en: "inconsistency", zh: "不一致性" },
  indirectness: { en: "indirectness", zh: "间接性" },
  imprecision: { en: "imprecision", zh: "不精确性" },
  publicationBias: { en: "publication bias", zh: "发表偏倚" },
  largeEffect: { en: "large effect", zh: "效应量大" },
  doseResponse: { en: "dose-response", zh: "剂量反应关系" },
  opposingConfounding: { en: "confounding against the effect", zh: "混杂因素削弱效应" },
};

/** "Lumbar spine, about 12 months", "腰椎，约12个月"; a change per year has no window. */
export function stratumName({ site, metric, window }: Stratum, terms: Terms): string {
  const when = terms.text(window === undefined ? METRIC_WORDS[metric] : WINDOW_WORDS[window]);
  return terms.lang === "zh" ? `${evidenceSite(site, terms)}，${when}` : `${evidenceSite(site, terms)}, ${when}`;
}

/** How the SD between women was come by. */
export const SD_SENTENCE: Phrase<{ readonly sd: WomenSd }> = {
  en: ({ sd }, t) => {
    const points = t.fixed(sd.points, 1);
    if (sd.kind === "pooled")
      return `SD between women ${points} points, from ${sd.arms} ${t.count(sd.arms, "arm", "arms")} that report one`;
    return sd.kind === "assumed" ? `SD between women ${points} points, assumed` : `SD between women ${points} points`;
  },
  zh: ({ sd }, t) => {
    const points = t.fixed(sd.points, 1);
    if (sd.kind === "pooled") return `个体间SD为${points}个百分点，取自${sd.arms}个报告了SD的组`;
    return sd.kind === "assumed" ? `个体间SD假定为${points}个百分点` : `个体间SD为${points}个百分点`;
  },
};
