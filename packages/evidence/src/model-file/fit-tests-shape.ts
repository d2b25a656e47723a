import { described } from "@materbone/clinical";
import * as z from "zod";
import { coefficientShape, count, numberOrNull, waldShape } from "./fit-fields.ts";

export const hypothesisShape = z.strictObject({
  rows: described(
    z.array(
      coefficientShape.extend({
        name: described(z.string(), {
          en: "Name that the model gives, else the weighted sum as text.",
          zh: "模型给出的名称；未给出时为加权和的文本。",
        }),
        value: described(z.number(), {
          en: "Value that the weighted sum of coefficients is tested against.",
          zh: "系数加权和的检验值。",
        }),
      }),
    ),
    { en: "One test for each hypothesis, in the order of the model.", zh: "每个假设一项检验，顺序同模型。" },
  ),
  joint: described(waldShape.nullable(), {
    en: "All hypotheses at once; null where one follows from the others or no degrees of freedom can be matched, see `notDefined`.",
    zh: "全部假设的联合检验；其中一个可由其他推出或无法求得自由度时为 null，见 `notDefined`。",
  }),
});

/** Tests of every kind of fit. */
export const tests = {
  termTests: described(
    z.array(
      waldShape.extend({
        term: described(z.string(), {
          en: "Term of the formula, such as `factor(alloc)`.",
          zh: "公式中的项，如 `factor(alloc)`。",
        }),
        coefficients: described(z.array(z.string()), {
          en: "Names of the coefficients of the term.",
          zh: "该项的系数名称。",
        }),
      }),
    ),
    {
      en: "Joint (omnibus) test of the coefficients of each term of the moderators, Wald.",
      zh: "调节变量各项系数的联合（总体）Wald 检验。",
    },
  ),
  omnibus: described(
    waldShape.extend({
      coefficients: described(z.array(z.string()), { en: "Coefficients tested together.", zh: "联合检验的系数。" }),
    }),
    {
      en: "Joint test of the coefficients that `omnibus` of the model names; only when asked for.",
      zh: "模型 `omnibus` 指定系数的联合检验；仅在要求时给出。",
    },
  ).optional(),
  hypotheses: described(hypothesisShape, {
    en: "Tests of weighted sums of coefficients; only when asked for.",
    zh: "系数加权和的检验；仅在要求时给出。",
  }).optional(),
};

const robustShape = z.strictObject({
  type: described(z.enum(["CR0", "CR1", "CR2"]), {
    en: "Sandwich estimator: CR0 without correction, CR1 with the factor n / (n - p) of n clusters, CR2 bias-reduced (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018).",
    zh: "夹心估计：CR0 不校正，CR1 乘以 n / (n - p)（n 为聚类数），CR2 偏倚校正（Bell & McCaffrey 2002；Pustejovsky & Tipton 2018）。",
  }),
  cluster: described(z.string(), { en: "Column of the clusters.", zh: "聚类所在的列。" }),
  clusters: described(count, { en: "n, number of clusters.", zh: "n，聚类数。" }),
  coefficients: described(z.array(coefficientShape), {
    en: "Coefficients with robust standard errors: t with n - p degrees of freedom, for CR2 by Satterthwaite. Empty where none are left; `notDefined` says why.",
    zh: "采用稳健标准误的系数：t 检验，自由度 n - p，CR2 为 Satterthwaite 自由度。无自由度时为空，原因见 `notDefined`。",
  }),
  omnibus: described(waldShape.nullable(), {
    en: "Joint test of all coefficients but the intercept: F with m and n - p; for CR2 Hotelling's T² as F with the degrees of freedom of Tipton and Pustejovsky (2015, HTZ of clubSandwich). Null where none are left.",
    zh: "除截距外全部系数的联合检验：F 自由度为 m 与 n - p；CR2 为 Hotelling T² 化为 F，自由度按 Tipton 与 Pustejovsky（2015，clubSandwich 的 HTZ）。无自由度时为 null。",
  }),
});

export const robust = described(robustShape, {
  en: "Cluster-robust tests; only when asked for.",
  zh: "聚类稳健检验；仅在要求时给出。",
}).optional();

export const vcov = described(z.array(z.array(numberOrNull)), {
  en: "Covariance of the coefficients, p rows of p, in the order of `coefficients`.",
  zh: "系数的协方差矩阵，p 行 p 列，顺序同 `coefficients`。",
});

export const iterations = described(count, {
  en: "Iterations until the estimate settled; 0 for a closed form.",
  zh: "估计收敛所用的迭代次数；闭式解为 0。",
});

export const parameters = described(count, {
  en: "Number of coefficients, variances and correlations that were estimated.",
  zh: "所估计的系数、方差与相关系数的总数。",
});

export const fitStatisticsShape = z.strictObject({
  logLik: described(numberOrNull, {
    en: "log L, restricted for REML and full otherwise, as metafor gives it.",
    zh: "对数似然 log L；REML 为限制似然，其余为完全似然，与 metafor 一致。",
  }),
  deviance: described(numberOrNull, {
    en: "-2 log L for REML; otherwise -2 (log L - log L of the saturated model).",
    zh: "REML 为 -2 log L；其余为 -2（log L - 饱和模型 log L）。",
  }),
  aic: described(numberOrNull, {
    en: "-2 log L + 2 q, with q estimated parameters.",
    zh: "-2 log L + 2 q，q 为所估参数数。",
  }),
  bic: described(numberOrNull, {
    en: "-2 log L + q log n, where n is k - p for REML and k otherwise.",
    zh: "-2 log L + q log n；REML 时 n 为 k - p，其余为 k。",
  }),
  aicc: described(numberOrNull, {
    en: "-2 log L + 2 q m / (m - q - 1), with m the larger of n and q + 2 (Hurvich & Tsai 1989).",
    zh: "-2 log L + 2 q m / (m - q - 1)，m 为 n 与 q + 2 中较大者（Hurvich & Tsai 1989）。",
  }),
});
