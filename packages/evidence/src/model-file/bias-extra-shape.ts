import { described } from "@materbone/clinical";
import * as z from "zod";
import { fewRows, heterogeneity, kindAmong, kindOf } from "./extra-fields.ts";
import { EGGER_PREDICTORS, FAILSAFE_METHODS, TRIM_ESTIMATORS, TRIM_SIDES } from "./extras-schema.ts";
import { coefficientShape, count, field, numberOrNull } from "./fit-fields.ts";

const precision = described(z.enum(["metafor", "full"]), {
  en: "How far iterations are run: metafor, as its function stops by default; full, to the end.",
  zh: "迭代精度：metafor 为其函数默认停止处；full 为迭代至收敛。",
});

const eggerChoice = {
  predictor: described(z.enum(EGGER_PREDICTORS), {
    en: "Predictor: sei √vi, vi, ni sample size, ninv 1/n, sqrtni √n, sqrtninv 1/√n.",
    zh: "预测变量：sei 为 √vi，vi，ni 为样本量，ninv 为 1/n，sqrtni 为 √n，sqrtninv 为 1/√n。",
  }),
  model: described(z.enum(["rma", "lm"]), {
    en: "rma: meta-regression with the method and test of the fit; lm: regression weighted by 1 / vi with a variance of its own.",
    zh: "rma：沿用拟合方法与检验的 Meta 回归；lm：以 1 / vi 加权并估计方差的回归。",
  }),
};

/** Small-study effects of a pooled fit. */
export const biasExtraShapes = [
  z.strictObject({
    kind: kindOf("egger"),
    ...eggerChoice,
    slope: described(numberOrNull, {
      en: "Slope of the effect on the predictor (Egger 1997; Sterne & Egger 2005).",
      zh: "效应对预测变量的斜率（Egger 1997；Sterne & Egger 2005）。",
    }),
    se: field.se,
    statistic: field.statistic,
    df: field.df,
    p: field.pValue,
    limit: described(
      z.strictObject({ estimate: field.estimate, ciLower: field.ciLower, ciUpper: field.ciUpper }).nullable(),
      {
        en: "Limit estimate: effect where the predictor is 0, of a study without sampling error; null for ni and sqrtni.",
        zh: "极限估计：预测变量为 0（无抽样误差）时的效应；ni 与 sqrtni 为 null。",
      },
    ),
  }),
  z.strictObject({ kind: kindOf("egger"), ...eggerChoice, k: fewRows }),
  z.strictObject({
    kind: kindOf("rankTest"),
    tau: described(z.number(), {
      en: "Kendall's tau-b of standardised effects and variances (Begg & Mazumdar 1994).",
      zh: "标准化效应与方差的 Kendall tau-b（Begg & Mazumdar 1994）。",
    }),
    p: field.pValue,
    distribution: described(z.enum(["exact", "normal"]), {
      en: "Distribution of p: exact where there are no ties and k is below 50, else normal.",
      zh: "p 的分布：无结且 k 小于 50 时为精确分布，否则为正态近似。",
    }),
  }),
  z.strictObject({
    kind: kindOf("trimAndFill"),
    side: described(z.enum(TRIM_SIDES), { en: "Side that effects are filled in on.", zh: "补充效应所在的一侧。" }),
    estimator: described(z.enum(TRIM_ESTIMATORS), {
      en: "Estimator of the number of missing studies (Duval & Tweedie 2000).",
      zh: "缺失研究数的估计方法（Duval & Tweedie 2000）。",
    }),
    precision,
    k0: described(count, { en: "Number of effects filled in.", zh: "补充的效应数。" }),
    seK0: described(numberOrNull, { en: "Standard error of k0.", zh: "k0 的标准误。" }),
    pK0: described(numberOrNull, {
      en: "p-value of no missing studies on that side; null but for R0.",
      zh: "该侧无缺失研究的 p 值；仅 R0 给出，否则为 null。",
    }),
    k: described(count, { en: "Effects and those filled in.", zh: "原有与补充的效应总数。" }),
    ...heterogeneity,
    coefficients: described(z.array(coefficientShape), {
      en: "Pooled effect with those filled in.",
      zh: "补充后的合并效应。",
    }),
    filled: described(
      z.array(
        z.strictObject({
          yi: described(z.number(), { en: "Effect filled in.", zh: "补充的效应。" }),
          vi: described(z.number(), { en: "Variance of the effect it mirrors.", zh: "所镜像效应的方差。" }),
        }),
      ),
      { en: "Effects filled in.", zh: "补充的效应。" },
    ),
  }),
  z.strictObject({
    kind: kindOf("failsafe"),
    method: described(z.enum(FAILSAFE_METHODS), {
      en: "Rosenthal (1979), Orwin (1983) or Rosenberg (2005).",
      zh: "方法：Rosenthal（1979）、Orwin（1983）或 Rosenberg（2005）。",
    }),
    n: described(numberOrNull, {
      en: "Studies without an effect that would have to be added to reach the target.",
      zh: "为达到目标值须增加的无效应研究数。",
    }),
    p: described(numberOrNull, {
      en: "p-value of the effects as they are: one-sided for Rosenthal, two-sided for Rosenberg, null for Orwin.",
      zh: "现有效应的 p 值：Rosenthal 为单侧，Rosenberg 为双侧，Orwin 为 null。",
    }),
    target: described(z.number(), {
      en: "What is to be reached: alpha, or the effect of Orwin's method.",
      zh: "目标值：alpha，或 Orwin 法的目标效应。",
    }),
  }),
  z.strictObject({
    kind: kindOf("henmiCopas"),
    precision,
    estimate: described(z.number(), { en: "Common-effect estimate.", zh: "固定效应估计值。" }),
    se: described(z.number(), {
      en: "Its standard error with τ² taken into account.",
      zh: "计入 τ² 的标准误。",
    }),
    ciLower: field.ciLower,
    ciUpper: field.ciUpper,
    tau2: described(z.number(), { en: "τ² of DerSimonian and Laird.", zh: "DerSimonian-Laird 法的 τ²。" }),
  }),
  z.strictObject({
    kind: kindOf("excessSignificance"),
    observed: described(count, { en: "Significant effects found.", zh: "实际显著的效应数。" }),
    expected: described(z.number(), {
      en: "Significant effects expected, the sum of the powers (Ioannidis & Trikalinos 2007).",
      zh: "预期显著的效应数，即各功效之和（Ioannidis & Trikalinos 2007）。",
    }),
    p: described(z.number(), {
      en: "Exact one-sided p-value of so many significant effects or more.",
      zh: "显著数不少于实际值的精确单侧 p 值。",
    }),
    power: described(z.array(z.number()), {
      en: "Power of each effect, in the order of `rows`.",
      zh: "各效应的功效，顺序同 `rows`。",
    }),
  }),
  z.strictObject({
    kind: kindAmong(["rankTest", "trimAndFill", "failsafe", "henmiCopas", "excessSignificance", "egger"]),
    k: fewRows,
  }),
] as const;
