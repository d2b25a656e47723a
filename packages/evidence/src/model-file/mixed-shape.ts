import { described } from "@materbone/clinical";
import * as z from "zod";
import { MIXED_DFS } from "../mixed/mixed-fit.ts";
import { COVARIANCE_NOTES, common, modelFields, notesShape } from "./fit-common-shape.ts";
import { count, field, numberOrNull } from "./fit-fields.ts";
import { coefficients, rowLists } from "./fit-shape.ts";
import { iterations, parameters, tests, vcov } from "./fit-tests-shape.ts";
import { mixedExtraShape } from "./mixed-extra-shape.ts";

const randomShape = z.strictObject({
  group: described(z.string(), { en: "Grouping, such as `id`.", zh: "分组，如 `id`。" }),
  groups: described(count, { en: "Number of groups.", zh: "组数。" }),
  effects: described(z.array(z.string()), {
    en: "Random effects, in the order of the lists and matrices.",
    zh: "随机效应，各列表与矩阵按此顺序。",
  }),
  covariance: described(z.array(z.array(z.number())), { en: "Their covariance.", zh: "随机效应的协方差。" }),
  sd: described(z.array(z.number()), {
    en: "SD of each effect, unit of the outcome (per unit of its column for a slope).",
    zh: "各随机效应的标准差，单位同结局（斜率为每单位自变量）。",
  }),
  correlation: described(z.array(z.array(z.number())), {
    en: "Their correlations; 0 where an SD is 0.",
    zh: "随机效应的相关系数；标准差为 0 时取 0。",
  }),
});

export const mixedShape = z.strictObject({
  ...common,
  rows: described(z.array(z.strictObject({ row: field.row, label: field.label })), {
    en: "Rows of the file that are in the fit.",
    zh: "纳入拟合的行。",
  }),
  excluded: rowLists.excluded,
  kind: described(z.literal("mixed"), { en: "Kind of the result.", zh: "结果的类型。" }),
  model: described(
    z.strictObject({
      formula: modelFields.formula,
      level: modelFields.level,
      method: described(z.enum(["ML", "REML"]), { en: "Likelihood.", zh: "似然方法。" }),
      df: described(z.enum(MIXED_DFS), {
        en: "Degrees of freedom of t tests: satterthwaite, kenwardRoger, contain (as nlme counts), none (normal).",
        zh: "t 检验的自由度：satterthwaite、kenwardRoger、contain（与 nlme 相同）、none（正态）。",
      }),
      residual: described(z.enum(["independent", "CAR1", "byGroup"]), {
        en: "Residuals: independent, with correlation φ^|time difference|, or with a variance for each group.",
        zh: "残差：独立、相关为 φ^|时间差|，或各组方差不同。",
      }),
      weights: described(z.string().nullable(), {
        en: "Column that the residual variance is divided by; null for none.",
        zh: "残差方差所除的列；无则为 null。",
      }),
    }),
    { en: "What was fitted, with every default filled in.", zh: "所拟合的模型，默认值均已填入。" },
  ),
  n: described(count, { en: "n, number of rows in the fit.", zh: "n，纳入拟合的行数。" }),
  p: field.p,
  coefficients,
  vcov,
  random: described(z.array(randomShape), { en: "Random effects of each grouping.", zh: "各分组的随机效应。" }),
  residual: described(
    z.strictObject({
      variances: described(
        z.array(
          z.strictObject({
            group: described(z.string().nullable(), {
              en: "Group of rows; null where one variance holds for all.",
              zh: "行的分组；全部行共用一个方差时为 null。",
            }),
            variance: described(z.number(), {
              en: "σ² of a row of weight 1, squared unit of the outcome.",
              zh: "权重为 1 的行的 σ²，单位为结局单位的平方。",
            }),
            sd: described(z.number(), { en: "σ = √σ².", zh: "标准差 σ = √σ²。" }),
          }),
        ),
        { en: "Residual variance, one for each group of rows.", zh: "残差方差，各组一项。" },
      ),
      phi: described(numberOrNull, {
        en: "φ, correlation of residuals one unit of time apart; null unless residuals are CAR1.",
        zh: "φ，相隔一个时间单位的残差相关；非 CAR1 时为 null。",
      }),
    }),
    { en: "Residuals.", zh: "残差。" },
  ),
  fitStatistics: described(
    z.strictObject({
      logLik: described(numberOrNull, {
        en: "log L, restricted for REML without the term of the design, as lme4 and nlme give it.",
        zh: "对数似然 log L；REML 为不含设计项的限制似然，与 lme4、nlme 一致。",
      }),
      minus2LogLik: described(numberOrNull, { en: "-2 log L.", zh: "对数似然的 -2 倍。" }),
      aic: described(numberOrNull, { en: "-2 log L + 2 q, with q parameters.", zh: "-2 log L + 2 q，q 为参数数。" }),
      bic: described(numberOrNull, {
        en: "-2 log L + q log n, n all rows, as lme4 counts (nlme counts n - p for REML).",
        zh: "-2 log L + q log n，n 为全部行数，与 lme4 相同（nlme 的 REML 用 n - p）。",
      }),
    }),
    { en: "Likelihood and information criteria.", zh: "似然与信息准则。" },
  ),
  parameters,
  iterations,
  ...tests,
  extras: described(z.array(mixedExtraShape), {
    en: "One result for each entry of `extras` of the model, in its order.",
    zh: "模型 `extras` 每项一个结果，顺序相同。",
  }),
  notes: notesShape(COVARIANCE_NOTES),
});
