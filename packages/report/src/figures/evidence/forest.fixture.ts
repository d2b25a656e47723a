import type { Text } from "@materbone/clinical";
import {
  BISPHOSPHONATE,
  DENOSUMAB,
  FEWER_THAN_THREE,
  HOSTILE,
  SEQUENCE,
  SPINE_CHANGE,
  TERIPARATIDE,
} from "./evidence.fixture.ts";
import type { ForestData, ForestGroup, ForestPooled, ForestRow } from "./forest-data.ts";

const SPINE_12 = {
  site: { en: "lumbar spine", zh: "腰椎" },
  window: { en: "12 months", zh: "12个月" },
  metric: { en: "percent change", zh: "变化率" },
} as const;

export function bisphosphonateRows(): readonly ForestRow[] {
  return [
    {
      at: "/effects/0",
      study: "Li",
      year: 2018,
      women: 12,
      months: 6,
      drug: BISPHOSPHONATE.label,
      badges: ["medianDerived", "imputedSd"],
      estimate: 11.5,
      ciLower: 7.6,
      ciUpper: 15.4,
      weightPercent: 21.4,
    },
    {
      at: "/effects/1",
      study: "Laroche",
      year: 2017,
      women: 7,
      months: 12,
      drug: BISPHOSPHONATE.label,
      badges: ["annualised", "imputedSd"],
      estimate: 10.2,
      ciLower: 5.1,
      ciUpper: 15.3,
      weightPercent: 18.2,
    },
    {
      at: "/effects/2",
      study: "O'Sullivan",
      year: 2006,
      women: 5,
      months: 12,
      drug: BISPHOSPHONATE.label,
      badges: ["notStated"],
      estimate: 2,
    },
    {
      at: "/effects/3",
      study: "Di Gregorio",
      women: 3,
      months: 12,
      drug: BISPHOSPHONATE.label,
      badges: ["annualised", "imputedSd"],
      estimate: 20.7,
      ciLower: 12.9,
      ciUpper: 28.5,
      weightPercent: 12.8,
    },
    {
      at: "/effects/4",
      study: "Grizzo",
      year: 2020,
      women: 1,
      months: 12,
      drug: BISPHOSPHONATE.label,
      badges: ["singleWoman", "imputedSd"],
      estimate: 28.3,
      ciLower: 14.8,
      ciUpper: 41.8,
      weightPercent: 6.1,
    },
    {
      at: "/effects/5",
      study: "Hellmeyer",
      year: 2007,
      women: 1,
      months: 24,
      drug: BISPHOSPHONATE.label,
      badges: ["singleWoman"],
      estimate: 20.9,
    },
  ];
}

export function pooled(
  part: Partial<ForestPooled> & Pick<ForestPooled, "at" | "estimate" | "lower" | "upper">,
): ForestPooled {
  return {
    label: { en: "With single women", zh: "含单例" },
    studies: 4,
    women: 23,
    singles: "kept",
    prediction: { kind: "interval", lower: -2.4, upper: 30.9 },
    ...part,
  };
}

export function forestGroups(): readonly ForestGroup[] {
  return [
    {
      label: { en: "bisphosphonate", zh: "双膦酸盐" },
      stratum: SPINE_12,
      untreated: {
        at: "/benchmarks/0",
        label: { en: "untreated women (Hong 2018)", zh: "未用药者（Hong 2018）" },
        estimate: 7.5,
        lower: 1.3,
        upper: 13.7,
      },
      rows: bisphosphonateRows(),
      pooled: [
        pooled({ at: "/pools/0", estimate: 14.2, lower: 8.1, upper: 20.3 }),
        pooled({
          at: "/pools/1",
          label: { en: "Without single women", zh: "不含单例" },
          estimate: 12.6,
          lower: 6.4,
          upper: 18.8,
          singles: "leftOut",
          studies: 3,
          women: 22,
          prediction: { kind: "interval", lower: -6.8, upper: 32.0 },
        }),
      ],
      notes: [
        {
          en: "τ² 21.3, I² 58% (95% CI 0 to 86%), Q 7.1 on 3 df, p = 0.07; REML, Knapp-Hartung.",
          zh: "τ² 21.3，I² 58%（95%置信区间 0 至 86%），Q = 7.1（自由度3），p = 0.07；REML，Knapp-Hartung法。",
        },
      ],
    },
    {
      label: { en: "teriparatide", zh: "特立帕肽" },
      stratum: SPINE_12,
      untreated: {
        at: "/benchmarks/1",
        label: { en: "untreated women (Hong 2018)", zh: "未用药者（Hong 2018）" },
        estimate: 7.5,
        lower: 1.3,
        upper: 13.7,
      },
      rows: [
        {
          at: "/effects/6",
          study: "Hong",
          year: 2018,
          women: 27,
          months: 12,
          drug: TERIPARATIDE.label,
          badges: ["mean"],
          estimate: 15.5,
          ciLower: 13.0,
          ciUpper: 18.0,
          weightPercent: 24.6,
        },
        {
          at: "/effects/7",
          study: "Lee",
          year: 2021,
          women: 13,
          months: 12,
          drug: SEQUENCE.label,
          badges: ["mean", "imputedSd"],
          estimate: 14.1,
          ciLower: 10.3,
          ciUpper: 17.9,
          weightPercent: 16.9,
        },
        {
          at: "/effects/8",
          study: "Lampropoulou-Adamidou",
          year: 2021,
          women: 19,
          months: 24,
          drug: TERIPARATIDE.label,
          badges: ["mean"],
          estimate: 20.9,
          ciLower: 17.1,
          ciUpper: 24.7,
        },
        {
          at: "/effects/9",
          study: "Denosumab case",
          year: 2021,
          women: 1,
          months: 18,
          drug: DENOSUMAB.label,
          badges: ["singleWoman", "imputedSd"],
          estimate: 32.2,
          ciLower: -18,
          ciUpper: 82.4,
        },
      ],
      pooled: [
        pooled({
          at: "/pools/2",
          label: { en: "Random effects", zh: "随机效应" },
          estimate: 15.1,
          lower: 12.9,
          upper: 17.3,
          singles: "none",
          studies: 2,
          women: 40,
          prediction: { kind: "notGiven", reason: FEWER_THAN_THREE },
        }),
      ],
    },
  ];
}

export function forestData(): ForestData {
  return {
    id: "spine-12",
    title: { en: "gain of lumbar spine BMD at about 12 months", zh: "约12个月时腰椎骨密度的增加" },
    quantity: SPINE_CHANGE,
    level: 95,
    groups: forestGroups(),
    overall: [
      pooled({
        at: "/pools/3",
        label: { en: "All drugs, with single women", zh: "全部药物，含单例" },
        estimate: 14.0,
        lower: 9.9,
        upper: 18.1,
        studies: 6,
        women: 63,
        prediction: { kind: "interval", lower: 1.2, upper: 26.8 },
      }),
    ],
    notes: [{ en: "Change from the lowest scan, not drug effect.", zh: "为自最低值起的变化，不等于药物疗效。" }],
  };
}

/** Groups that may not be pooled with each other, appraised, with a moved reference line. */
export function unlikeForest(): ForestData {
  const [first, second] = forestGroups();
  if (first === undefined || second === undefined) throw new Error("two groups expected");
  const domains: readonly Text[] = [
    { en: "selection", zh: "选择" },
    { en: "ascertainment", zh: "确定" },
    { en: "causality", zh: "因果" },
    { en: "reporting", zh: "报告" },
  ];
  const judgements = ["good", "unclear", "poor"] as const;
  const appraised = (rows: readonly ForestRow[]): readonly ForestRow[] =>
    rows.map((row, index) => ({
      ...row,
      appraisal: domains.map((domain, at) => ({ domain, judgement: judgements[(index + at) % 3] ?? "unclear" })),
    }));
  const { untreated: _, ...hip } = second;
  return {
    ...forestData(),
    id: "unlike",
    overall: [],
    reference: 7.5,
    groups: [
      { ...first, rows: appraised(first.rows) },
      {
        ...hip,
        stratum: { ...SPINE_12, site: { en: "total hip", zh: "全髋" }, window: { en: "24 months", zh: "24个月" } },
        rows: appraised(hip.rows),
      },
    ],
  };
}

export function emptyForest(): ForestData {
  return { ...forestData(), id: "empty", groups: [], overall: [] };
}

/** Markup, quotes and long names where words are expected. */
export function hostileForest(): ForestData {
  const data = forestData();
  const words = HOSTILE;
  return {
    ...data,
    id: `h"><script>`,
    title: words,
    notes: [words],
    groups: data.groups.map((group) => ({
      ...group,
      label: words,
      rows: group.rows.map((row, index) => ({
        ...row,
        study:
          index === 0
            ? "Papadopoulou-Konstantinidou-Vassiliadis and the Hellenic Working Group"
            : `<i>"${row.study}"</i>`,
        drug: words,
      })),
    })),
  };
}
