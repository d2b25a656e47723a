import type { Phrase, Text } from "@materbone/clinical";
import type { TrendQuantity } from "./bmd-trend-data.ts";

/** Words of the BMD trend. */
export const TREND_AXIS: Readonly<Record<TrendQuantity, Text>> = {
  percent: { en: "Change of BMD from the reference scan, %", zh: "骨密度较参照检查的变化（%）" },
  gPerCm2: { en: "BMD, g/cm²", zh: "骨密度（g/cm²）" },
  z: { en: "Z-score", zh: "Z值" },
};

export const TREND_TITLE: Phrase<{ readonly woman: string; readonly quantity: TrendQuantity }> = {
  en: ({ woman, quantity }) =>
    `${woman}: ${quantity === "z" ? "Z-score" : quantity === "percent" ? "change of BMD" : "BMD"} and treatment by month postpartum`,
  zh: ({ woman, quantity }) =>
    `${woman}：产后各月${quantity === "z" ? "Z值" : quantity === "percent" ? "骨密度变化" : "骨密度"}与治疗`,
};

/** "Reference scan: month 15." */
export const REFERENCE_LINE: Phrase<{ readonly months: string; readonly known: boolean }> = {
  en: ({ months, known }) => (known ? `Reference scan: month ${months}.` : `Reference scan: ${months}.`),
  zh: ({ months, known }) => (known ? `参照检查：产后${months}个月。` : `参照检查：${months}。`),
};

export const LSC_LINE: Phrase<{ readonly limits: string; readonly basis: string; readonly quantity: TrendQuantity }> = {
  en: ({ limits, basis, quantity }) =>
    `${quantity === "percent" ? "Grey band" : "Upright bars"}: least significant change (LSC) ${limits}, from ${basis}.`,
  zh: ({ limits, basis, quantity }) =>
    `${quantity === "percent" ? "灰带" : "竖线"}为最小有意义变化值（LSC）：${limits}；依据：${basis}。`,
};

export const SITE_LIMIT: Phrase<{ readonly site: string; readonly percent: string }> = {
  en: ({ site, percent }) => `${site} ±${percent}%`,
  zh: ({ site, percent }) => `${site}±${percent}%`,
};

export const SAME_LIMIT: Phrase<{ readonly percent: string }> = {
  en: ({ percent }) => `±${percent}% at every site`,
  zh: ({ percent }) => `各部位均±${percent}%`,
};

export const NO_LIMIT: Phrase<{ readonly basis: string }> = {
  en: ({ basis }) => `No least significant change (LSC) from ${basis}: no band is drawn.`,
  zh: ({ basis }) => `${basis}未给出最小有意义变化值（LSC），未绘制灰带。`,
};

/** A scan that has values and no place on the axis. */
export const UNDATED_SCAN: Phrase<{ readonly scan: string; readonly values: string }> = {
  en: ({ scan, values }) => `Not drawn, time not recorded: ${scan} (${values}).`,
  zh: ({ scan, values }) => `时间未记录，未绘出：${scan}（${values}）。`,
};

export const Z_SHADE: Text = {
  en: "Shaded: Z-score −2.0 and below, under the expected range for age.",
  zh: "阴影区：Z值≤−2.0，低于同龄预期范围。",
};

export const DOTTED_KEY: Text = {
  en: "Dotted: the time is not exact; hollow marks stand at its ends.",
  zh: "点线：时间不确切；空心标记为其两端。",
};

export const DASHED_KEY: Text = {
  en: "Dashed line: the two scans are not comparable.",
  zh: "虚线：前后两次检查不可比。",
};

export const ASIDE_KEY: Text = {
  en: "Sites of one scan stand side by side; the row of DXA scans shows its time.",
  zh: "同一次检查的各部位并排绘制，时间以“DXA检查”一行为准。",
};

/** One sentence per site of the text alternative. */
export const SITE_SENTENCE: Phrase<{ readonly site: string; readonly course: string; readonly verdict: string }> = {
  en: ({ site, course, verdict }) => `${site}: ${course}${verdict === "" ? "" : ` (${verdict})`}.`,
  zh: ({ site, course, verdict }) => `${site}：${course}${verdict === "" ? "" : `（${verdict}）`}。`,
};

export const AT_MONTH: Phrase<{ readonly value: string; readonly months: string; readonly known: boolean }> = {
  en: ({ value, months, known }) => (known ? `${value} at month ${months}` : `${value}, ${months}`),
  zh: ({ value, months, known }) => (known ? `产后${months}个月${value}` : `${value}（${months}）`),
};
