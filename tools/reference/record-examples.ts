import {
  CASE_SCHEMA,
  type CaseRecord,
  type Review,
  SERIES_SCHEMA,
  type SeriesHead,
  type Text,
  type When,
} from "@materbone/clinical";

/** An invented woman that shows the usual parts of a record. The test reads her as any file is read. */
export const exampleCase: CaseRecord = {
  schema: CASE_SCHEMA,
  id: "woman-1",
  label: { en: "Case 1", zh: "病例 1" },
  origin: "synthetic",
  person: { ageYears: 30, ageAt: "delivery", heightCm: 160, weightKg: 54 },
  pregnancies: [
    {
      index: true,
      parity: 1,
      deliveryMode: "vaginal",
      gestationalAgeDays: 275,
      fetuses: 1,
      lactation: { breastfed: "yes", weaned: { months: 5 }, intensity: "exclusive" },
    },
  ],
  history: {
    fractureBeforePregnancy: "no",
    glucocorticoids: "no",
    heparin: "no",
    smoking: "notReported",
    familyHistory: { answer: "yes", note: { en: "mother, hip fracture at 61", zh: "母亲 61 岁髋部骨折" } },
  },
  symptoms: [{ symptom: "backPain", onset: { months: 1 } }],
  fractures: [
    {
      site: "T12",
      at: { months: [1, 3], basis: "ambiguous" },
      mechanism: "noTraumaReported",
      modality: "mri",
      genantGrade: 2,
    },
    { site: "L1", at: { months: [1, 3], basis: "ambiguous" }, mechanism: "lowEnergy", heightLossPercent: 28 },
  ],
  events: [{ kind: "diagnosis", at: { months: 4 } }],
  scans: [
    {
      id: "baseline",
      at: { months: 4 },
      device: "dxa-1",
      sites: {
        lumbarSpine: { bmdGPerCm2: 0.702, zScore: -3.1, vertebrae: ["L2", "L3", "L4"] },
        femoralNeck: { bmdGPerCm2: 0.641, zScore: -1.9, side: "left" },
      },
    },
    {
      id: "month-16",
      at: { months: 16 },
      device: "dxa-1",
      sites: { lumbarSpine: { bmdGPerCm2: 0.768, zScore: -2.5, vertebrae: ["L2", "L3", "L4"] } },
    },
  ],
  laboratory: [
    {
      at: { months: 4 },
      samplingMonth: 7,
      results: [
        { analyte: "calcium", value: "2.41", unit: "mmol/L", interval: { low: "2.11", high: "2.52" } },
        { analyte: "pth", value: "21.5", unit: "pg/mL" },
        { analyte: "vitaminD25oh", value: "<4.0", unit: "ng/mL" },
      ],
    },
  ],
  treatments: [
    { agent: "calciumVitaminD", start: { months: 4 }, ongoing: true },
    {
      agent: "zoledronicAcid",
      dose: { amount: 5, unit: "mg", per: "once" },
      route: "intravenousInfusion",
      start: { months: 5 },
    },
    { agent: "teriparatide", start: { months: 4 }, declined: { reason: "cost" } },
  ],
  scores: [{ instrument: "VAS", value: 7, at: { months: 4 } }],
  adverseEvents: { recorded: "notReported" },
  plan: { nextPregnancy: { plan: "notReported" } },
  workup: [
    { item: "tsh", status: "normal" },
    { item: "coeliacSerology", status: "notDone" },
  ],
};

export const exampleHead: SeriesHead = {
  schema: SERIES_SCHEMA,
  id: "my-series",
  title: { en: "Two women with PLO", zh: "PLO 两例" },
  origin: "synthetic",
  design: "retrospectiveCaseSeries",
  recruitmentYears: [2021, 2024],
  ethics: { approval: "approved", consent: "obtained" },
  methods: {
    densitometers: [
      {
        id: "dxa-1",
        manufacturer: "Maker",
        model: "Model",
        precision: [{ site: "lumbarSpine", cvPercent: 1.2, bound: "equal", kind: "inVivo" }],
      },
    ],
    vertebralFractureRule: "genant",
  },
  laboratory: {
    intervals: [
      { analyte: "pth", low: "15", high: "65", unit: "pg/mL" },
      { analyte: "vitaminD25oh", low: "15.7", high: "60.3", unit: "ng/mL", season: "summer" },
      { analyte: "vitaminD25oh", low: "8.8", high: "46.3", unit: "ng/mL", season: "winter" },
    ],
  },
  comparator: "none",
  claims: [
    { kind: "meanAge", id: "age", of: "cases", printed: "31.5", place: "abstract" },
    {
      kind: "percentChange",
      id: "spine-1",
      case: "woman-1",
      site: "lumbarSpine",
      from: "baseline",
      to: "month-16",
      printed: "9.40",
    },
  ],
};

export const exampleReview: Review = {
  rule: "reproductive-plan-missing",
  case: "woman-1",
  at: "/plan",
  state: "explained",
  note: { en: "Not asked at the time; asked for at the next visit.", zh: "当时未问及，下次随访补问。" },
  by: "AB",
  on: "2025-03-04",
};

type WhenForm = { readonly when: When; readonly meaning: Text };

/** Every way to write a time. */
export const whenForms: readonly WhenForm[] = [
  { when: { months: 5 }, meaning: { en: "5 months after delivery", zh: "产后 5 个月" } },
  { when: { months: -2 }, meaning: { en: "2 months before delivery", zh: "分娩前 2 个月" } },
  {
    when: { months: [1, 3], basis: "ambiguous" },
    meaning: { en: "between 1 and 3 months after delivery", zh: "产后 1 至 3 个月之间" },
  },
  {
    when: { months: [null, 6] },
    meaning: { en: "at 6 months at the latest, how early is not known", zh: "不晚于产后 6 个月，起点不详" },
  },
  { when: { months: [12, null] }, meaning: { en: "from 12 months on", zh: "产后 12 个月起" } },
  {
    when: { months: [6, 9], basis: "ambiguous", readings: [6, 9] },
    meaning: { en: "6 or 9 months: the source can be read in two ways", zh: "6 或 9 个月：原文有两种读法" },
  },
  {
    when: { date: "2023-05-14" },
    meaning: {
      en: "that day (needs a dated index delivery to become months)",
      zh: "该日（本次分娩有日期时方可换算为月）",
    },
  },
  { when: { date: "2023-05" }, meaning: { en: "any day of that month", zh: "该月内任一天" } },
  { when: { date: "2023" }, meaning: { en: "any day of that year", zh: "该年内任一天" } },
  {
    when: { date: ["2023-03", "2023-05"] },
    meaning: { en: "from 1 March to 31 May 2023", zh: "2023 年 3 月 1 日至 5 月 31 日" },
  },
  { when: { gestationalWeeks: 34 }, meaning: { en: "at 34 weeks of the index pregnancy", zh: "本次妊娠 34 周" } },
  { when: { gestationalWeeks: [28, 32] }, meaning: { en: "between 28 and 32 weeks", zh: "本次妊娠 28 至 32 周" } },
  { when: { basis: "unknown" }, meaning: { en: "it happened, the time is not known", zh: "已发生，时间不详" } },
];
