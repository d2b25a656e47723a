import type { Terms, Text } from "@materbone/clinical";
import type { EvidenceFit } from "./run-model.ts";
import { aligned, pText, significant, textTable } from "./text-table.ts";

/** The result as text for a terminal. */
export function fitText(fit: EvidenceFit, terms: Terms): string {
  const parts = [
    ...(fit.title === undefined ? [] : [`${fit.title}\n`]),
    ...(fit.kind === "effects" ? effectsText(fit, terms) : [headText(fit, terms), ...bodyText(fit, terms)]),
    ...listText(
      words.excluded,
      fit.excluded.map(({ row, label, message }) => rowText(row, label, message, terms)),
      terms,
    ),
    ...listText(
      words.notes,
      fit.notes.map(({ message }) => message),
      terms,
    ),
    ...listText(
      words.notDefined,
      fit.notDefined.map(({ at, message }) => `${at}  ${message}`),
      terms,
    ),
  ];
  return parts.join("\n");
}

type Of<K extends EvidenceFit["kind"]> = Extract<EvidenceFit, { kind: K }>;

function effectsText(fit: Of<"effects">, terms: Terms): readonly string[] {
  const yi = aligned(fit.rows.map((row) => row.yi));
  const vi = aligned(fit.rows.map((row) => row.vi));
  const rows = fit.rows.map((row, at) => [String(row.row), row.label, yi[at], vi[at]]);
  return [textTable([[terms.text(words.row), terms.text(words.label), "yi", "vi"], ...rows], 2)];
}

function headText(fit: Of<"univariate">, terms: Terms): string {
  const { model } = fit;
  const kind = terms.text(model.method === "FE" ? words.commonEffect : words.randomEffects);
  const facts = [model.method, model.test, `k = ${fit.k}`, ...(model.measure === null ? [] : [model.measure])];
  return `${kind}${terms.lang === "zh" ? "：" : ": "}${facts.join(", ")}\n${model.formula}\n`;
}

function bodyText(fit: Of<"univariate">, terms: Terms): readonly string[] {
  const interval = fit.heterogeneityInterval;
  const range = (
    bounds: { readonly lower: number | null; readonly upper: number | null } | null | undefined,
  ): string =>
    bounds === null || bounds === undefined
      ? "–"
      : `${significant(bounds.lower)} ${terms.text(words.to)} ${significant(bounds.upper)}`;
  const heterogeneity = [
    ["tau²", significant(fit.tau2), `SE ${significant(fit.seTau2)}`, range(interval?.tau2)],
    ["tau", significant(fit.tau), "", range(interval?.tau)],
    ["I² (%)", significant(fit.i2), "", range(interval?.i2)],
    ["H²", significant(fit.h2), "", range(interval?.h2)],
    ...(fit.r2 === null ? [] : [["R² (%)", significant(fit.r2), "", ""]]),
  ];
  const tests = [
    [terms.text(words.testHeterogeneity), `Q(${fit.qeDf}) = ${significant(fit.qe)}`, `p ${pSign(fit.qep)}`],
    [
      terms.text(words.testModerators),
      `${fit.qmDf[1] === null ? `QM(${fit.qmDf[0]})` : `F(${fit.qmDf[0]}, ${dfText(fit.qmDf[1])})`} = ${significant(fit.qm)}`,
      `p ${pSign(fit.qmp)}`,
    ],
  ];
  return [
    coefficientTable(fit.coefficients, fit.model.level, terms),
    textTable(heterogeneity, 2),
    textTable(tests, 2),
    ...(fit.predictionInterval === null
      ? []
      : [`  ${terms.text(words.prediction)} ${range(fit.predictionInterval)}\n`]),
    ...(fit.hypotheses === undefined
      ? []
      : [`${terms.text(words.hypotheses)}\n${coefficientTable(fit.hypotheses.rows, fit.model.level, terms)}`]),
    ...extraTexts(fit.extras, terms),
  ];
}

type CoefficientRow = Of<"univariate">["coefficients"][number];

/** Coefficients, one a line. */
export function coefficientTable(coefficients: readonly CoefficientRow[], level: number, terms: Terms): string {
  const column = (key: "estimate" | "se" | "statistic" | "ciLower" | "ciUpper"): readonly string[] =>
    aligned(coefficients.map((one) => one[key]));
  const [estimate, se, statistic, lower, upper] = (["estimate", "se", "statistic", "ciLower", "ciUpper"] as const).map(
    column,
  );
  const heading = [
    "",
    terms.text(words.estimate),
    "SE",
    coefficients.some(({ df }) => df !== null) ? "t" : "z",
    "df",
    "p",
    `${level}% ${terms.text(words.lower)}`,
    terms.text(words.upper),
  ];
  return textTable([
    heading,
    ...coefficients.map((one, at) => [
      one.name,
      estimate[at],
      se[at],
      statistic[at],
      one.df === null ? "" : dfText(one.df),
      pText(one.p),
      lower[at],
      upper[at],
    ]),
  ]);
}

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

function listText(heading: Text, lines: readonly string[], terms: Terms): readonly string[] {
  if (lines.length === 0) return [];
  return [`${terms.text(heading)}\n${lines.map((line) => `  ${line}\n`).join("")}`];
}

function rowText(row: number, label: string, message: string, terms: Terms): string {
  return terms.lang === "zh" ? `第 ${row} 行（${label}）：${message}` : `Row ${row} (${label}): ${message}`;
}

function dfText(df: number): string {
  return Number.isInteger(df) ? String(df) : significant(df, 4);
}

function pSign(p: number | null): string {
  const text = pText(p);
  return text.startsWith("<") ? text.replace("<", "< ") : `= ${text}`;
}

const words = {
  row: { en: "row", zh: "行" },
  label: { en: "label", zh: "标签" },
  randomEffects: { en: "Random-effects model", zh: "随机效应模型" },
  commonEffect: { en: "Common-effect model", zh: "固定效应模型" },
  estimate: { en: "estimate", zh: "估计值" },
  lower: { en: "lower", zh: "下限" },
  upper: { en: "upper", zh: "上限" },
  to: { en: "to", zh: "至" },
  testHeterogeneity: { en: "Test of heterogeneity", zh: "异质性检验" },
  testModerators: { en: "Test of the coefficients", zh: "系数检验" },
  prediction: { en: "Another study is expected within", zh: "新研究的预测区间" },
  hypotheses: { en: "Hypotheses", zh: "假设检验" },
  excluded: { en: "Rows left out", zh: "未纳入的行" },
  notes: { en: "Notes", zh: "说明" },
  notDefined: { en: "Not defined", zh: "无定义" },
} as const satisfies Record<string, Text>;

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
  subgroups: { en: "Subgroups", zh: "亚组分析" },
};
