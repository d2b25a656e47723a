import { described } from "@materbone/clinical";
import * as z from "zod";
import { COVARIANCE_NOTES, common, conversions, modelFields, notesShape } from "./fit-common-shape.ts";
import { boundsShape, count, field, numberOrNull } from "./fit-fields.ts";
import { coefficients, heterogeneityTests, rowLists } from "./fit-shape.ts";
import { fitStatisticsShape, iterations, parameters, robust, tests, vcov } from "./fit-tests-shape.ts";
import { multilevelExtraShape } from "./multilevel-extra-shape.ts";

const varianceShape = z.strictObject({
  name: described(z.string(), {
    en: "Grouping, such as `study` or `study/es`.",
    zh: "分组，如 `study` 或 `study/es`。",
  }),
  groups: described(count, { en: "Number of groups.", zh: "组数。" }),
  sigma2: described(z.number(), {
    en: "σ², variance between its groups, squared unit of the effects.",
    zh: "σ²，组间方差，单位为效应单位的平方。",
  }),
  sigma: described(z.number(), { en: "σ = √σ².", zh: "标准差 σ = √σ²。" }),
});

const structuredShape = z.strictObject({
  name: described(z.string(), { en: "`inner | outer`.", zh: "`inner | outer`，内层与外层分组。" }),
  struct: described(z.enum(["UN", "CS", "HCS", "DIAG", "ID"]), {
    en: "Structure: UN all variances and correlations, CS one of each, HCS variances and one correlation, DIAG variances, ID one variance.",
    zh: "结构：UN 全部方差与相关，CS 各一，HCS 多方差与单一相关，DIAG 多方差，ID 单一方差。",
  }),
  groups: described(count, { en: "Number of outer groups.", zh: "外层组数。" }),
  inner: described(z.array(z.string()), {
    en: "Inner levels, in the order of the lists and matrices.",
    zh: "内层水平，各列表与矩阵按此顺序。",
  }),
  tau2: described(z.array(z.number()), { en: "τ² of each inner level.", zh: "各内层水平的 τ²。" }),
  rho: described(z.array(z.array(z.number())), {
    en: "Correlations ρ of the effects of one outer group; 0 where a variance is 0.",
    zh: "同一外层组内各效应的相关系数 ρ；方差为 0 时取 0。",
  }),
  covariance: described(z.array(z.array(z.number())), {
    en: "Covariance of the effects of one outer group.",
    zh: "同一外层组内各效应的协方差。",
  }),
});

export const multilevelShape = z.strictObject({
  ...common,
  ...rowLists,
  kind: described(z.literal("multilevel"), { en: "Kind of the result.", zh: "结果的类型。" }),
  model: described(
    z.strictObject({
      ...modelFields,
      method: described(z.enum(["ML", "REML"]), { en: "Likelihood.", zh: "似然方法。" }),
      test: described(z.enum(["z", "t"]), { en: "z normal; t with `dfs`.", zh: "z 为正态；t 的自由度见 `dfs`。" }),
      dfs: described(z.enum(["contain", "residual"]).nullable(), {
        en: "Degrees of freedom of t: contain, groups of the smallest grouping within which a column does not vary, less p; residual, k - p; null with z.",
        zh: "t 检验的自由度：contain 为该列在其中不变的最小分组的组数减 p；residual 为 k - p；z 检验时为 null。",
      }),
      random: described(z.array(z.string()), {
        en: "Random effects as formulas, `~ 1 | study/es`.",
        zh: "随机效应的公式，如 `~ 1 | study/es`。",
      }),
      sampling: described(z.enum(["independent", "rho", "given"]), {
        en: "Sampling errors: independent, correlated by rho within clusters, or a given covariance.",
        zh: "抽样误差：独立、聚类内以 rho 相关，或给定协方差。",
      }),
    }),
    { en: "What was fitted, with every default filled in.", zh: "所拟合的模型，默认值均已填入。" },
  ),
  k: field.k,
  p: field.p,
  coefficients,
  vcov,
  variances: described(z.array(varianceShape), {
    en: "Of `~ 1 | a/b`: a variance between the groups of each grouping.",
    zh: "`~ 1 | a/b` 各分组的组间方差。",
  }),
  structured: described(z.array(structuredShape), {
    en: "Of `~ inner | outer`: variances and correlations of the effects of one outer group.",
    zh: "`~ inner | outer`：同一外层组内各效应的方差与相关。",
  }),
  i2: described(
    z
      .strictObject({
        total: described(numberOrNull, {
          en: "Percent of all levels together: 100 Σσ² / (Σσ² + typical sampling variance).",
          zh: "各层合计的百分比：100 Σσ² /（Σσ² + 典型抽样方差）。",
        }),
        byLevel: described(
          z.array(
            z.strictObject({
              name: described(z.string(), { en: "Grouping, as in `variances`.", zh: "分组，同 `variances`。" }),
              percent: described(numberOrNull, {
                en: "Percent of this level: 100 σ² / (Σσ² + typical sampling variance).",
                zh: "该层的百分比：100 σ² /（Σσ² + 典型抽样方差）。",
              }),
            }),
          ),
          { en: "The same by grouping.", zh: "按分组给出。" },
        ),
      })
      .nullable(),
    {
      en: "I²: percent of the variance of an effect beyond its sampling error (Cheung 2014); null with structured effects.",
      zh: "I²：效应方差中超出抽样误差的百分比（Cheung 2014）；结构化随机效应时为 null。",
    },
  ),
  ...heterogeneityTests,
  predictionInterval: described(boundsShape.nullable(), {
    en: "Where the true effect of another row is expected, from all variances; null with moderators or unlike variances.",
    zh: "另一行真实效应的预测区间，计入全部方差；有调节变量或方差不等时为 null。",
  }),
  fitStatistics: described(fitStatisticsShape, { en: "Likelihood and information criteria.", zh: "似然与信息准则。" }),
  parameters,
  iterations,
  ...tests,
  robust,
  conversions,
  extras: described(z.array(multilevelExtraShape), {
    en: "One result for each entry of `extras` of the model, in its order.",
    zh: "模型 `extras` 每项一个结果，顺序相同。",
  }),
  notes: notesShape(COVARIANCE_NOTES),
});
