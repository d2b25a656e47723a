import { described } from "@materbone/clinical";
import * as z from "zod";
import { biasExtraShapes } from "./bias-extra-shape.ts";
import { groupField, heterogeneity, kindAmong, kindOf, mean, named, point, rowsOf, seed } from "./extra-fields.ts";
import { EXTRA_KINDS } from "./extras-schema.ts";
import { boundsShape, coefficientShape, count, field, numberOrNull, waldShape } from "./fit-fields.ts";

const predicted = {
  ...mean,
  piLower: field.piLower,
  piUpper: field.piUpper,
  piRileyLower: described(numberOrNull, {
    en: "Lower end of the prediction interval by t with k - p - 1 degrees of freedom.",
    zh: "自由度 k - p - 1 的 t 分布预测区间下限。",
  }),
  piRileyUpper: described(numberOrNull, {
    en: "Upper end of the prediction interval by t with k - p - 1 degrees of freedom.",
    zh: "自由度 k - p - 1 的 t 分布预测区间上限。",
  }),
};

const { name: _, ...pooledFields } = coefficientShape.shape;

/** A fit to part of the rows: pooled, with moderators, or none. */
const partialShape = z.union([
  z.strictObject({ ...named, k: field.k, ...pooledFields, ...heterogeneity }),
  z.strictObject({
    ...named,
    k: field.k,
    coefficients: described(z.array(coefficientShape), {
      en: "Coefficients of the fit to these rows.",
      zh: "由这些行拟合的系数。",
    }),
    ...heterogeneity,
  }),
  z.strictObject({
    ...named,
    fit: described(z.null(), {
      en: "Null: the remaining rows cannot carry the model.",
      zh: "null：剩余的行不足以估计该模型。",
    }),
  }),
]);

const influenceShape = z.strictObject({
  ...named,
  hat: described(z.number(), { en: "Hat value, 0 to 1; they add up to p.", zh: "杠杆值，0 至 1，合计为 p。" }),
  weight: described(z.number(), { en: "Percent of the sum of the weights.", zh: "权重占总和的百分比。" }),
  flagged: described(z.boolean(), {
    en: "True where |DFFITS| > 3 √(p / (k - p)), or chi-square(p) at Cook's distance > 0.5, or hat > 3 p / k, or any |DFBETAS| > 1, or the model needs the row.",
    zh: "|DFFITS| > 3 √(p / (k - p))、Cook 距离处卡方(p) > 0.5、杠杆值 > 3 p / k、任一 |DFBETAS| > 1 或模型不可缺少该行时为 true。",
  }),
  rstudent: described(numberOrNull, {
    en: "Externally standardised residual: of the row from the fit without it.",
    zh: "外部标准化残差：该行与剔除该行后拟合之差。",
  }),
  dffits: described(numberOrNull, {
    en: "DFFITS: change of its fitted mean, in standard errors.",
    zh: "DFFITS：拟合均值的变化，以标准误为单位。",
  }),
  cookD: described(numberOrNull, {
    en: "Cook's distance: change of all coefficients by their covariance.",
    zh: "Cook 距离：按协方差度量的全部系数变化。",
  }),
  covR: described(numberOrNull, {
    en: "Determinant of the covariance of the coefficients without the row, over that with it.",
    zh: "剔除该行后系数协方差行列式与原行列式之比。",
  }),
  tau2Del: described(numberOrNull, { en: "τ² without the row.", zh: "剔除该行后的 τ²。" }),
  qeDel: described(numberOrNull, { en: "Q without the row.", zh: "剔除该行后的 Q。" }),
  dfbs: described(z.record(z.string(), numberOrNull).nullable(), {
    en: "DFBETAS: change of each coefficient, by its name, in standard errors.",
    zh: "DFBETAS：各系数（按名称）的变化，以标准误为单位。",
  }),
});

const posteriorFields = {
  mean: described(numberOrNull, {
    en: "Posterior mean; null where the integral diverges.",
    zh: "后验均值；积分发散时为 null。",
  }),
  sd: described(numberOrNull, {
    en: "Posterior SD; null where the integral diverges.",
    zh: "后验标准差；积分发散时为 null。",
  }),
  median: described(z.number(), { en: "Posterior median.", zh: "后验中位数。" }),
  lower: described(z.number(), {
    en: "Lower end of the equal-tailed credible interval at the level of the model.",
    zh: "等尾可信区间下限，水平见模型。",
  }),
  upper: described(z.number(), {
    en: "Upper end of the equal-tailed credible interval at the level of the model.",
    zh: "等尾可信区间上限，水平见模型。",
  }),
};
const posteriorShape = z.strictObject(posteriorFields);

const priorKind = <const T extends string>(kind: T) =>
  described(z.literal(kind), { en: "Distribution of the prior.", zh: "先验分布。" });
const scale = described(z.number(), { en: "Scale, in the unit of the effects.", zh: "尺度参数，单位同效应。" });

const tauPriorShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: priorKind("halfNormal"), scale }),
  z.strictObject({ kind: priorKind("halfCauchy"), scale }),
  z.strictObject({
    kind: priorKind("uniform"),
    upper: described(z.number(), { en: "Largest τ, in the unit of the effects.", zh: "τ 的上限，单位同效应。" }),
  }),
]);

const meanPriorShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: priorKind("flat") }),
  z.strictObject({
    kind: priorKind("normal"),
    mean: described(z.number(), { en: "Prior mean of the mean effect.", zh: "平均效应的先验均值。" }),
    sd: described(z.number(), { en: "Prior SD of the mean effect.", zh: "平均效应的先验标准差。" }),
  }),
]);

const probability = (en: string, zh: string) => described(z.number(), { en, zh });

export const univariateExtraShape = z.union([
  z.strictObject({ kind: kindOf("predict"), rows: rowsOf(z.strictObject({ at: point, ...predicted })) }),
  z.strictObject({ kind: kindOf("fitted"), rows: rowsOf(z.strictObject({ ...named, ...predicted })) }),
  z.strictObject({
    kind: kindOf("residuals"),
    rows: rowsOf(
      z.strictObject({
        ...named,
        residual: described(numberOrNull, { en: "yi - x b.", zh: "残差 yi - x b。" }),
        se: described(numberOrNull, {
          en: "√(vi + τ² - x (X'WX)⁻¹ x').",
          zh: "残差的标准误 √(vi + τ² - x (X'WX)⁻¹ x')。",
        }),
        z: described(numberOrNull, {
          en: "Internally standardised residual, residual / se.",
          zh: "内部标准化残差，残差 / 标准误。",
        }),
      }),
    ),
  }),
  z.strictObject({ kind: kindOf("leaveOneOut"), rows: rowsOf(partialShape) }),
  z.strictObject({
    kind: kindOf("cumulative"),
    orderBy: described(z.string().nullable(), {
      en: "Column that gives the order; null for the order of the file.",
      zh: "决定顺序的列；按文件顺序时为 null。",
    }),
    rows: rowsOf(partialShape),
  }),
  z.strictObject({ kind: kindOf("influence"), rows: rowsOf(influenceShape) }),
  z.strictObject({
    kind: kindOf("blup"),
    rows: rowsOf(
      z.strictObject({
        ...named,
        estimate: described(z.number(), {
          en: "Shrunken effect: ownShare · yi + (1 - ownShare) · fitted mean.",
          zh: "收缩估计：ownShare · yi +（1 - ownShare）· 拟合均值。",
        }),
        se: described(z.number(), {
          en: "√(ownShare · vi + ((1 - ownShare) · se of the mean)²).",
          zh: "收缩估计的标准误 √(ownShare · vi + ((1 - ownShare) · 均值标准误)²)。",
        }),
        piLower: described(z.number(), { en: "Lower end of its interval.", zh: "区间下限。" }),
        piUpper: described(z.number(), { en: "Upper end of its interval.", zh: "区间上限。" }),
        ownShare: described(z.number(), { en: "τ² / (τ² + vi).", zh: "自身数据占比 τ² / (τ² + vi)。" }),
      }),
    ),
  }),
  z.strictObject({
    kind: kindOf("profile"),
    intervals: described(z.array(z.never()), {
      en: "Empty: a univariate fit has `heterogeneityInterval` instead.",
      zh: "为空：单变量拟合见 `heterogeneityInterval`。",
    }),
  }),
  z.strictObject({
    kind: kindOf("permutation"),
    exact: described(z.boolean(), { en: "True where all arrangements were fitted.", zh: "拟合了全部排列时为 true。" }),
    arrangements: described(count, {
      en: "Arrangements that p counts among, the observed one included.",
      zh: "计算 p 所用的排列数，含实际排列。",
    }),
    seed: seed.optional(),
    coefficients: described(
      z.array(
        z.strictObject({
          name: field.name,
          p: described(z.number(), {
            en: "Share of arrangements whose |statistic| is at least the observed one.",
            zh: "|统计量| 不小于实际值的排列所占比例。",
          }),
          asymptoticP: described(numberOrNull, { en: "p-value of the fit itself.", zh: "原拟合的 p 值。" }),
        }),
      ),
      { en: "Permutation test of each coefficient.", zh: "各系数的置换检验。" },
    ),
    omnibusP: described(z.number(), {
      en: "Permutation p-value of the omnibus test qm.",
      zh: "总体检验 qm 的置换 p 值。",
    }),
  }),
  z.strictObject({
    kind: kindOf("bootstrap"),
    n: described(count, { en: "Draws.", zh: "抽样次数。" }),
    seed,
    failed: described(count, {
      en: "Refits left out because τ² did not settle.",
      zh: "因 τ² 未收敛而舍去的重拟合次数。",
    }),
    tau2: described(boundsShape, {
      en: "Percentile interval of τ² at the level of the model.",
      zh: "τ² 的百分位数区间，水平见模型。",
    }),
    coefficients: described(z.array(boundsShape.extend({ name: field.name })), {
      en: "Percentile interval of each coefficient.",
      zh: "各系数的百分位数区间。",
    }),
  }),
  z.strictObject({
    kind: kindOf("bayes"),
    tauPrior: described(tauPriorShape, { en: "Prior of τ.", zh: "τ 的先验。" }),
    muPrior: described(meanPriorShape, { en: "Prior of the mean effect μ.", zh: "平均效应 μ 的先验。" }),
    mu: described(posteriorShape, { en: "Posterior of the mean effect μ.", zh: "平均效应 μ 的后验。" }),
    tau: described(posteriorShape, { en: "Posterior of τ.", zh: "τ 的后验。" }),
    predictive: described(posteriorShape, {
      en: "Posterior predictive of the true effect of another study.",
      zh: "另一研究真实效应的后验预测分布。",
    }),
    probabilityAbove0: probability("Posterior probability that μ is above 0.", "μ 大于 0 的后验概率。"),
    predictiveAbove0: probability(
      "Posterior probability that the true effect of another study is above 0.",
      "另一研究真实效应大于 0 的后验概率。",
    ),
    shrunken: described(z.array(z.strictObject({ ...named, ...posteriorFields })), {
      en: "Posterior of the true effect of each row.",
      zh: "各行真实效应的后验。",
    }),
  }),
  z.strictObject({
    kind: kindOf("subgroups"),
    column: described(z.string(), { en: "Column of the groups.", zh: "分组所在的列。" }),
    tau2: described(z.enum(["common", "separate"]), {
      en: "Whether groups share one τ² or have one each.",
      zh: "各组共用 τ²（common）或分别估计（separate）。",
    }),
    groups: described(
      z.array(
        z.strictObject({
          group: groupField,
          k: field.k,
          ...pooledFields,
          piLower: field.piLower,
          piUpper: field.piUpper,
          ...heterogeneity,
        }),
      ),
      { en: "Pooled effect of each group, in order of first appearance.", zh: "各组的合并效应，按首次出现的顺序。" },
    ),
    between: described(waldShape.nullable(), {
      en: "Test of the differences between groups: Q with separate τ², the omnibus test of a meta-regression with a common one.",
      zh: "组间差异检验：分别估计 τ² 时为 Q，共用时为 Meta 回归的总体检验。",
    }),
    withoutGroup: described(z.array(z.strictObject(named)), {
      en: "Rows that have no group and are left out here.",
      zh: "无分组而未纳入此分析的行。",
    }).optional(),
  }),
  ...biasExtraShapes,
  z.strictObject({ kind: kindAmong(EXTRA_KINDS) }),
]);
