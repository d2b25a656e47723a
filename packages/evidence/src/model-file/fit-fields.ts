import { described } from "@materbone/clinical";
import * as z from "zod";

export const numberOrNull = z.number().nullable();
export const count = z.number().int().min(0);

/** Fields that mean the same wherever they stand. */
export const field = {
  row: described(z.number().int().min(1), {
    en: "Row of the data file, counted as a spreadsheet does: 1 is the header.",
    zh: "数据文件中的行号，与电子表格一致：第 1 行为表头。",
  }),
  label: described(z.string(), {
    en: "Label of the row, from the column `label` of the model names.",
    zh: "该行的标签，取自模型 `label` 指定的列。",
  }),
  k: described(count, { en: "k, number of effects (rows) in the fit.", zh: "k，纳入拟合的效应（行）数。" }),
  p: described(count, {
    en: "p, number of coefficients, the intercept included.",
    zh: "p，系数个数，含截距。",
  }),
  name: described(z.string(), {
    en: "Name of the coefficient as R prints it: `intrcpt`, `ablat`, `factor(alloc)random`.",
    zh: "系数名称，与 R 的输出一致：`intrcpt`、`ablat`、`factor(alloc)random`。",
  }),
  estimate: described(numberOrNull, {
    en: "Estimate, in the unit of the effects (per unit of its column for a slope).",
    zh: "估计值，单位同效应（斜率为每单位自变量）。",
  }),
  se: described(numberOrNull, {
    en: "Standard error of the estimate, same unit.",
    zh: "估计值的标准误，单位相同。",
  }),
  statistic: described(numberOrNull, {
    en: "Test statistic, (estimate - tested value) / se: z where df is null, else t.",
    zh: "检验统计量，（估计值 - 检验值）/ 标准误：df 为 null 时为 z，否则为 t。",
  }),
  df: described(numberOrNull, {
    en: "Degrees of freedom of t; null where the normal distribution is used.",
    zh: "t 检验的自由度；使用正态分布时为 null。",
  }),
  pValue: described(numberOrNull, { en: "Two-sided p-value, 0 to 1.", zh: "双侧 p 值，0 至 1。" }),
  ciLower: described(numberOrNull, {
    en: "Lower end of the confidence interval at the level of the model.",
    zh: "置信区间下限，置信水平见模型。",
  }),
  ciUpper: described(numberOrNull, {
    en: "Upper end of the confidence interval at the level of the model.",
    zh: "置信区间上限，置信水平见模型。",
  }),
  piLower: described(numberOrNull, {
    en: "Lower end of the prediction interval, for the true effect of another study: estimate - quantile · √(se² + tau²).",
    zh: "预测区间下限（另一研究的真实效应）：估计值 - 分位数 · √(se² + tau²)。",
  }),
  piUpper: described(numberOrNull, {
    en: "Upper end of the prediction interval, for the true effect of another study: estimate + quantile · √(se² + tau²).",
    zh: "预测区间上限（另一研究的真实效应）：估计值 + 分位数 · √(se² + tau²)。",
  }),
  tau2: described(numberOrNull, {
    en: "τ², variance between studies, in the squared unit of the effects; with no degrees of freedom left 0 stands in for it, and `notDefined` says so.",
    zh: "τ²，研究间方差，单位为效应单位的平方；没有剩余自由度时以 0 代之，并在 `notDefined` 中注明。",
  }),
  i2: described(numberOrNull, {
    en: "I², percent: 100 τ² / (τ² + typical sampling variance); with FE 100 (Q - df) / Q, at least 0.",
    zh: "I²，百分比：100 τ² /（τ² + 典型抽样方差）；FE 时为 100 (Q - df) / Q，最小为 0。",
  }),
  h2: described(numberOrNull, {
    en: "H²: τ² / typical sampling variance + 1; with FE Q / df.",
    zh: "H²：τ² / 典型抽样方差 + 1；FE 时为 Q / df。",
  }),
  qe: described(numberOrNull, {
    en: "Q of (residual) heterogeneity, at weights 1 / vi; chi-square under homogeneity.",
    zh: "（残余）异质性的 Q，权重为 1 / vi；同质时服从卡方分布。",
  }),
  qep: described(numberOrNull, { en: "p-value of the test of heterogeneity.", zh: "异质性检验的 p 值。" }),
};

export const boundsShape = z.strictObject({
  lower: described(numberOrNull, { en: "Lower bound.", zh: "下限。" }),
  upper: described(numberOrNull, { en: "Upper bound.", zh: "上限。" }),
});

export const coefficientShape = z.strictObject({
  name: field.name,
  estimate: field.estimate,
  se: field.se,
  statistic: field.statistic,
  df: field.df,
  p: field.pValue,
  ciLower: field.ciLower,
  ciUpper: field.ciUpper,
});

/** Degrees of freedom of a test: one for chi-square, two for F; the second is null with chi-square. */
export const testDf = described(z.tuple([z.number(), numberOrNull]), {
  en: "Degrees of freedom [m, second]: chi-square with m where the second is null, else F with both. Of a test that is not defined the second is null too.",
  zh: "自由度 [m, 第二]：第二项为 null 时为自由度 m 的卡方，否则为 F。检验无定义时第二项亦为 null。",
});

export const waldShape = z.strictObject({
  statistic: described(numberOrNull, {
    en: "Wald statistic b' V⁻¹ b: chi-square as it is; for F divided by m, and scaled besides by Hotelling's T² (robust CR2: second / (second + m - 1)) and by Kenward and Roger. Null where not defined.",
    zh: "Wald 统计量 b' V⁻¹ b：卡方时为原值；F 时除以 m，Hotelling T²（稳健 CR2：再乘以 第二 / (第二 + m - 1)）与 Kenward-Roger 另有缩放系数。无定义时为 null。",
  }),
  df: testDf,
  p: described(numberOrNull, { en: "p-value of the joint test.", zh: "联合检验的 p 值。" }),
});
