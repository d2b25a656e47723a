import type { ComparabilityReason, Phrase, Route, Text } from "@materbone/clinical";

/** Fixed words of the figures, both languages side by side. */
export const WORDS = {
  noScans: { en: "No scans recorded", zh: "未记录骨密度检查" },
  noBmd: { en: "No BMD values recorded", zh: "未记录骨密度值" },
  noZScores: { en: "No Z-scores recorded", zh: "未记录Z值" },
  tScoresOnly: {
    en: "Only T-scores are recorded; they are not turned into Z-scores.",
    zh: "仅记录T值，不换算为Z值。",
  },
  noLaboratory: { en: "No laboratory results recorded", zh: "未记录实验室检查" },
  noFractures: { en: "No vertebral fractures recorded", zh: "未记录椎体骨折" },
  noLevel: { en: "Vertebral fracture recorded, level not stated", zh: "已记录椎体骨折，节段未说明" },
  noCases: { en: "No women recorded", zh: "未记录病例" },
  monthsPostpartum: { en: "months postpartum", zh: "产后月数" },
  delivery: { en: "delivery", zh: "分娩" },
  timeNotRecorded: { en: "time not recorded", zh: "时间未记录" },
  notRecorded: { en: "not recorded", zh: "未记录" },
  scan: { en: "Scan", zh: "检查" },
  scans: { en: "DXA scans", zh: "DXA检查" },
  dxaScan: { en: "DXA scan", zh: "DXA检查" },
  pregnancy: { en: "Pregnancy", zh: "妊娠" },
  lactation: { en: "Breastfeeding", zh: "哺乳" },
  symptomOnset: { en: "First symptom", zh: "首发症状" },
  fracture: { en: "Fracture", zh: "骨折" },
  diagnosis: { en: "Diagnosis", zh: "诊断" },
  declined: { en: "declined", zh: "拒绝" },
  endNotRecorded: { en: "end not recorded", zh: "结束时间未记录" },
  startNotRecorded: { en: "start not recorded", zh: "开始时间未记录" },
  ongoing: { en: "ongoing", zh: "持续中" },
  stillBreastfeeding: { en: "still breastfeeding", zh: "仍在哺乳" },
  bmd: { en: "BMD, g/cm²", zh: "骨密度（g/cm²）" },
  zScore: { en: "Z-score", zh: "Z值" },
  change: { en: "Change, %", zh: "变化（%）" },
  lscPercent: { en: "LSC, %", zh: "LSC（%）" },
  site: { en: "Site", zh: "部位" },
  what: { en: "What", zh: "项目" },
  detail: { en: "Detail", zh: "说明" },
  months: { en: "Months postpartum", zh: "产后月数" },
  endMonths: { en: "End, months postpartum", zh: "结束（产后月数）" },
  verdict: { en: "Verdict", zh: "判定" },
  woman: { en: "Woman", zh: "病例" },
  level: { en: "Level", zh: "节段" },
  grade: { en: "Genant grade", zh: "Genant分级" },
  shape: { en: "Shape", zh: "形态" },
  analyte: { en: "Analyte", zh: "项目" },
  value: { en: "Value", zh: "结果" },
  unit: { en: "Unit", zh: "单位" },
  interval: { en: "Reference interval", zh: "参考区间" },
  flag: { en: "Reading", zh: "判读" },
} as const;

/** Why two scans cannot be compared, short enough for a drawing. */
export const COMPARABILITY_WORDS: Readonly<Record<ComparabilityReason["kind"], Phrase<{ readonly levels: string }>>> = {
  differentDevices: { en: () => "another device", zh: () => "仪器不同" },
  differentVertebrae: { en: () => "other vertebrae measured", zh: () => "测量椎体不同" },
  fracturedVertebraInside: {
    en: ({ levels }) => `fractured ${levels} measured`,
    zh: ({ levels }) => `测量区含骨折椎体${levels}`,
  },
  fracturedVertebraPerhapsInside: {
    en: ({ levels }) => `fractured ${levels} perhaps measured`,
    zh: ({ levels }) => `测量区可能含骨折椎体${levels}`,
  },
  differentSides: { en: () => "the other hip", zh: () => "侧别不同" },
  orderUnknown: { en: () => "order of scans unknown", zh: () => "检查先后未知" },
  deviceNotRecorded: { en: () => "device recorded once", zh: () => "仅一次记录仪器" },
  vertebraeNotRecorded: { en: () => "vertebrae recorded once", zh: () => "仅一次记录测量椎体" },
  noPrecision: { en: () => "no precision for this site", zh: () => "该部位无精密度数据" },
};

export const PER_WORDS: Phrase<{ readonly count: number; readonly period: string }> = {
  en: ({ count, period }) => (count === 1 ? `/${period}` : ` every ${count} ${period}s`),
  zh: ({ count, period }) => {
    const unit = { day: "天", week: "周", month: "月", year: "年" }[period] ?? period;
    if (count === 1) return `/${unit}`;
    return period === "month" ? `（每${count}个月1次）` : `（每${count}${unit}1次）`;
  },
};

/** Routes as short as a drawing needs them. */
export const ROUTE_WORDS: Readonly<Record<Exclude<Route, "notStated">, Text>> = {
  oral: { en: "oral", zh: "口服" },
  intravenousInfusion: { en: "IV infusion", zh: "静滴" },
  intravenousInjection: { en: "IV injection", zh: "静注" },
  subcutaneous: { en: "SC", zh: "皮下注射" },
  intramuscular: { en: "IM", zh: "肌注" },
  nasal: { en: "nasal", zh: "经鼻" },
  topical: { en: "topical", zh: "外用" },
};

export const ONCE: Text = { en: " once", zh: "（单次）" };
export const DOSE_NOT_RECORDED: Text = { en: "dose not recorded", zh: "剂量未记录" };
