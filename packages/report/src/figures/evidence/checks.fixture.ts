import { FEWER_THAN_THREE, SPINE_CHANGE } from "./evidence.fixture.ts";
import type { InfluenceData } from "./influence-data.ts";
import type { PrismaData } from "./prisma-data.ts";
import type { SensitivityData } from "./sensitivity-strip-data.ts";

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
