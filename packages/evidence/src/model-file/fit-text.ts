import type { Terms, Text } from "@materbone/clinical";
import { coefficientTable } from "./coefficient-text.ts";
import { extraTexts } from "./extra-text.ts";
import {
  conversionsText,
  hypothesesText,
  listText,
  omnibusRow,
  originsText,
  pSign,
  rowPrefix,
  rowsText,
  statisticsText,
  termRows,
  waldCells,
} from "./fit-text-parts.ts";
import type { EvidenceFit } from "./run-model.ts";
import { backTransformedText, scaleText } from "./scale-text.ts";
import { aligned, significant, textTable } from "./text-table.ts";

/** The result as text for a terminal. */
export function fitText(fit: EvidenceFit, terms: Terms): string {
  const parts = [
    ...(fit.title === undefined ? [] : [`${fit.title}\n`]),
    ...bodyOf(fit, terms),
    ...(fit.kind === "mixed" ? [] : [...conversionsText(fit.conversions, terms), ...originsText(fit.rows, terms)]),
    ...listText(
      words.excluded,
      fit.excluded.map((one) => rowPrefix(one, terms) + one.message),
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

function bodyOf(fit: EvidenceFit, terms: Terms): readonly string[] {
  switch (fit.kind) {
    case "effects":
      return effectsText(fit, terms);
    case "multilevel":
      return multilevelText(fit, terms);
    case "mixed":
      return mixedText(fit, terms);
    default:
      return univariateText(fit, terms);
  }
}

/** All effects, and where many: they are what was asked for. */
function effectsText(fit: Of<"effects">, terms: Terms): readonly string[] {
  if (fit.rows.length === 0) return [];
  const columns = (["yi", "vi", "sei", "ciLower", "ciUpper"] as const).map((key) =>
    aligned(fit.rows.map((row) => row[key])),
  );
  const rows = fit.rows.map((row, at) => [String(row.row), row.label, ...columns.map((column) => column[at])]);
  const heading = [words.row, words.label].map(terms.text);
  const bounds = [words.lower, words.upper].map(terms.text);
  const measure = fit.model.measure === null ? "" : `${fit.model.measure}, `;
  return [
    `${measure}k = ${fit.k}\n`,
    ...scaleText(fit.model.measure, terms),
    textTable([[...heading, "yi", "vi", "sei", ...bounds], ...rows], 2),
  ];
}

function univariateText(fit: Of<"univariate">, terms: Terms): readonly string[] {
  const { model } = fit;
  const interval = fit.heterogeneityInterval;
  const heterogeneity = [
    ["tau²", significant(fit.tau2), `SE ${significant(fit.seTau2)}`, range(interval?.tau2, terms)],
    ["tau", significant(fit.tau), "", range(interval?.tau, terms)],
    ["I² (%)", significant(fit.i2), "", range(interval?.i2, terms)],
    ["H²", significant(fit.h2), "", range(interval?.h2, terms)],
    ...(fit.r2 === null ? [] : [["R² (%)", significant(fit.r2), "", ""]]),
  ];
  const kind = model.method === "FE" ? words.commonEffect : words.randomEffects;
  return [
    headText(kind, [model.method, testText(fit, terms), `k = ${fit.k}`, model.measure], [model.formula], terms),
    ...coefficientsText(fit, terms),
    textTable(heterogeneity, 2),
    ...(interval?.lowerAtZero === true ? [`  ${terms.text(words.lowerAtZero)}\n`] : []),
    ...commonText(fit, undefined, terms),
  ];
}

function multilevelText(fit: Of<"multilevel">, terms: Terms): readonly string[] {
  const { model } = fit;
  const groups = (count: number): string => `${count} ${terms.text(words.groups)}`;
  const components = [
    ...fit.variances.map((one) => [
      one.name,
      `σ² ${significant(one.sigma2)}`,
      `σ ${significant(one.sigma)}`,
      groups(one.groups),
      `I² ${significant(fit.i2?.byLevel.find(({ name }) => name === one.name)?.percent)}%`,
    ]),
    ...fit.structured.flatMap((one) =>
      one.inner.map((level, at) => [
        `${one.name} (${one.struct}) ${level}`,
        `τ² ${significant(one.tau2[at])}`,
        at === 0
          ? ""
          : `ρ ${one.rho[at]
              .slice(0, at)
              .map((value) => significant(value, 4))
              .join(" ")}`,
        at === 0 ? groups(one.groups) : "",
      ]),
    ),
  ];
  return [
    headText(
      words.multilevel,
      [
        model.method,
        model.dfs === null ? model.test : `${model.test} (${terms.text(dfsWords[model.dfs])})`,
        `k = ${fit.k}`,
        model.measure,
        terms.text(samplingWords[model.sampling]),
      ],
      [model.formula, ...model.random],
      terms,
    ),
    ...coefficientsText(fit, terms),
    ...(components.length === 0 ? [] : [textTable(components)]),
    ...(fit.i2 === null ? [] : [`  ${terms.text(words.allLevels)} I² ${significant(fit.i2.total)}%\n`]),
    ...commonText(fit, fit.parameters, terms),
  ];
}

function mixedText(fit: Of<"mixed">, terms: Terms): readonly string[] {
  const tests = [...termRows(fit.termTests, terms), ...omnibusRow(fit.omnibus, terms)];
  const { model, residual } = fit;
  const components = [
    ...fit.random.flatMap(({ group, groups, effects, sd, correlation }) =>
      effects.map((effect, at) => [
        `${group} ${effect}`,
        `SD ${significant(sd[at])}`,
        at === 0
          ? `${groups} ${terms.text(words.groups)}`
          : `ρ ${correlation[at]
              .slice(0, at)
              .map((value) => significant(value, 4))
              .join(" ")}`,
      ]),
    ),
    ...residual.variances.map(({ group, sd }) => [
      `${terms.text(words.residual)}${group === null ? "" : ` ${group}`}`,
      `SD ${significant(sd)}`,
      residual.phi === null ? "" : `φ ${significant(residual.phi)}`,
    ]),
  ];
  return [
    headText(
      words.mixed,
      [
        model.method,
        model.df,
        `n = ${fit.n}`,
        model.residual === "independent" ? null : `${terms.text(words.residuals)} ${model.residual}`,
        model.weights === null ? null : `${terms.text(words.weights)} ${model.weights}`,
      ],
      [model.formula],
      terms,
    ),
    coefficientTable(fit.coefficients, model.level, terms),
    textTable(components),
    statisticsText(fit, fit.parameters, terms),
    ...(tests.length === 0 ? [] : [textTable(tests, 2)]),
    ...hypothesesText(fit.hypotheses, model.level, terms),
    ...extraTexts(fit.extras, terms),
  ];
}

/** The test asked for, and the one that took its place where no degrees of freedom are left. */
function testText({ model, coefficients }: Of<"univariate">, terms: Terms): string {
  const isNormal = coefficients.every(({ df }) => df === null);
  return model.test !== "z" && isNormal ? `${model.test}${terms.text(words.hereNormal)}` : model.test;
}

/** Coefficients with the scale they are on and, where they pool, what the pooled effect is back on the scale of its measure. */
function coefficientsText(fit: Of<"univariate"> | Of<"multilevel">, terms: Terms): readonly string[] {
  const { coefficients, predictionInterval, model } = fit;
  const { measure, level } = model;
  return [
    ...scaleText(measure, terms),
    coefficientTable(coefficients, level, terms),
    ...backTransformedText(measure, { coefficients, predictionInterval, level }, terms),
  ];
}

function headText(kind: Text, facts: readonly (string | null)[], formulas: readonly string[], terms: Terms): string {
  const given = facts.filter((fact) => fact !== null).join(", ");
  return `${terms.text(kind)}${terms.lang === "zh" ? "：" : ": "}${given}\n${formulas.join("\n")}\n`;
}

/** Tests, prediction, robust tests, hypotheses and other analyses of a meta-analysis. */
function commonText(
  fit: Of<"univariate"> | Of<"multilevel">,
  parameters: number | undefined,
  terms: Terms,
): readonly string[] {
  const { level } = fit.model;
  const tests = [
    [terms.text(words.testHeterogeneity), `Q(${fit.qeDf}) = ${significant(fit.qe)}`, `p ${pSign(fit.qep)}`],
    [terms.text(words.testModerators), ...waldCells({ statistic: fit.qm, df: fit.qmDf, p: fit.qmp })],
    ...termRows(fit.termTests, terms),
    ...omnibusRow(fit.omnibus, terms),
  ];
  const { robust, hypotheses, predictionInterval: prediction } = fit;
  const riley = fit.kind === "univariate" ? fit.predictionIntervalRiley : null;
  return [
    textTable(tests, 2),
    ...(prediction === null ? [] : [`  ${terms.text(words.prediction)} ${range(prediction, terms)}\n`]),
    ...(riley === null ? [] : [`  ${terms.text(words.predictionRiley)} ${range(riley, terms)}\n`]),
    statisticsText(fit, parameters, terms),
    ...(robust === undefined
      ? []
      : [
          headText(
            words.robust,
            [robust.type, robust.cluster, `${robust.clusters} ${terms.text(words.groups)}`],
            [],
            terms,
          ) +
            (robust.coefficients.length === 0 ? "" : coefficientTable(robust.coefficients, level, terms)) +
            (robust.omnibus === null
              ? ""
              : textTable([[terms.text(words.testModerators), ...waldCells(robust.omnibus)]], 2)),
        ]),
    ...hypothesesText(hypotheses, level, terms),
    ...extraTexts(fit.extras, terms),
    ...rowsText(fit.rows, level, terms),
  ];
}

const dfsWords = {
  contain: { en: "contained degrees of freedom", zh: "包含法自由度" },
  residual: { en: "residual degrees of freedom", zh: "残差自由度" },
} as const satisfies Record<string, Text>;

const samplingWords = {
  independent: { en: "independent sampling errors", zh: "抽样误差独立" },
  rho: { en: "sampling errors correlated by rho", zh: "抽样误差以 rho 相关" },
  given: { en: "sampling covariance given", zh: "抽样协方差给定" },
} as const satisfies Record<string, Text>;

function range(
  bounds: { readonly lower: number | null; readonly upper: number | null } | null | undefined,
  terms: Terms,
): string {
  if (bounds === null || bounds === undefined) return "–";
  return `${significant(bounds.lower)} ${terms.text(words.to)} ${significant(bounds.upper)}`;
}

const words = {
  row: { en: "row", zh: "行" },
  label: { en: "label", zh: "标签" },
  randomEffects: { en: "Random-effects model", zh: "随机效应模型" },
  commonEffect: { en: "Common-effect model", zh: "固定效应模型" },
  multilevel: { en: "Multilevel model", zh: "多水平模型" },
  mixed: { en: "Linear mixed model", zh: "线性混合模型" },
  residual: { en: "residual", zh: "残差" },
  groups: { en: "groups", zh: "组" },
  robust: { en: "Cluster-robust tests", zh: "聚类稳健检验" },
  to: { en: "to", zh: "至" },
  testHeterogeneity: { en: "Test of heterogeneity", zh: "异质性检验" },
  testModerators: { en: "Test of the coefficients", zh: "系数检验" },
  prediction: { en: "Another study is expected within", zh: "新研究的预测区间" },
  predictionRiley: {
    en: "The same by t with k − 2 degrees of freedom (Riley)",
    zh: "同上，自由度 k − 2 的 t 分布（Riley）",
  },
  allLevels: { en: "All levels together:", zh: "各层合计：" },
  residuals: { en: "residuals", zh: "残差" },
  weights: { en: "weights", zh: "权重" },
  lower: { en: "lower", zh: "下限" },
  upper: { en: "upper", zh: "上限" },
  hereNormal: { en: " (here z)", zh: "（此处为 z）" },
  lowerAtZero: { en: "The lower bounds are cut off at tau² = 0.", zh: "下限在 tau² = 0 处截断。" },
  excluded: { en: "Rows left out", zh: "未纳入的行" },
  notes: { en: "Notes", zh: "说明" },
  notDefined: { en: "Not defined", zh: "无定义" },
} as const satisfies Record<string, Text>;
