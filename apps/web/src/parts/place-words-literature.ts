import type { Text } from "@materbone/clinical";
import {
  DESIGN_WORDS,
  GRADE_DOMAIN_WORDS,
  GRADE_WORDS,
  METRIC_WORDS,
  REACHED_WORDS,
  SITE_WORDS,
  STATISTIC_WORDS,
  TREATMENT_WORDS,
} from "@materbone/report";
import { choice, type FieldWords, field, list, quantity } from "./place-words-field.ts";

type Words = Readonly<Record<string, Text>>;

const POPULATIONS: Words = {
  plo: { en: "PLO", zh: "PLO" },
  other: { en: "another disease", zh: "其他疾病" },
};

const CERTAINTIES: Words = {
  same: { en: "the same women", zh: "同一批病例" },
  possible: { en: "perhaps the same women", zh: "可能为同一批病例" },
  contains: { en: "contains those women", zh: "包含该批病例" },
};

const DOCUMENT_KINDS: Words = {
  article: { en: "article", zh: "论文" },
  abstract: { en: "abstract", zh: "摘要" },
  meetingAbstract: { en: "meeting abstract", zh: "会议摘要" },
  institutionalPage: { en: "page of an institution", zh: "机构网页" },
  review: { en: "review", zh: "综述" },
  listing: { en: "listing", zh: "文献条目" },
};

const DOCUMENT_PARTS: Words = {
  fullText: { en: "full text", zh: "全文" },
  firstPart: { en: "first part", zh: "前部" },
  abstract: { en: "abstract", zh: "摘要" },
  aggregatorPage: { en: "page of an aggregator", zh: "聚合网页" },
  listing: { en: "listing", zh: "文献条目" },
};

const REFERENCES: Words = {
  first: { en: "first scan", zh: "首次检查" },
  lastOnDrug: { en: "last scan on the drug", zh: "用药期间末次检查" },
};

const SPREADS: Words = {
  sd: { en: "SD", zh: "标准差" },
  se: { en: "SE", zh: "标准误" },
  ci95: { en: "95% CI", zh: "95%置信区间" },
  quartiles: { en: "quartiles", zh: "四分位数" },
  range: { en: "range", zh: "范围" },
};

const TOOLS: Words = {
  fourDomains: { en: "four domains", zh: "四领域工具" },
  tenItems: { en: "ten items", zh: "十条目工具" },
};

const FOUND: Words = {
  sourceTable: { en: "table of the publication", zh: "原文表格" },
  search: { en: "search", zh: "检索" },
  reference: { en: "reference list", zh: "参考文献" },
  other: { en: "another way", zh: "其他途径" },
};

const DECISIONS: Words = {
  included: { en: "included", zh: "纳入" },
  duplicate: { en: "duplicate", zh: "重复" },
  excluded: { en: "excluded", zh: "排除" },
  notRetrieved: { en: "not retrieved", zh: "未获取" },
};

const STAGES: Words = {
  screening: { en: "screening", zh: "初筛" },
  report: { en: "report", zh: "阅读报告" },
};

const REASONS: Words = {
  sameCohort: { en: "women of another report", zh: "与另一报告同一批病例" },
  notPlo: { en: "not PLO", zh: "非PLO" },
  noDxa: { en: "no DXA", zh: "无DXA检查" },
  numbersNotReadable: { en: "numbers could not be read", zh: "未能读到数值" },
  noPercentChange: { en: "no percent change", zh: "无变化百分比" },
  summaryOfStudies: { en: "summary of other studies", zh: "其他研究的汇总" },
  other: { en: "another reason", zh: "其他原因" },
};

const women = field("women", "例数");

/** Names of the fields of a literature, by key or `parent/key`; general ones are as in a record. */
export const literatureFieldWords: Readonly<Record<string, FieldWords>> = {
  schema: field("format", "格式"),
  version: field("version", "版本"),
  title: field("title", "标题"),
  id: field("id", "编号"),
  note: field("note", "备注"),
  women,
  by: field("by", "评价人"),
  on: field("on", "日期"),
  because: field("because", "理由"),

  documents: list("documents", "文献", "document", "篇", "cite"),
  "documents/kind": field("kind of document", "文献类型", { values: DOCUMENT_KINDS }),
  "documents/label": field("short name", "简称"),
  "documents/reached": field("read", "读到的内容", { values: DOCUMENT_PARTS }),
  cite: field("citation", "引文"),
  doi: field("DOI", "DOI"),
  pmid: field("PMID", "PMID"),

  studies: list("studies", "研究", "study", "项", "label"),
  "studies/label": field("name of the study", "研究名称"),
  year: field("year", "年份"),
  design: field("design", "研究类型", { values: DESIGN_WORDS }),
  "studies/documents": list("documents of the study", "研究所用文献", "document", "篇"),
  "studies/reached": field("how the study is known", "研究的来源程度", { values: REACHED_WORDS }),
  population: field("disease studied", "所研究疾病"),
  "population/kind": field("disease studied", "所研究疾病", { values: POPULATIONS }),
  disease: field("disease", "疾病"),
  cohort: field("cohort", "队列"),
  overlaps: list("women shared with other studies", "与其他研究重叠的病例", "overlap", "处", "cohort"),
  "overlaps/cohort": field("other cohort", "另一队列", { refersTo: { list: "/studies", name: "label" } }),
  certainty: field("which women", "重叠情况", { values: CERTAINTIES }),
  why: field("why", "依据"),
  diagnosis: field("diagnosis", "诊断"),
  appraisals: list("appraisals", "质量评价", "appraisal", "份", "by"),
  tool: field("tool", "评价工具", { values: TOOLS }),
  answers: field("answers", "评价结果"),
  answer: choice("answer", "回答", "answer"),

  arms: list("arms", "组别", "arm", "组", "treatment"),
  treatment: field("treatment", "治疗", { values: TREATMENT_WORDS }),
  meanAgeYears: quantity("mean age", "平均年龄", "years", "岁"),
  regimens: list("regimens", "治疗方案", "regimen", "个", "agent"),
  agent: choice("drug", "药物", "agent"),
  dose: field("dose", "剂量"),
  amount: field("amount", "用量"),
  unit: field("unit", "单位"),
  per: field("how often", "频次"),
  route: choice("route", "给药途径", "route"),
  durationMonths: quantity("duration", "疗程", "months", "个月"),
  sequence: field("sequence", "序贯序号"),
  drugFreeMonths: quantity("time between the scans without the drug", "两次检查间未用药时间", "months", "个月"),
  startMonthsSinceDelivery: quantity("start since delivery", "距分娩用药时间", "months", "个月"),
  baselineMonthsSinceWeaning: quantity("first scan since weaning", "距停止哺乳首次检查时间", "months", "个月"),

  outcomes: list("outcomes", "结局", "outcome", "项", "site"),
  site: field("site", "部位", { values: SITE_WORDS }),
  siteName: field("name of the site", "部位名称"),
  metric: field("metric", "指标", { values: METRIC_WORDS }),
  months: quantity("time from the reference scan", "距基线检查时间", "months", "个月"),
  reference: field("counted from", "基线", { values: REFERENCES }),
  device: field("device", "骨密度仪"),
  baselineBmdGPerCm2: quantity("first BMD", "基线骨密度", "g/cm²"),
  baselineSdGPerCm2: quantity("SD of the first BMD", "基线骨密度标准差", "g/cm²"),
  followUpBmdGPerCm2: quantity("later BMD", "随访骨密度", "g/cm²"),
  baselineZ: field("first Z-score", "基线Z值"),
  followUpZ: field("later Z-score", "随访Z值"),
  worded: field("said in words only", "仅有文字描述"),
  chosen: field("reading in use", "采用值"),
  chosenBecause: field("why this reading", "采用理由"),

  readings: list("readings", "数值记录", "reading", "条", "document"),
  value: field("value", "数值"),
  low: field("lower end", "下限"),
  high: field("upper end", "上限"),
  statistic: field("statistic", "统计量", { values: STATISTIC_WORDS }),
  spread: field("spread", "离散程度"),
  "spread/kind": field("kind of spread", "离散指标", { values: SPREADS }),
  lower: field("lower end", "下限"),
  upper: field("upper end", "上限"),
  document: field("document", "文献", { refersTo: { list: "/documents", name: "cite" } }),
  place: field("place in the document", "文中位置"),
  checkedBy: field("read by", "核对人"),
  checked: field("read on", "核对日期"),

  screening: field("screening", "文献筛选"),
  searchedOn: field("reports collected until", "文献收集截止日期"),
  records: list("reports found", "检得报告", "report", "篇", "report"),
  report: field("report", "报告"),
  found: field("found by", "来源", { values: FOUND }),
  decision: field("decision", "处理", { values: DECISIONS }),
  stage: field("stage", "排除阶段", { values: STAGES }),
  reason: field("reason", "排除原因", { values: REASONS }),
  study: field("study", "研究"),

  grade: list("certainty of evidence (GRADE)", "证据质量（GRADE）", "profile", "份"),
  outcome: field("outcome", "结局"),
  start: field("start", "起始等级", { values: GRADE_WORDS }),
  judgements: list("judgements", "升降级判断", "judgement", "项", "domain"),
  domain: field("domain", "领域", { values: GRADE_DOMAIN_WORDS }),
  levels: field("levels up or down", "升降级数"),
  judgedBy: field("judged by", "评价人"),
};
