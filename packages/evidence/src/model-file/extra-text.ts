import type { Terms, Text } from "@materbone/clinical";
import { aligned, significant, textTable } from "./text-table.ts";

/** Every analysis beside the fit: single numbers as lines, lists as tables. */
export function extraTexts(extras: readonly Readonly<Record<string, unknown>>[], terms: Terms): readonly string[] {
  return extras.map((extra) => {
    const heading = `${terms.text(EXTRA_NAMES[String(extra.kind)] ?? { en: String(extra.kind), zh: String(extra.kind) })}\n`;
    const single: (readonly string[])[] = [];
    const tables: string[] = [];
    for (const [key, value] of Object.entries(extra)) {
      if (key === "kind") continue;
      if (Array.isArray(value) && value.some((one) => typeof one === "object" && one !== null && !Array.isArray(one))) {
        tables.push(objectTable(value as readonly Readonly<Record<string, unknown>>[]));
      } else single.push([key, cellText(value)]);
    }
    return heading + textTable(single, 2) + tables.join("");
  });
}

function objectTable(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const flat = rows.map(flattened);
  const keys = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const columns = keys.map((key) => {
    const values = flat.map((row) => row[key]);
    const areNumbers = values.every((value) => value === null || value === undefined || typeof value === "number");
    const isCount = values.every((value) => value === null || value === undefined || Number.isInteger(value));
    return areNumbers && !isCount ? aligned(values as (number | null)[]) : values.map(cellText);
  });
  return textTable([keys, ...rows.map((_, at) => columns.map((column) => column[at]))], keys[0] === "row" ? 2 : 1);
}

function flattened(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, one] as const)
        : [[key, value] as const],
    ),
  );
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number")
    return Number.isInteger(value) ? String(value).replace("-", "\u2212") : significant(value);
  if (Array.isArray(value)) return value.map(cellText).join(", ");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${cellText(inner)}`)
      .join(", ");
  }
  return String(value);
}

const EXTRA_NAMES: Readonly<Record<string, Text>> = {
  predict: { en: "Predictions", zh: "预测" },
  fitted: { en: "Fitted means", zh: "拟合均值" },
  residuals: { en: "Standardised residuals", zh: "标准化残差" },
  leaveOneOut: { en: "Leaving out one row at a time", zh: "逐一剔除" },
  cumulative: { en: "Cumulative fits", zh: "累积分析" },
  influence: { en: "Influence of single rows", zh: "单项影响" },
  blup: { en: "Shrunken effects", zh: "收缩估计" },
  profile: { en: "Profile-likelihood intervals", zh: "轮廓似然区间" },
  egger: { en: "Regression test for small-study effects", zh: "小样本效应回归检验" },
  rankTest: { en: "Rank test for small-study effects", zh: "小样本效应秩检验" },
  trimAndFill: { en: "Trim and fill", zh: "剪补法" },
  failsafe: { en: "Fail-safe N", zh: "失安全数" },
  henmiCopas: { en: "Henmi and Copas", zh: "Henmi-Copas 法" },
  excessSignificance: { en: "Excess significance", zh: "过度显著性检验" },
  permutation: { en: "Permutation test", zh: "置换检验" },
  bootstrap: { en: "Parametric bootstrap", zh: "参数自助法" },
  bayes: { en: "Bayesian random effects", zh: "贝叶斯随机效应" },
  shrunkenSlopes: { en: "Shrunken slopes", zh: "收缩斜率" },
  subgroups: { en: "Subgroups", zh: "亚组分析" },
};
