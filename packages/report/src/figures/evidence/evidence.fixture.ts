import type { Text } from "@materbone/clinical";
import type { BaujatData } from "./baujat-figure.ts";
import type { BubbleData } from "./bubble-data.ts";
import type { Quantity } from "./evidence-figure-data.ts";
import type { ForestData, ForestGroup, ForestPooled, ForestRow } from "./forest-data.ts";
import type { FunnelData } from "./funnel-data.ts";
import type { GalbraithData } from "./galbraith-figure.ts";
import type { HarvestData, HarvestPoint } from "./harvest-data.ts";
import type { InfluenceData } from "./influence-data.ts";
import type { PrismaData } from "./prisma-data.ts";
import type { SensitivityData } from "./sensitivity-strip-data.ts";

/** Invented numbers in the manner of this literature; none is a result. */
export const SPINE_CHANGE: Quantity = {
  name: { en: "change of lumbar spine BMD", zh: "腰椎骨密度变化" },
  unit: { en: "%", zh: "%" },
  decimals: 1,
  isSigned: true,
};

const BISPHOSPHONATE = { label: { en: "bisphosphonate", zh: "双膦酸盐" }, kind: "bisphosphonate" } as const;
const TERIPARATIDE = { label: { en: "teriparatide", zh: "特立帕肽" }, kind: "teriparatide" } as const;
const DENOSUMAB = { label: { en: "denosumab", zh: "地舒单抗" }, kind: "denosumab" } as const;
const SEQUENCE = {
  label: { en: "teriparatide, then antiresorptive drug", zh: "特立帕肽序贯抗骨吸收药" },
  kind: "sequence",
} as const;
const SPINE_12 = {
  site: { en: "lumbar spine", zh: "腰椎" },
  window: { en: "12 months", zh: "12个月" },
  metric: { en: "percent change", zh: "变化率" },
} as const;

const FEWER_THAN_THREE: Text = { en: "fewer than three studies", zh: "研究不足3项" };

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

function pooled(part: Partial<ForestPooled> & Pick<ForestPooled, "at" | "estimate" | "lower" | "upper">): ForestPooled {
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

const HOSTILE: Text = { en: `<script>alert("1")</script> & 'x'`, zh: `<b>"恶意"</b>&'x'` };

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

export function harvestData(): HarvestData {
  const calcium = { label: { en: "calcium and vitamin D", zh: "钙与维生素D" }, kind: "calciumVitaminD" } as const;
  const romosozumab = { label: { en: "romosozumab", zh: "罗莫佐单抗" }, kind: "romosozumab" } as const;
  const none = { label: { en: "no bone drug", zh: "未用药" }, kind: "untreated" } as const;
  const point = (
    index: number,
    study: string,
    year: number | undefined,
    women: number,
    months: number | undefined,
    drug: HarvestPoint["drug"],
    estimate: number,
    course?: string,
  ): HarvestPoint => ({
    at: `/effects/${index}`,
    study,
    year,
    women,
    months,
    drug,
    badges: [women === 1 ? "singleWoman" : "mean"],
    estimate,
    course,
  });
  return {
    id: "spine",
    title: { en: "gain of lumbar spine BMD by drug", zh: "各类药物下腰椎骨密度的增加" },
    quantity: SPINE_CHANGE,
    points: [
      point(0, "Li", 2018, 12, 6, BISPHOSPHONATE, 11.5),
      point(1, "Laroche", 2017, 7, 12, BISPHOSPHONATE, 10.2),
      point(2, "O'Sullivan", 2006, 5, 12, BISPHOSPHONATE, 2, "osullivan"),
      point(3, "O'Sullivan", 2006, 5, 24, BISPHOSPHONATE, 11, "osullivan"),
      point(4, "Hellmeyer", 2007, 1, 24, BISPHOSPHONATE, 20.9),
      point(5, "Grizzo", 2020, 1, 6, BISPHOSPHONATE, 14.7, "grizzo"),
      point(6, "Grizzo", 2020, 1, 12, BISPHOSPHONATE, 28.3, "grizzo"),
      point(7, "Kabi", undefined, 1, 24, BISPHOSPHONATE, 27.2),
      point(8, "Di Gregorio", 2000, 3, 12, BISPHOSPHONATE, 20.7),
      point(9, "Tanriover", 2009, 1, 36, BISPHOSPHONATE, 9.9),
      point(10, "Zhang 1", 2019, 1, 7, BISPHOSPHONATE, 12.54, "z1"),
      point(11, "Zhang 1", 2019, 1, 24, BISPHOSPHONATE, 37.02, "z1"),
      point(12, "Zhang 2", 2019, 1, 11, BISPHOSPHONATE, 16.6),
      point(13, "Zhang 3", 2019, 1, 6, BISPHOSPHONATE, 15.86),
      point(14, "Hong", 2018, 27, 12, TERIPARATIDE, 15.5),
      point(15, "Lee, then antiresorptive", 2021, 13, 12, SEQUENCE, 14.1, "lee-a"),
      point(16, "Lee, then antiresorptive", 2021, 13, 24, SEQUENCE, 21.8, "lee-a"),
      point(17, "Lee, then antiresorptive", 2021, 13, 36, SEQUENCE, 24, "lee-a"),
      point(18, "Lee", 2021, 20, 12, TERIPARATIDE, 17.3, "lee-b"),
      point(19, "Lee", 2021, 20, 24, TERIPARATIDE, 24.1, "lee-b"),
      point(20, "Lee", 2021, 20, 36, TERIPARATIDE, 23.4, "lee-b"),
      point(21, "Hadji", 2022, 47, 24, TERIPARATIDE, 30.1),
      point(22, "Denosumab case", 2021, 1, 18, DENOSUMAB, 32.2),
      point(23, "Sánchez", 2016, 1, 12, DENOSUMAB, 14),
      point(24, "Nomura", 2024, 1, 12, romosozumab, 22.1),
      point(25, "Romosozumab case", 2022, 1, 12, romosozumab, 23.6),
      point(26, "Iwamoto", 2012, 1, 60, calcium, 21.4),
      point(27, "Hong", 2018, 5, 12, none, 7.5),
      point(28, "Cerit", 2020, 1, undefined, TERIPARATIDE, 18.1),
    ],
    untreated: {
      at: "/benchmarks/0",
      label: { en: "untreated women", zh: "未用药者" },
      points: [
        { months: 0, lower: 0, upper: 0 },
        { months: 6, lower: -1, upper: 8 },
        { months: 12, lower: 1.3, upper: 13.7 },
        { months: 36, lower: 3, upper: 15.5 },
      ],
    },
    notes: [{ en: "Change from the lowest scan, not drug effect.", zh: "为自最低值起的变化，不等于药物疗效。" }],
  };
}

export function hostileHarvest(): HarvestData {
  const data = harvestData();
  return {
    ...data,
    id: `h"><script>`,
    title: HOSTILE,
    quantity: { ...data.quantity, name: HOSTILE, unit: HOSTILE },
    points: data.points.map((point) => ({
      ...point,
      study: `<i>"${point.study}"</i>`,
      drug: { ...point.drug, label: HOSTILE },
    })),
    notes: [HOSTILE],
  };
}

export function funnelData(): FunnelData {
  const named: readonly (readonly [string, number | undefined, number, number | undefined, boolean])[] = [
    ["Li", 2018, 11.5, 1.99, false],
    ["Laroche", 2017, 10.2, 2.6, false],
    ["O'Sullivan", 2006, 2, undefined, false],
    ["Di Gregorio", 2000, 20.7, 3.98, false],
    ["Grizzo", 2020, 28.3, 6.9, true],
    ["Hellmeyer", 2007, 20.9, 6.9, true],
    ["Kabi", undefined, 27.2, 6.9, true],
    ["Zhang 1", 2019, 12.5, 6.9, true],
    ["Hong", 2018, 15.5, 1.27, false],
    ["Lee", 2021, 17.3, 1.54, false],
    ["Hadji", 2022, 30.1, 1.6, false],
    ["Sánchez", 2016, 14, 6.9, true],
  ];
  return {
    id: "spine",
    title: { en: "small studies: lumbar spine, about 12 months", zh: "小样本研究：腰椎，约12个月" },
    quantity: SPINE_CHANGE,
    points: named.map(([study, year, estimate, se, isSingleWoman], index) => ({
      at: `/effects/${index}`,
      study,
      year,
      estimate,
      se,
      isSingleWoman,
    })),
    pooled: { label: { en: "random effects", zh: "随机效应" }, estimate: 16.4 },
    notes: [{ en: "Egger regression: t = 0.62, df 9, p = 0.55.", zh: "Egger回归：t = 0.62，自由度9，p = 0.55。" }],
  };
}

export function smallFunnel(): FunnelData {
  const data = funnelData();
  return { ...data, id: "small", points: data.points.slice(0, 5), notes: [] };
}

export function bubbleData(): BubbleData {
  const named: readonly (readonly [string, number | undefined, number | undefined, number, number, boolean])[] = [
    ["Li", 2018, 6, 11.5, 12.4, false],
    ["Laroche", 2017, 12, 10.2, 11.2, false],
    ["Di Gregorio", 2000, 12, 20.7, 7.8, false],
    ["Grizzo", 2020, 6, 14.7, 4.1, true],
    ["Kabi", undefined, 24, 27.2, 4.1, true],
    ["Tanriover", 2009, 36, 9.9, 4.1, true],
    ["Zhang 1", 2019, 24, 37.0, 4.1, true],
    ["Hong", 2018, 12, 15.5, 15.3, false],
    ["Lee", 2021, 36, 23.4, 14.2, false],
    ["Hadji", 2022, 24, 30.1, 16.6, false],
    ["Cerit", 2020, undefined, 18.1, 4.1, true],
  ];
  return {
    id: "months",
    title: { en: "gain of lumbar spine BMD by months", zh: "腰椎骨密度增加与月数" },
    quantity: SPINE_CHANGE,
    moderator: {
      name: { en: "months between scans", zh: "两次检查间隔月数" },
      unit: { en: "", zh: "" },
      decimals: 0,
      isMonths: true,
    },
    points: named.map(([study, year, x, estimate, weightPercent, isSingleWoman], index) => ({
      at: `/effects/${index}`,
      study,
      year,
      x,
      estimate,
      weightPercent,
      isSingleWoman,
    })),
    line: [6, 12, 18, 24, 30, 36].map((x) => {
      const [fit, half] = [13 + 0.38 * x, 4 + 0.012 * (x - 19) ** 2];
      return {
        x,
        fit,
        ci: { lower: fit - half, upper: fit + half },
        pi: { lower: fit - half - 9, upper: fit + half + 9 },
      };
    }),
    notes: [
      {
        en: "Slope +0.38 points a month (95% CI −0.05 to +0.81), p = 0.08.",
        zh: "斜率为每月+0.38个百分点（95%置信区间 −0.05 至 +0.81），p = 0.08。",
      },
    ],
  };
}

export function baujatData(): BaujatData {
  const named: readonly (readonly [string, number | undefined, number, number, boolean])[] = [
    ["Li", 2018, 3.1, 0.21, false],
    ["Laroche", 2017, 2.9, 0.16, false],
    ["Di Gregorio", 2000, 0.6, 0.02, false],
    ["Grizzo", 2020, 1.2, 0.03, true],
    ["Kabi", undefined, 1.1, 0.028, true],
    ["Tanriover", 2009, 0.7, 0.012, true],
    ["Hong", 2018, 0.4, 0.02, false],
    ["Lee", 2021, 0.1, 0.004, false],
    ["Hadji", 2022, 8.7, 0.94, false],
  ];
  return {
    id: "spine",
    title: { en: "what makes the heterogeneity", zh: "异质性的来源" },
    points: named.map(([study, year, contribution, influence, isSingleWoman], index) => ({
      at: `/effects/${index}`,
      study,
      year,
      contribution,
      influence,
      isSingleWoman,
    })),
  };
}

export function galbraithData(): GalbraithData {
  const { points, pooled: middle, quantity } = funnelData();
  return {
    id: "spine",
    title: { en: "effects against precision", zh: "效应值与精确度" },
    quantity,
    points: points.flatMap(({ se, ...point }) => (se === undefined ? [] : [{ ...point, se: Math.hypot(se, 3) }])),
    pooled: middle,
  };
}

export function influenceData(): InfluenceData {
  const named: readonly (readonly [
    string,
    number | undefined,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ])[] = [
    ["Li", 2018, -0.82, -0.31, 0.098, 1.12, 48.2, 92.4, 0.124],
    ["Laroche", 2017, -0.98, -0.35, 0.12, 1.05, 46.9, 93.1, 0.112],
    ["Di Gregorio", 2000, 0.42, 0.11, 0.013, 1.17, 50.6, 98.7, 0.078],
    ["Grizzo", 2020, 1.01, 0.24, 0.058, 1.02, 45.7, 97.2, 0.041],
    ["Hellmeyer", 2007, 0.44, 0.09, 0.008, 1.09, 50.1, 99.1, 0.041],
    ["Kabi", undefined, 0.92, 0.21, 0.046, 1.04, 46.4, 97.5, 0.041],
    ["Hong", 2018, -0.22, -0.1, 0.011, 1.2, 52.2, 95.8, 0.153],
    ["Lee", 2021, 0.1, 0.05, 0.003, 1.21, 52.8, 98.9, 0.142],
    ["Lampropoulou-Adamidou", 2021, 0.55, 0.2, 0.04, 1.14, 49.9, 96.6, 0.11],
    ["Hadji", 2022, 3.31, 1.42, 1.21, 0.58, 18.3, 41.5, 0.158],
  ];
  return {
    id: "spine",
    title: { en: "what each study does to the pooled effect", zh: "各研究对合并效应的影响" },
    rows: named.map(
      ([study, year, rstudent, dffits, cooksDistance, covarianceRatio, tau2Deleted, qeDeleted, hat], index) => ({
        at: `/effects/${index}`,
        study,
        year,
        isFlagged: study === "Hadji",
        values: {
          rstudent,
          dffits,
          cooksDistance,
          covarianceRatio,
          tau2Deleted,
          qeDeleted: study === "Kabi" ? undefined : qeDeleted,
          hat,
          weightPercent: hat * 100,
        },
      }),
    ),
    limits: { rstudent: [-1.96, 1.96], dffits: [0.95], cooksDistance: [0.45], hat: [0.3] },
    references: { rstudent: 0, dffits: 0, covarianceRatio: 1, tau2Deleted: 48.7, qeDeleted: 99.5 },
    notes: [
      {
        en: "Influential: |DFFITS| over 3√(1/(k − 1)), or Cook's distance over the median of chi-square.",
        zh: "有影响：|DFFITS|大于3√(1/(k − 1))，或Cook距离大于卡方分布中位数。",
      },
    ],
  };
}

export function prismaData(): PrismaData {
  return {
    id: "search-2026",
    title: { en: "flow of records, search to March 2026", zh: "文献筛选流程，检索至2026年3月" },
    databases: {
      identified: [
        { label: { en: "PubMed", zh: "PubMed" }, count: 412 },
        { label: { en: "Embase", zh: "Embase" }, count: 538 },
        { label: { en: "CNKI and Wanfang", zh: "中国知网与万方" }, count: 173 },
        { label: { en: "registers", zh: "注册平台" }, count: 9 },
      ],
      removed: [
        { label: { en: "duplicates", zh: "重复" }, count: 391 },
        { label: { en: "marked ineligible by automation", zh: "自动工具判定不合格" }, count: 0 },
      ],
      screened: 741,
      excluded: [
        { label: { en: "not pregnancy- or lactation-associated", zh: "与妊娠或哺乳无关" }, count: 402 },
        { label: { en: "no bone density", zh: "无骨密度" }, count: 180 },
      ],
      sought: 159,
      notRetrieved: [{ label: { en: "no full text", zh: "无全文" }, count: 12 }],
      assessed: 147,
      excludedReports: [
        { label: { en: "no second scan", zh: "无复查骨密度" }, count: 58 },
        { label: { en: "same women as another report", zh: "与其他报告病例重复" }, count: 11 },
        { label: { en: "percent change cannot be derived", zh: "无法得出变化率" }, count: 19 },
      ],
    },
    otherMethods: {
      identified: [
        { label: { en: "citation searching", zh: "引文检索" }, count: 14 },
        { label: { en: "meeting abstracts", zh: "会议摘要" }, count: 8 },
      ],
      sought: 22,
      notRetrieved: [{ label: { en: "no full text", zh: "无全文" }, count: 3 }],
      assessed: 19,
      excludedReports: [{ label: { en: "no second scan", zh: "无复查骨密度" }, count: 12 }],
    },
    included: { studies: 62, reports: 66, women: 451 },
  };
}

/** One stream only, whose counts do not follow from each other. */
export function brokenPrisma(): PrismaData {
  const { otherMethods: _, ...data } = prismaData();
  return {
    ...data,
    id: "broken",
    databases: { ...data.databases, screened: 740 },
    included: { studies: 55, reports: 59 },
  };
}

export function sensitivityData(): SensitivityData {
  const named: readonly (readonly [
    number,
    "kept" | "leftOut",
    number,
    number,
    number,
    number,
    number | undefined,
    number,
  ])[] = [
    [5, "kept", 14.2, 9.0, 19.4, 12, -2.4, 30.9],
    [5, "leftOut", 12.6, 7.9, 17.3, 6, -1.6, 26.8],
    [7, "kept", 13.9, 9.0, 18.8, 12, -0.2, 27.9],
    [7, "leftOut", 12.5, 7.4, 17.6, 6, -0.4, 25.4],
    [10, "kept", 13.6, 9.4, 17.8, 12, 4.3, 23.0],
    [10, "leftOut", 12.4, 6.1, 18.7, 2, undefined, 0],
  ];
  return {
    id: "sd",
    title: { en: "what the assumed SD does", zh: "SD假定值的影响" },
    quantity: SPINE_CHANGE,
    level: 95,
    rows: named.map(([sd, singles, estimate, lower, upper, studies, piLower, piUpper], index) => ({
      at: `/analyses/${index}`,
      assumption: { en: `SD of change ${sd} points`, zh: `变化的SD为${sd}个百分点` },
      singles,
      studies,
      women: studies * 7,
      estimate,
      lower,
      upper,
      prediction:
        piLower === undefined
          ? { kind: "notGiven", reason: FEWER_THAN_THREE }
          : { kind: "interval", lower: piLower, upper: piUpper },
      isPrimary: sd === 7 && singles === "kept",
    })),
  };
}
