import type { Terms, Text } from "@materbone/clinical";
import { coefficientTable, dfText } from "./coefficient-text.ts";
import { medianMethodName } from "./conversion-words.ts";
import type { EffectsOutput, MixedOutput, UnivariateOutput } from "./fit-shape.ts";
import { numberText } from "./formula-tree.ts";
import { aligned, pText, significant, textTable } from "./text-table.ts";

/** "Row 3 (B): ", as every list of rows begins. */
export function rowPrefix({ row, label }: { readonly row: number; readonly label: string }, terms: Terms): string {
  return terms.lang === "zh" ? `第 ${row} 行（${label}）：` : `Row ${row} (${label}): `;
}

/** A list of sentences under a heading; nothing where there are none. */
export function listText(heading: Text, lines: readonly string[], terms: Terms): readonly string[] {
  if (lines.length === 0) return [];
  return [`${terms.text(heading)}\n${lines.map((line) => `  ${line}\n`).join("")}`];
}

/** Means and SDs that medians gave, with what a reader has to know of them or why there are none. */
export function conversionsText(conversions: UnivariateOutput["conversions"], terms: Terms): readonly string[] {
  if (conversions === undefined || conversions.length === 0) return [];
  const mean = aligned(conversions.map((one) => one.mean));
  const sd = aligned(conversions.map((one) => one.sd));
  const heading = [words.row, words.label, words.into, words.method, words.mean, words.sd].map(terms.text);
  const table = textTable(
    [
      heading,
      ...conversions.map((one, at) => [
        String(one.row),
        one.label,
        `${one.into.mean}, ${one.into.sd}`,
        medianMethodName(one.method, terms),
        mean[at],
        sd[at],
      ]),
    ],
    4,
  );
  const messages = conversions.flatMap((one) =>
    one.messages.map((message) => `  ${rowPrefix(one, terms)}${message}\n`),
  );
  return [`${terms.text(words.conversions)}\n${table}${messages.join("")}`];
}

/** Rows whose numbers the source does not report as they stand. */
export function originsText(rows: UnivariateOutput["rows"], terms: Terms): readonly string[] {
  const lines = rows.flatMap((row) =>
    row.origins === undefined
      ? []
      : [rowPrefix(row, terms) + row.origins.map(({ message }) => message).join(terms.lang === "zh" ? "" : " ")],
  );
  return listText(words.origins, lines, terms);
}

/** Hypotheses with the value each is tested against, and all of them at once. */
export function hypothesesText(
  hypotheses: UnivariateOutput["hypotheses"],
  level: number,
  terms: Terms,
): readonly string[] {
  if (hypotheses === undefined) return [];
  const rows = hypotheses.rows.map((one) => ({ ...one, name: `${one.name} = ${numberText(one.value)}` }));
  const { joint } = hypotheses;
  const together = textTable([[terms.text(words.joint), ...(joint === null ? ["–"] : waldCells(joint))]], 3);
  return [`${terms.text(words.hypotheses)}\n${coefficientTable(rows, level, terms)}${together}`];
}

type Wald = {
  readonly statistic: number | null;
  readonly df: readonly [number, number | null];
  readonly p: number | null;
};

/** `F(2, 10) = 4.1` and `p = 0.05`. */
export function waldCells({ statistic, df, p }: Wald): readonly [string, string] {
  const name = df[1] === null ? `QM(${df[0]})` : `F(${df[0]}, ${dfText(df[1])})`;
  return [`${name} = ${significant(statistic)}`, `p ${pSign(p)}`];
}

/** The joint test of the coefficients that the model names, as a line of the tests. */
export function omnibusRow(omnibus: UnivariateOutput["omnibus"], terms: Terms): readonly (readonly string[])[] {
  if (omnibus === undefined) return [];
  return [[`${terms.text(words.omnibus)}${terms.series(omnibus.coefficients)}`, ...waldCells(omnibus)]];
}

/** The joint test of each term, where there are terms of several coefficients or several terms. */
export function termRows(termTests: UnivariateOutput["termTests"], terms: Terms): readonly (readonly string[])[] {
  return termTests.map((one) => [`${terms.text(words.term)}${one.term}`, ...waldCells(one)]);
}

/** Likelihood and criteria in one line. */
export function statisticsText(
  fit: { readonly fitStatistics: UnivariateOutput["fitStatistics"] | MixedOutput["fitStatistics"] },
  parameters: number | undefined,
  terms: Terms,
): string {
  const { fitStatistics } = fit;
  const parts = [
    `log L ${significant(fitStatistics.logLik, 8)}`,
    ...("minus2LogLik" in fitStatistics
      ? [`−2 log L ${significant(fitStatistics.minus2LogLik, 8)}`]
      : [`${terms.text(words.deviance)} ${significant(fitStatistics.deviance, 8)}`]),
    `AIC ${significant(fitStatistics.aic, 8)}`,
    `BIC ${significant(fitStatistics.bic, 8)}`,
    ...("aicc" in fitStatistics ? [`AICc ${significant(fitStatistics.aicc, 8)}`] : []),
    ...(parameters === undefined ? [] : [`${terms.text(words.parameters)} ${parameters}`]),
  ];
  return `  ${parts.join(", ")}\n`;
}

/** Most rows that are shown each; more are a matter for a file. */
const MOST_ROWS = 100;

/** The effects behind a fit with their intervals, and weights where the fit has them. */
export function rowsText(rows: EffectsOutput["rows"], level: number, terms: Terms): readonly string[] {
  if (rows.length === 0) return [];
  if (rows.length > MOST_ROWS) return [`${terms.text(words.manyRows)}\n`];
  const column = (key: "yi" | "vi" | "ciLower" | "ciUpper" | "weight"): readonly string[] =>
    aligned(rows.map((row) => row[key]));
  const [yi, vi, lower, upper, weight] = (["yi", "vi", "ciLower", "ciUpper", "weight"] as const).map(column);
  const hasWeights = rows.some((row) => row.weight !== undefined);
  const heading = [
    terms.text(words.row),
    terms.text(words.label),
    "yi",
    "vi",
    `${level}% ${terms.text(words.lower)}`,
    terms.text(words.upper),
    ...(hasWeights ? [terms.text(words.weight)] : []),
  ];
  const lines = rows.map((row, at) => [
    String(row.row),
    row.label,
    yi[at],
    vi[at],
    lower[at],
    upper[at],
    ...(hasWeights ? [weight[at]] : []),
  ]);
  return [`${terms.text(words.effects)}\n${textTable([heading, ...lines], 2)}`];
}

export function pSign(p: number | null): string {
  const text = pText(p);
  return text.startsWith("<") ? text.replace("<", "< ") : `= ${text}`;
}

const words = {
  row: { en: "row", zh: "行" },
  label: { en: "label", zh: "标签" },
  into: { en: "into", zh: "用作" },
  method: { en: "method", zh: "方法" },
  mean: { en: "mean", zh: "均值" },
  sd: { en: "SD", zh: "标准差" },
  conversions: { en: "Means and SDs derived from medians", zh: "由中位数推算的均值与标准差" },
  origins: { en: "Numbers not as reported", zh: "非原文直接报告的数值" },
  hypotheses: { en: "Hypotheses", zh: "假设检验" },
  joint: { en: "All of them at once", zh: "联合检验" },
  omnibus: { en: "Joint test of ", zh: "联合检验：" },
  term: { en: "Test of the term ", zh: "该项的检验：" },
  deviance: { en: "deviance", zh: "偏差" },
  parameters: { en: "parameters", zh: "参数" },
  effects: { en: "Effects", zh: "各项效应" },
  lower: { en: "lower", zh: "下限" },
  upper: { en: "upper", zh: "上限" },
  weight: { en: "weight (%)", zh: "权重（%）" },
  manyRows: {
    en: "More than 100 effects: `--format json` lists them with their intervals and weights.",
    zh: "效应多于 100 项：`--format json` 列出各项及其区间与权重。",
  },
} as const satisfies Record<string, Text>;
