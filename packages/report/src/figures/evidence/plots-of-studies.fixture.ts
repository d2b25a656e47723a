import type { BaujatData } from "./baujat-figure.ts";
import type { BenchmarkFigureData } from "./benchmark-data.ts";
import type { BubbleData } from "./bubble-data.ts";
import { BISPHOSPHONATE, DENOSUMAB, HOSTILE, SEQUENCE, SPINE_CHANGE, TERIPARATIDE } from "./evidence.fixture.ts";
import type { FunnelData } from "./funnel-data.ts";
import type { GalbraithData } from "./galbraith-figure.ts";
import type { HarvestData, HarvestPoint } from "./harvest-data.ts";

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

/** Invented values: healthy women and women with PLO, a range over reports, one woman of an unknown site. */
export function benchmarkData(): BenchmarkFigureData {
  const course = (ends: readonly (readonly [months: number, expected: number])[]) =>
    ends.map(([months, expected]) => ({ months, expected, lower: expected - 12, upper: expected + 13 }));
  const mean = (estimate: number) => ({ kind: "mean", estimate }) as const;
  return {
    id: "spine",
    title: { en: "change without a drug", zh: "未用药时的变化" },
    quantity: SPINE_CHANGE,
    points: [
      { at: "/points/0", study: "Cohort A", population: "healthy", months: 6, women: 95, value: mean(5.2) },
      { at: "/points/1", study: "Cohort B", population: "healthy", months: 6, women: 40, value: mean(5.5) },
      { at: "/points/2", study: "Series C", population: "plo", months: 12, women: 5, value: mean(7.5) },
      { at: "/points/3", study: "Report D", population: "plo", months: 60, women: 1, value: mean(21.4) },
      {
        at: "/points/4",
        study: "Report E",
        population: "plo",
        months: 6,
        women: 1,
        value: mean(50),
        leftOut: { en: "site not stated", zh: "部位未注明" },
      },
      {
        at: "/points/5",
        study: "Review F",
        population: "plo",
        months: 24,
        value: { kind: "range", lower: 11, upper: 12.2 },
        leftOut: { en: "a range without a mean", zh: "仅有范围" },
      },
    ],
    course: course([
      [6, 5.1],
      [12, 8.7],
      [24, 13.1],
      [60, 16.9],
    ]),
    without: [
      {
        at: "/without/3",
        study: "Report D",
        course: course([
          [6, 5.2],
          [12, 8.6],
        ]),
      },
      { at: "/without/2", study: "Series C", course: [] },
    ],
    notes: [{ en: "Not a control group.", zh: "并非对照组。" }],
  };
}
