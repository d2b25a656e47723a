import type { Densitometer, SeriesHead } from "../record/series.ts";
import type { Study, StudyEffect, StudySite, screenedOutSchema } from "../record/study.ts";
import { type WordTable, word } from "./word-table.ts";

type Ethics = NonNullable<SeriesHead["ethics"]>;
type Methods = NonNullable<SeriesHead["methods"]>;
type Precision = NonNullable<Densitometer["precision"]>[number];
type ScreenedOutReason = (typeof screenedOutSchema)["_zod"]["output"]["reason"];
type DiagnosisPrinted = NonNullable<NonNullable<Study["diagnosis"]>["printedAs"]>;
type Statistic =
  | StudyEffect["statistic"]
  | NonNullable<Study["diagnosis"]>["statistic"]
  | NonNullable<Study["treatmentMonths"]>["statistic"];

export const originWords: WordTable<NonNullable<SeriesHead["origin"]>> = {
  published: word("published", "已发表"),
  synthetic: word("synthetic", "虚构"),
  registry: word("registry", "登记"),
};

export const designWords: WordTable<NonNullable<SeriesHead["design"]>> = {
  retrospectiveCaseSeries: word("retrospective case series", "回顾性病例系列"),
  retrospectiveCaseSeriesWithLiteratureReview: word(
    "retrospective case series with literature review",
    "回顾性病例系列并文献复习",
  ),
  prospectiveCaseSeries: word("prospective case series", "前瞻性病例系列"),
  caseReport: word("case report", "病例报告"),
  cohort: word("cohort study", "队列研究"),
  registry: word("registry", "登记研究"),
};

export const comparatorWords: WordTable<NonNullable<SeriesHead["comparator"]>> = {
  none: word("no comparison group", "无对照组"),
  untreated: word("untreated comparison group", "未治疗对照组"),
  otherTreatment: word("comparison group on another treatment", "其他治疗对照组"),
};

export const approvalWords: WordTable<Ethics["approval"]> = {
  approved: word("approved", "已批准"),
  waived: word("waived", "免除审查"),
  notReported: word("not reported", "未报告"),
};

export const consentWords: WordTable<Ethics["consent"]> = {
  obtained: word("obtained", "已取得知情同意"),
  waived: word("waived", "免除知情同意"),
  notReported: word("not reported", "未报告"),
};

export const fractureRuleWords: WordTable<NonNullable<Methods["vertebralFractureRule"]>> = {
  genant: word("Genant semiquantitative method", "Genant半定量法"),
  moreThan20Percent: word("vertebral height loss of more than 20%", "椎体高度下降超过20%"),
};

export const precisionKindWords: WordTable<Precision["kind"]> = {
  inVivo: word("in vivo", "在体"),
  phantom: word("phantom", "体模"),
  notStated: word("kind not stated", "类型未说明"),
};

export const precisionBoundWords: WordTable<Precision["bound"]> = {
  equal: word("equal to", "等于"),
  atMost: word("at most", "不超过"),
};

/** Sites as literature names them; vague ones stay vague. */
export const studySiteWords: WordTable<StudySite> = {
  lumbarSpine: word("lumbar spine", "腰椎"),
  spine: word("spine", "脊柱"),
  L4: word("L4", "L4"),
  femoralNeck: word("femoral neck", "股骨颈"),
  totalHip: word("total hip", "全髋"),
  femur: word("femur", "股骨"),
};

export const metricWords: WordTable<StudyEffect["metric"]> = {
  percentChange: word("percent change", "增幅"),
  annualPercentChange: word("percent change per year", "年均增幅"),
};

export const statisticWords: WordTable<Statistic> = {
  mean: word("mean", "均值"),
  median: word("median", "中位数"),
  range: word("range", "范围"),
  singleWoman: word("one woman", "单例"),
  notStated: word("statistic not stated", "统计量未说明"),
};

export const diagnosisPrintedWords: WordTable<DiagnosisPrinted> = {
  monthsPostpartum: word("months after delivery", "产后月数"),
  weeksPostpartum: word("weeks after delivery", "产后周数"),
  monthOfPregnancy: word("month of pregnancy", "妊娠月份"),
  lateMonthsOfPregnancyTo: word("last months of pregnancy until after delivery", "妊娠末期至产后"),
};

export const screenedOutReasonWords: WordTable<ScreenedOutReason> = {
  zScoreOnly: word("Z-scores only", "仅报告Z值"),
  noBmd: word("no bone density", "无骨密度数据"),
  notPlo: word("not PLO", "非PLO"),
  duplicateCohort: word("duplicate cohort", "重复队列"),
  other: word("other reason", "其他原因"),
};
