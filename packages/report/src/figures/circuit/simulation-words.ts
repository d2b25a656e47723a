import type { Phrase, SkeletalSite } from "@materbone/clinical";
import type { MonthOrigin, SimulatedQuantity } from "./simulation-data.ts";

/** Fixed words of the figures of simulated courses. */
export const SIMULATION_WORDS = {
  months: {
    delivery: { en: "months postpartum", zh: "产后月数" },
    start: { en: "months since the start", zh: "起始后月数" },
  },
  origin: { delivery: { en: "delivery", zh: "分娩" }, start: { en: "start", zh: "起始" } },
  treated: { en: "with treatment", zh: "用药" },
  untreated: { en: "without a drug", zh: "未用药" },
  treatedBand: { en: "with treatment, 95% of women", zh: "用药：95%的女性" },
  untreatedBand: { en: "without a drug, 95% of women", zh: "未用药：95%的女性" },
  scan: { en: "DXA scan", zh: "DXA检查" },
  extrapolated: { en: "extrapolated", zh: "外推" },
  nursing: { en: "Breastfeeding", zh: "哺乳" },
  site: { en: "Site", zh: "部位" },
  course: { en: "Course", zh: "病程" },
  lower: { en: "Lower end", zh: "下限" },
  upper: { en: "Upper end", zh: "上限" },
  dashes: {
    en: "Dashed: the same course without a drug that acts on bone.",
    zh: "虚线：同一病程，不用作用于骨的药物。",
  },
  onlyUntreated: {
    en: "No drug that acts on bone is given: the course without a drug is the whole course.",
    zh: "未给予作用于骨的药物：未用药病程即全部病程。",
  },
  bands: {
    en: "Shaded: where 95% of a simulated population lie.",
    zh: "色带：模拟人群中95%的个体所在范围。",
  },
  medians: { en: "Dotted: the median of the population without a drug.", zh: "点线：未用药人群的中位数。" },
  shade: {
    en: "Breastfeeding: the darker, the more.",
    zh: "哺乳：颜色越深，哺乳越多。",
  },
  hollow: { en: "Hollow: a scan that is not in the fit.", zh: "空心：未用于拟合的检查。" },
  reach: { en: "Dotted beside a scan: when it may have been taken.", zh: "检查旁的点线：检查时间的可能范围。" },
  quantity: { en: "Quantity", zh: "指标" },
  unit: { en: "Unit", zh: "单位" },
  rest: { en: "at rest", zh: "稳态水平" },
  restKey: { en: "Level line: the model at rest.", zh: "水平线：模型稳态水平。" },
  strip: {
    en: "Below each plot: breastfeeding, the darker the more, and a stroke for each dose.",
    zh: "各图底部：哺乳（颜色越深，哺乳越多）；短竖线为给药。",
  },
  smallTitle: { en: "Simulated hormones and markers", zh: "模拟激素与骨代谢指标" },
  nothing: { en: "Nothing to show.", zh: "无可显示内容。" },
  noSites: { en: "No skeletal site is shown.", zh: "未显示任何骨骼部位。" },
  noAdvice: {
    en: "It gives no probability of fracture and no advice on doses.",
    zh: "不给出骨折概率，也不提供用药剂量建议。",
  },
} as const;

export const SIMULATION_TITLE: Phrase<{ readonly subject: string }> = {
  en: ({ subject }) => (subject === "" ? "Simulated course of BMD" : `Simulated course of BMD: ${subject}`),
  zh: ({ subject }) => (subject === "" ? "模拟骨密度病程" : `模拟骨密度病程：${subject}`),
};

export const MODEL_NAME: Phrase<{ readonly model: string; readonly version: string }> = {
  en: ({ model, version }) => `${model}, version ${version}`,
  zh: ({ model, version }) => `${model}，版本${version}`,
};

export const HYPOTHESIS_LINE: Phrase<{ readonly models: readonly string[] }> = {
  en: ({ models }, terms) =>
    `Hypothesis, not a forecast. ${terms.count(models.length, "Model", "Models")}: ${models.join("; ")}.`,
  zh: ({ models }) => `假说，并非预测。模型：${models.join("；")}。`,
};

export const QUANTITY_AXIS: Phrase<{ readonly quantity: SimulatedQuantity; readonly since: MonthOrigin }> = {
  en: ({ quantity, since }) => {
    if (quantity === "gPerCm2") return "BMD, g/cm²";
    return since === "delivery" ? "Change of BMD since delivery, %" : "Change of BMD since the start, %";
  },
  zh: ({ quantity, since }) => {
    if (quantity === "gPerCm2") return "骨密度（g/cm²）";
    return since === "delivery" ? "骨密度较分娩时变化（%）" : "骨密度较起始时变化（%）";
  },
};

export const NOT_SHOWN: Phrase<{ readonly site: SkeletalSite; readonly reason: string }> = {
  en: ({ site, reason }, terms) => `Not shown: ${terms.site(site)} – ${reason}`,
  zh: ({ site, reason }, terms) => `未显示${terms.site(site)}：${reason}`,
};

export const EXTRAPOLATED_LINE: Phrase<{ readonly from: string; readonly to: string; readonly reason: string }> = {
  en: ({ from, to, reason }) => `Grey, months ${from} to ${to}, the model extrapolates: ${reason}.`,
  zh: ({ from, to, reason }) => `灰色部分（${from}至${to}个月）为模型外推：${reason}。`,
};

export const WEANED: Phrase<{ readonly when: string }> = {
  en: ({ when }) => `weaned at ${when}`,
  zh: ({ when }) => `${when}停止哺乳`,
};

export const NURSING_PART: Phrase<{ readonly percent: string; readonly from: string; readonly to: string }> = {
  en: ({ percent, from, to }) => `breastfeeding ${percent}% of full, months ${from} to ${to}`,
  zh: ({ percent, from, to }) => `第${from}至${to}个月，哺乳强度${percent}%`,
};

export const AT_MONTH: Phrase<{ readonly months: string; readonly since: MonthOrigin }> = {
  en: ({ months }) => `month ${months}`,
  zh: ({ months, since }) => (since === "delivery" ? `产后${months}个月` : `第${months}个月`),
};

export const DOSES: Phrase<{ readonly count: number; readonly from: string; readonly to: string }> = {
  en: ({ count, from, to }) => (count === 1 ? `one dose, month ${from}` : `${count} doses, months ${from} to ${to}`),
  zh: ({ count, from, to }) => (count === 1 ? `1次给药，第${from}个月` : `${count}次给药，第${from}至${to}个月`),
};

export const ERROR_BARS: Phrase<{ readonly what: string }> = {
  en: ({ what }) => `Error bars of the scans: ${what}.`,
  zh: ({ what }) => `检查的误差线：${what}。`,
};

export const SITE_SUMMARY: Phrase<{ readonly site: string; readonly courses: string }> = {
  en: ({ site, courses }) => `${site}: ${courses}.`,
  zh: ({ site, courses }) => `${site}：${courses}。`,
};

export const COURSE_SUMMARY: Phrase<{ readonly name: string; readonly value: string; readonly when: string }> = {
  en: ({ name, value, when }) => `${name} ${value} at ${when}`,
  zh: ({ name, value, when }) => `${name}：${when} ${value}`,
};
