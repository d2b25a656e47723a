import type { MonthBand, MonthCourse, SimulationFigureData } from "./simulation-data.ts";
import type { SmallPanelsData } from "./small-panels-data.ts";

/** A woman with a drug, scans, a pinned scenario, bands and a hip that is not shown. Values are made up. */
export function simulationData(): SimulationFigureData {
  const untreated = courseOf((month) => fall(month));
  return {
    id: "case-2",
    subject: { en: "case 2", zh: "病例2" },
    model: { title: { en: "circuit of brain, breast and bone", zh: "脑-乳腺-骨环路" }, version: "2026-11-26" },
    since: "delivery",
    span: [0, 36],
    quantity: "percent",
    nursing: [
      { fromMonth: 0, toMonth: 6, intensity: 1 },
      { fromMonth: 6, toMonth: 9, intensity: 0.5 },
    ],
    weaned: { earliest: 8.5, latest: 9 },
    drugs: [
      {
        id: "zoledronate",
        name: { en: "zoledronate", zh: "唑来膦酸" },
        detail: { en: "5 mg, IV infusion", zh: "5 mg，静滴" },
        doseMonths: [10, 22],
      },
      {
        id: "teriparatide",
        name: { en: "teriparatide", zh: "特立帕肽" },
        detail: { en: "20 µg/day, SC", zh: "20 µg/天，皮下注射" },
        doseMonths: Array.from({ length: 180 }, (_, day) => 3 + day / 30.4),
      },
    ],
    extrapolated: [
      { fromMonth: 30, toMonth: 36, reason: { en: "zoledronate beyond 24 months", zh: "唑来膦酸超过24个月" } },
    ],
    errorBars: { en: "least significant change", zh: "最小有意义变化" },
    sites: [
      {
        kind: "shown",
        site: "lumbarSpine",
        treated: courseOf((month) => fall(month) + (month > 10 ? 7 * (1 - Math.exp(-(month - 10) / 8)) : 0)),
        untreated,
        untreatedBand: bandOf((month) => fall(month), 4),
        treatedBand: bandOf((month) => fall(month) + (month > 10 ? 6 * (1 - Math.exp(-(month - 10) / 8)) : 0), 3),
        scans: [
          {
            at: "/scans/0/sites/lumbarSpine",
            name: { en: "first", zh: "首次" },
            months: { earliest: 4, latest: 4 },
            value: -5.2,
            half: 2.8,
          },
          {
            at: "/scans/1/sites/lumbarSpine",
            name: { en: "one year on", zh: "1年后" },
            months: { earliest: 16, latest: 20 },
            value: 2.1,
            half: 2.8,
          },
          {
            at: "/scans/2/sites/lumbarSpine",
            name: { en: "other device", zh: "另一仪器" },
            months: { earliest: 26, latest: 26 },
            value: 7.4,
            leftOut: { en: "of another device", zh: "仪器不同" },
          },
        ],
        pinned: [
          {
            id: "later",
            name: { en: "zoledronate at month 18", zh: "第18个月用唑来膦酸" },
            course: courseOf((month) => fall(month) + (month > 18 ? 6 * (1 - Math.exp(-(month - 18) / 8)) : 0)),
          },
          {
            id: "early",
            name: { en: "weaned at month 3", zh: "第3个月停止哺乳" },
            course: courseOf((month) => 0.7 * fall(month)),
          },
        ],
      },
      {
        kind: "notShown",
        site: "totalHip",
        reason: { en: "the model has not passed its own check at this site.", zh: "模型在该部位未通过自身验证。" },
      },
    ],
  };
}

function fall(month: number): number {
  return -6 * Math.exp(-(((month - 8) / 8) ** 2)) + 6 * Math.exp(-1) * Math.exp(-month / 3);
}

export function courseOf(valueAt: (month: number) => number): MonthCourse {
  const months = Array.from({ length: 73 }, (_, half) => half / 2);
  return { months, values: months.map(valueAt) };
}

export function bandOf(middleAt: (month: number) => number, width: number): MonthBand {
  const { months, values } = courseOf(middleAt);
  const middles = Array.from(values);
  const halves = Array.from(months, (month) => width * (1 - Math.exp(-month / 6)));
  return {
    months,
    median: middles,
    lower: middles.map((value, at) => value - (halves[at] ?? 0)),
    upper: middles.map((value, at) => value + (halves[at] ?? 0)),
  };
}

/** Two hormones and a marker, one of them without a level at rest. Values are made up. */
export function smallPanelsData(): SmallPanelsData {
  const { sites: _, quantity: __, ...frame } = simulationData();
  const pulse = (month: number): number => Math.exp(-(((month - 10) / 4) ** 2));
  return {
    ...frame,
    panels: [
      {
        id: "PTH_pM",
        name: { en: "PTH", zh: "PTH" },
        unit: { en: "pmol/L", zh: "pmol/L" },
        decimals: 1,
        atRest: 3.9,
        treated: courseOf((month) => 3.9 + 4 * pulse(month)),
        untreated: courseOf((month) => 3.9 - 1.2 * pulse(month + 6)),
      },
      {
        id: "Ca_mM",
        name: { en: "calcium, ionised and bound", zh: "血钙" },
        unit: { en: "mmol/L", zh: "mmol/L" },
        decimals: 2,
        atRest: 2.4,
        treated: courseOf((month) => 2.4 - 0.1 * pulse(month)),
        untreated: courseOf(() => 2.4),
      },
      {
        id: "OC_pct",
        name: { en: "osteoclast activity, in place of CTX", zh: "破骨细胞活性（代表CTX）" },
        unit: { en: "% of rest", zh: "稳态水平的%" },
        decimals: 0,
        atRest: 100,
        treated: courseOf((month) => 160 - 120 * pulse(month)),
        untreated: courseOf((month) => 160 - 2 * month),
      },
      {
        id: "prolactin",
        name: { en: "prolactin", zh: "催乳素" },
        unit: { en: "of full nursing", zh: "相对完全哺乳" },
        decimals: 2,
        untreated: courseOf((month) => Math.max(0, 1 - month / 9)),
      },
      {
        id: "urinaryCa",
        name: { en: "urinary calcium", zh: "尿钙" },
        unit: { en: "mmol/d", zh: "mmol/天" },
        decimals: 1,
        atRest: 4.2,
        treated: courseOf((month) => 4.2 - pulse(month)),
        untreated: courseOf((month) => 4.2 + 1.5 * pulse(month)),
      },
    ],
  };
}
