import { described } from "@materbone/clinical";
import * as z from "zod";
import { groupField, kindAmong, kindOf, mean, named, point, rowsOf } from "./extra-fields.ts";
import { count, field, numberOrNull } from "./fit-fields.ts";

const byEffect = (en: string, zh: string) => described(z.record(z.string(), z.number()), { en, zh });

const intervalShape = z.strictObject({
  parameter: described(z.enum(["sd", "correlation", "coefficient"]), {
    en: "What the interval is of.",
    zh: "区间所属的参数。",
  }),
  of: described(z.string(), {
    en: "Grouping, `residual`, or name of the coefficient.",
    zh: "分组、`residual` 或系数名称。",
  }),
  effects: described(z.array(z.string()), {
    en: "Effects concerned: one for an SD, two for a correlation; not of a coefficient.",
    zh: "所涉随机效应：标准差一个，相关系数两个；系数无此项。",
  }).optional(),
  estimate: described(z.number(), {
    en: "Maximum likelihood estimate, also where the fit is by REML.",
    zh: "极大似然估计值，REML 拟合亦如此。",
  }),
  lower: described(numberOrNull, {
    en: "Lower profile-likelihood bound at the level of the model.",
    zh: "轮廓似然区间下限，水平见模型。",
  }),
  upper: described(numberOrNull, {
    en: "Upper profile-likelihood bound at the level of the model.",
    zh: "轮廓似然区间上限，水平见模型。",
  }),
});

const withoutSlope = described(z.array(z.string()), {
  en: "Patients whose rows stand all at one time.",
  zh: "仅有单一时点、无法求斜率的患者。",
});

const patientShape = z.strictObject({
  label: described(z.string(), { en: "Group of the first random effects.", zh: "首个随机效应的分组标签。" }),
  visits: described(count, { en: "Number of visits.", zh: "随访次数。" }),
  slope: described(z.number(), {
    en: "Least-squares slope, outcome per unit of time.",
    zh: "最小二乘斜率，每单位时间的结局变化。",
  }),
  slopeVariance: described(z.number(), {
    en: "Its sampling variance, measurementSd² / Σ (t - mean t)².",
    zh: "斜率的抽样方差，measurementSd² / Σ (t - t 均值)²。",
  }),
  shrunken: described(z.number(), {
    en: "Empirical-Bayes slope: ownWeight · slope + (1 - ownWeight) · pooled.",
    zh: "经验贝叶斯斜率：ownWeight · slope +（1 - ownWeight）· pooled。",
  }),
  shrunkenSe: described(z.number(), { en: "Its standard error.", zh: "其标准误。" }),
  ownWeight: described(z.number(), {
    en: "τ² / (τ² + slopeVariance).",
    zh: "自身数据占比 τ² / (τ² + slopeVariance)。",
  }),
});

export const mixedExtraShape = z.union([
  z.strictObject({ kind: kindOf("predict"), rows: rowsOf(z.strictObject({ at: point, ...mean, df: field.df })) }),
  z.strictObject({
    kind: kindOf("fitted"),
    rows: rowsOf(
      z.strictObject({
        ...named,
        y: described(z.number(), { en: "Outcome of the row.", zh: "该行的结局。" }),
        mean: described(z.number(), { en: "Mean by the coefficients alone.", zh: "仅按系数计算的均值。" }),
        fitted: described(z.number(), { en: "Mean with the effects of its groups.", zh: "计入随机效应的拟合值。" }),
        residual: described(z.number(), { en: "y - fitted.", zh: "残差 y - fitted。" }),
      }),
    ),
  }),
  z.strictObject({
    kind: kindOf("blup"),
    effects: described(
      z.array(
        z.strictObject({
          group: described(z.string(), { en: "Grouping.", zh: "分组。" }),
          effects: described(z.array(z.string()), { en: "Names of its random effects.", zh: "随机效应的名称。" }),
          groups: described(
            z.array(
              z.strictObject({
                group: groupField,
                estimates: byEffect("Predicted random effects by their names.", "随机效应的预测值，按名称。"),
                se: byEffect("Their standard errors.", "随机效应预测值的标准误。"),
              }),
            ),
            { en: "One for each group.", zh: "每组一项。" },
          ),
        }),
      ),
      { en: "Random effects by grouping.", zh: "各分组的随机效应。" },
    ),
  }),
  z.strictObject({
    kind: kindOf("profile"),
    intervals: described(z.array(intervalShape), {
      en: "Profile-likelihood intervals of SDs, correlations and coefficients, by maximum likelihood.",
      zh: "标准差、相关系数与系数的轮廓似然区间（极大似然）。",
    }),
  }),
  z.strictObject({
    kind: kindOf("shrunkenSlopes"),
    time: described(z.string(), { en: "Column of the time.", zh: "时间所在的列。" }),
    measurementSd: described(z.number(), {
      en: "Known SD of one measurement, unit of the outcome.",
      zh: "已知的单次测量标准差，单位同结局。",
    }),
    pooled: described(z.number(), { en: "Mean slope.", zh: "平均斜率。" }),
    pooledSe: described(z.number(), { en: "Its standard error.", zh: "其标准误。" }),
    tau2: described(z.number(), {
      en: "τ², variance of true slopes between patients (REML).",
      zh: "τ²，患者间真实斜率的方差（REML）。",
    }),
    withoutSlope,
    patients: described(z.array(patientShape), { en: "Slope of each patient.", zh: "各患者的斜率。" }),
  }),
  z.strictObject({
    kind: kindOf("shrunkenSlopes"),
    patients: described(z.array(z.never()), {
      en: "Empty: fewer than two patients have a slope.",
      zh: "为空：可求斜率的患者少于两名。",
    }),
    withoutSlope,
  }),
  z.strictObject({ kind: kindAmong(["predict", "fitted", "blup", "profile", "shrunkenSlopes"]) }),
]);
