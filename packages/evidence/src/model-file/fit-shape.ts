import { described } from "@materbone/clinical";
import * as z from "zod";
import { COEFFICIENT_TESTS, TAU2_METHODS } from "../meta/methods.ts";
import type { ExtraOutput } from "./extra-context.ts";
import { common, conversions, modelFields, notesShape } from "./fit-common-shape.ts";
import { boundsShape, coefficientShape, count, field, numberOrNull, testDf } from "./fit-fields.ts";
import { excludedShape, rowShape } from "./fit-rows-shape.ts";
import { fitStatisticsShape, iterations, robust, tests, vcov } from "./fit-tests-shape.ts";
import type { mixedShape } from "./mixed-shape.ts";
import type { multilevelShape } from "./multilevel-shape.ts";
import { univariateExtraShape } from "./univariate-extra-shape.ts";

export const rowLists = {
  rows: described(z.array(rowShape), {
    en: "Effects of the fit, one for each row used.",
    zh: "纳入拟合的效应，每行一项。",
  }),
  excluded: described(z.array(excludedShape), {
    en: "Rows of the file that are not in the fit, each with its reason.",
    zh: "文件中未纳入拟合的行及其原因。",
  }),
};

/** Test of heterogeneity and of the coefficients. */
export const heterogeneityTests = {
  qe: field.qe,
  qeDf: described(z.number(), { en: "Degrees of freedom of Q, k - p.", zh: "Q 的自由度，k - p。" }),
  qep: field.qep,
  qm: described(numberOrNull, {
    en: "Omnibus test of all coefficients but the intercept (of the intercept when it is alone): chi-square for z, F else.",
    zh: "除截距外全部系数的总体检验（仅有截距时检验截距）：z 检验为卡方，其余为 F。",
  }),
  qmDf: testDf,
  qmp: described(numberOrNull, { en: "p-value of qm.", zh: "qm 的 p 值。" }),
};

export const coefficients = described(z.array(coefficientShape), {
  en: "Coefficients in the order of the design, the intercept first.",
  zh: "系数，按设计矩阵顺序，截距在前。",
});

/** Only effects and variances. */
export const effectsShape = z.strictObject({
  ...common,
  ...rowLists,
  kind: described(z.literal("effects"), { en: "Kind of the result.", zh: "结果的类型。" }),
  model: described(z.strictObject({ measure: modelFields.measure }), {
    en: "What was computed.",
    zh: "所计算的内容。",
  }),
  k: described(count, { en: "k, number of effects.", zh: "k，效应数。" }),
  conversions,
  notes: notesShape(["oneStudy"]),
});

export const univariateShape = z.strictObject({
  ...common,
  ...rowLists,
  kind: described(z.literal("univariate"), { en: "Kind of the result.", zh: "结果的类型。" }),
  model: described(
    z.strictObject({
      ...modelFields,
      method: described(z.enum(TAU2_METHODS), {
        en: "Estimator of τ²; FE is the common-effect model.",
        zh: "τ² 的估计方法；FE 为固定效应模型。",
      }),
      test: described(z.enum(COEFFICIENT_TESTS), {
        en: "z normal; t with k - p degrees of freedom; knha Knapp-Hartung; adhoc the same with a variance factor of 1 or more.",
        zh: "z 正态；t 自由度 k - p；knha 为 Knapp-Hartung；adhoc 同上但方差因子不小于 1。",
      }),
      tau2Given: described(z.boolean(), { en: "True where the model gives τ².", zh: "τ² 由模型给定时为 true。" }),
    }),
    { en: "What was fitted, with every default filled in.", zh: "所拟合的模型，默认值均已填入。" },
  ),
  k: field.k,
  p: field.p,
  coefficients,
  vcov,
  tau2: field.tau2,
  seTau2: described(numberOrNull, {
    en: "Standard error of τ² by the formula of its estimator; null where it has none.",
    zh: "τ² 的标准误，按其估计方法的公式；无公式时为 null。",
  }),
  tau: described(numberOrNull, { en: "τ = √τ², in the unit of the effects.", zh: "τ = √τ²，单位同效应。" }),
  i2: field.i2,
  h2: field.h2,
  r2: described(numberOrNull, {
    en: "R², percent of τ² that the moderators account for: 100 (τ² without them - τ²) / τ² without them, at least 0; null without moderators.",
    zh: "R²，调节变量解释的 τ² 百分比：100（无调节变量的 τ² - τ²）/ 无调节变量的 τ²，最小为 0；无调节变量时为 null。",
  }),
  ...heterogeneityTests,
  heterogeneityInterval: described(
    z
      .strictObject({
        tau2: described(boundsShape, { en: "Of τ².", zh: "τ² 的区间。" }),
        tau: described(boundsShape, {
          en: "Of τ, square roots of the bounds of τ².",
          zh: "τ 的区间，为 τ² 界限的平方根。",
        }),
        i2: described(boundsShape, { en: "Of I², percent.", zh: "I² 的区间，百分比。" }),
        h2: described(boundsShape, { en: "Of H².", zh: "H² 的区间。" }),
        lowerAtZero: described(z.boolean(), {
          en: "True where the lower bound of τ² would lie below 0 and is cut off there.",
          zh: "τ² 下限低于 0 而被截断为 0 时为 true。",
        }),
      })
      .nullable(),
    {
      en: "Q-profile interval (Viechtbauer 2007) at the level of the model; null where it is empty or not defined.",
      zh: "Q-profile 区间（Viechtbauer 2007），置信水平见模型；为空集或无定义时为 null。",
    },
  ),
  predictionInterval: described(boundsShape.nullable(), {
    en: "Where the true effect of another study is expected, by the quantile of the fit's own test; null with moderators or fewer than three studies.",
    zh: "另一研究真实效应的预测区间，采用本拟合检验的分位数；有调节变量或研究少于三项时为 null。",
  }),
  predictionIntervalRiley: described(boundsShape.nullable(), {
    en: "The same by t with k - 2 degrees of freedom (Riley 2011).",
    zh: "同上，采用自由度 k - 2 的 t 分布（Riley 2011）。",
  }),
  fitStatistics: described(fitStatisticsShape, { en: "Likelihood and information criteria.", zh: "似然与信息准则。" }),
  iterations,
  ...tests,
  robust,
  conversions,
  extras: described(z.array(univariateExtraShape), {
    en: "One result for each entry of `extras` of the model, in its order.",
    zh: "模型 `extras` 每项一个结果，顺序相同。",
  }),
  notes: notesShape(["oneStudy", "saturated", "tau2AtZero", "effectsAlike"]),
});

/** Analyses beside a fit are laid out by kind; their shapes hold in tests. */
type WithExtras<T> = Omit<T, "extras"> & { extras: ExtraOutput[] };

export type MixedOutput = WithExtras<z.infer<typeof mixedShape>>;
export type MultilevelOutput = WithExtras<z.infer<typeof multilevelShape>>;
export type UnivariateOutput = WithExtras<z.infer<typeof univariateShape>>;
export type EffectsOutput = z.infer<typeof effectsShape>;
