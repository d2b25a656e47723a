import type { ClaimOutcome, DelayId, Milestone, RegimenCheck, Text } from "@materbone/clinical";

/** Titles, headings and labels of every table. */
export const TABLE_WORDS = {
  woman: { en: "Woman", zh: "病例" },
  series: { en: "Series", zh: "全系列" },
  interval: { en: "Reference interval", zh: "正常值" },
  scan: { en: "Scan", zh: "检查" },
  zScore: { en: "Z-score", zh: "Z值" },
  tScore: { en: "T-score", zh: "T值" },
  increase: { en: "Increase, %", zh: "增幅（%）" },
  study: { en: "Study", zh: "文献" },
  women: { en: "n", zh: "例数" },
  meanAge: { en: "Mean age, years", zh: "平均年龄（岁）" },
  timeOfDiagnosis: { en: "Time of diagnosis", zh: "诊断时间" },
  regimen: { en: "Treatment", zh: "治疗方案" },
  effect: { en: "Change of BMD", zh: "治疗效果" },
  twins: { en: "twin pregnancy", zh: "双胎妊娠" },
  doseNotGiven: { en: "dose not given", zh: "剂量未注明" },
  singleDose: { en: "single dose", zh: "单次" },

  verdictTitle: { en: "Verdict by each definition of PLO", zh: "各PLO定义下的判定" },
  verdictNote: {
    en: "A research classification against published definitions, not a diagnosis. What is not documented leaves a criterion undecided.",
    zh: "按已发表定义作出的研究性归类，并非诊断。未记录的项目使相应条件无法判定，不等于已排除。",
  },
  definition: { en: "Definition", zh: "定义" },
  sensitivityTitle: {
    en: "Timing and density under other readings of the definition",
    zh: "改变定义口径后时间与骨密度两项条件的判定",
  },
  sensitivityNote: {
    en: "Fracture time and Z-scores only; fragility and exclusion stay as judged above.",
    zh: "仅比较骨折时间与Z值两项；骨折性质及排除诊断不变。",
  },
  window: { en: "Window of the fracture", zh: "骨折时间窗" },

  responseTitle: { en: "BMD between every two scans", zh: "各次检查间的BMD变化" },
  responseNote: {
    en: "Per year is a simple rate, a range where a time is one. A change after weaning is not attributable to a drug without a comparator.",
    zh: "年均变化按简单比例计算，时间不确切者给出范围。停止哺乳后的变化在无对照时不能归因于药物。",
  },
  site: { en: "Site", zh: "部位" },
  fromTo: { en: "Reference scan → later scan", zh: "基线检查 → 复查" },
  months: { en: "Months", zh: "月数" },
  change: { en: "Change, g/cm²", zh: "变化（g/cm²）" },
  percentPerYear: { en: "% per year", zh: "年均（%）" },
  deltaZ: { en: "Change of Z", zh: "Z值变化" },
  lscInUse: { en: "Least significant change in use", zh: "所用最小有意义变化值（LSC）" },
  lscPercent: { en: "LSC, %", zh: "LSC（%）" },
  verdict: { en: "Verdict", zh: "判定" },

  delayTitle: { en: "Delays, each under its own name", zh: "各类延误（按起止点分别计算）" },
  delay: { en: "From → to", zh: "起点 → 终点" },
  remark: { en: "Remark", zh: "备注" },

  exposureTitle: { en: "Treatment on record", zh: "治疗记录" },
  exposureNote: {
    en: "Months postpartum. A cumulative dose is given where dose, start and end are recorded. Listed regimens are those of labels and sources; none is recommended.",
    zh: "时间为产后月数。剂量及起止时间均有记录者方计算累积剂量。所列用法来自说明书及文献，不构成推荐。",
  },
  agent: { en: "Agent", zh: "药物或措施" },
  dose: { en: "Dose", zh: "剂量" },
  monthsPostpartum: { en: "Months postpartum", zh: "产后月数" },
  cumulativeDose: { en: "Cumulative dose", zh: "累积剂量" },
  regimenCheck: { en: "Against listed regimens", zh: "与所列用法比较" },
  ongoing: { en: "ongoing", zh: "持续中" },
  endNotRecorded: { en: "end not recorded", zh: "结束时间未记录" },

  workupTitle: { en: "Work-up for secondary causes", zh: "继发性病因排查" },
  test: { en: "Test", zh: "检查项目" },
  tier: { en: "For", zh: "适用" },
  tierEvery: { en: "every woman", zh: "所有患者" },
  tierIndicated: { en: "if indicated", zh: "必要时" },
  state: { en: "State", zh: "状态" },
  why: { en: "Why it matters", zh: "意义" },

  findingsTitle: { en: "Findings", zh: "疑问" },
  severity: { en: "Severity", zh: "级别" },
  where: { en: "Where", zh: "对象" },
  finding: { en: "Finding", zh: "疑问" },
  rule: { en: "Rule", zh: "规则" },
  place: { en: "Place", zh: "位置" },

  laboratoryTitle: { en: "Laboratory values", zh: "实验室检查" },
  analyte: { en: "Analyte", zh: "项目" },
  value: { en: "Value", zh: "结果" },
  unit: { en: "Unit", zh: "单位" },
  reading: { en: "Reading", zh: "判读" },

  claimTitle: { en: "Claims of the authors, tested on the record", zh: "作者论断与记录的核对" },
  outcome: { en: "Outcome", zh: "结果" },
  claim: { en: "Claim", zh: "论断" },
  whatTheRecordSays: { en: "What the record says", zh: "记录所示" },

  check: { en: "Check", zh: "检查项目" },
  basis: { en: "Basis", zh: "依据" },

  followUpTitle: { en: "Follow-up: what was due and what is on record", zh: "随访：到期项目与记录情况" },
  time: { en: "Time", zh: "时点" },
  recorded: { en: "On record", zh: "已记录" },
  notOnRecord: { en: "Not on record", zh: "未见记录" },
} as const;

/** What a delay runs from and to. */
export const MILESTONES: Readonly<Record<Milestone, Text>> = {
  delivery: { en: "delivery", zh: "分娩" },
  symptom: { en: "first symptom", zh: "首发症状" },
  fracture: { en: "first fracture", zh: "首次骨折" },
  diagnosis: { en: "diagnosis", zh: "诊断" },
  weaning: { en: "weaning", zh: "停止哺乳" },
  firstBoneDrug: { en: "first bone drug", zh: "首次抗骨质疏松药物" },
};

export const DELAY_NAMES: Readonly<Record<DelayId, Text>> = {
  deliveryToSymptom: { en: "delivery → first symptom", zh: "分娩 → 首发症状" },
  deliveryToDiagnosis: { en: "delivery → diagnosis", zh: "分娩 → 诊断" },
  deliveryToFirstBoneDrug: { en: "delivery → first bone drug", zh: "分娩 → 首次抗骨质疏松药物" },
  symptomToDiagnosis: { en: "first symptom → diagnosis", zh: "首发症状 → 诊断" },
  symptomToFirstBoneDrug: { en: "first symptom → first bone drug", zh: "首发症状 → 首次抗骨质疏松药物" },
  symptomToWeaning: { en: "first symptom → weaning", zh: "首发症状 → 停止哺乳" },
  fractureToDiagnosis: { en: "first fracture → diagnosis", zh: "首次骨折 → 诊断" },
  fractureToFirstBoneDrug: { en: "first fracture → first bone drug", zh: "首次骨折 → 首次抗骨质疏松药物" },
  diagnosisToFirstBoneDrug: { en: "diagnosis → first bone drug", zh: "诊断 → 首次抗骨质疏松药物" },
  weaningToFirstBoneDrug: { en: "weaning → first bone drug", zh: "停止哺乳 → 首次抗骨质疏松药物" },
};

export const REGIMEN_WORDS: Readonly<Record<RegimenCheck["kind"] | "noRegimen", Text>> = {
  inside: { en: "inside a listed regimen", zh: "在所列用法范围内" },
  outside: { en: "outside the listed regimens", zh: "超出所列用法" },
  unitMismatch: { en: "fits a listed regimen only in another unit", zh: "仅换用其他单位才与所列用法相符" },
  notListed: { en: "this route or unit is not listed", zh: "该途径或单位未列出" },
  noRegimen: { en: "no regimen listed", zh: "无所列用法" },
  doseNotGiven: { en: "dose not recorded", zh: "剂量未记录" },
};

export const CLAIM_OUTCOMES: Readonly<Record<ClaimOutcome, Text>> = {
  supported: { en: "supported", zh: "相符" },
  notSupported: { en: "not supported", zh: "不符" },
  cannotTell: { en: "cannot tell", zh: "无法核对" },
  notTested: { en: "kept in words", zh: "仅作记录" },
};

/** "Table 1", "表1". */
export function tableNumber(n: number): Text {
  return { en: `Table ${n}`, zh: `表${n}` };
}
