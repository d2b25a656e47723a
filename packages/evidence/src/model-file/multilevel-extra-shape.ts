import { described } from "@materbone/clinical";
import * as z from "zod";
import { groupField, kindAmong, kindOf, mean, named, point, rowsOf } from "./extra-fields.ts";
import { field, numberOrNull } from "./fit-fields.ts";

const predicted = { ...mean, piLower: field.piLower, piUpper: field.piUpper };

const inner = described(z.string(), {
  en: "Inner level of a structured effect.",
  zh: "结构化效应的内层水平。",
}).optional();

const intervalShape = z.strictObject({
  component: described(z.string(), {
    en: "Grouping or structured term, as in `variances` and `structured`.",
    zh: "分组或结构化项，同 `variances` 与 `structured`。",
  }),
  inner,
  parameter: described(z.enum(["variance", "correlation"]), { en: "What the interval is of.", zh: "区间所属的参数。" }),
  estimate: described(z.number(), {
    en: "Estimate: σ² or τ², or a correlation.",
    zh: "估计值：σ²、τ² 或相关系数。",
  }),
  lower: described(numberOrNull, {
    en: "Lower profile-likelihood bound at the level of the model.",
    zh: "轮廓似然区间下限，水平见模型。",
  }),
  upper: described(numberOrNull, {
    en: "Upper profile-likelihood bound at the level of the model.",
    zh: "轮廓似然区间上限，水平见模型。",
  }),
  lowerAtBound: described(z.boolean(), {
    en: "True where the lower bound is the end of what is possible.",
    zh: "下限位于参数空间边界时为 true。",
  }).optional(),
  upperAtBound: described(z.boolean(), {
    en: "True where the upper bound is the end of what is possible.",
    zh: "上限位于参数空间边界时为 true。",
  }).optional(),
});

export const multilevelExtraShape = z.union([
  z.strictObject({ kind: kindOf("predict"), rows: rowsOf(z.strictObject({ at: point, ...predicted })) }),
  z.strictObject({ kind: kindOf("fitted"), rows: rowsOf(z.strictObject({ ...named, ...predicted })) }),
  z.strictObject({
    kind: kindOf("profile"),
    intervals: described(z.array(intervalShape), {
      en: "Profile-likelihood intervals of variances and correlations.",
      zh: "方差与相关系数的轮廓似然区间。",
    }),
  }),
  z.strictObject({
    kind: kindOf("blup"),
    effects: described(
      z.array(
        z.strictObject({
          name: described(z.string(), { en: "Grouping or structured term.", zh: "分组或结构化项。" }),
          groups: described(
            z.array(
              z.strictObject({
                group: groupField,
                inner,
                estimate: described(z.number(), {
                  en: "Best linear unbiased prediction of the random effect.",
                  zh: "随机效应的最佳线性无偏预测。",
                }),
                se: described(z.number(), { en: "Its standard error.", zh: "其标准误。" }),
              }),
            ),
            { en: "One for each group, and each inner level of it.", zh: "每组一项，结构化项再按内层水平。" },
          ),
        }),
      ),
      { en: "Random effects by term.", zh: "各项的随机效应。" },
    ),
  }),
  z.strictObject({ kind: kindAmong(["predict", "fitted", "profile", "blup"]) }),
]);
