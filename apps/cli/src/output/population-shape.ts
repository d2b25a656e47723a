import { TIME_UNITS } from "@materbone/circuit";
import { described } from "@materbone/clinical";
import * as z from "zod";
import { warningsShape } from "./warning-shape.ts";

/** Shape of the machine output of `simulate --scenario --population`. */
export const simulatePopulationShape = z.strictObject({
  kind: described(z.literal("hypothesis"), {
    en: "Whatever a model computes is a hypothesis.",
    zh: "模型计算结果均为假说。",
  }),
  notes: z.array(z.string()),
  model: z.string(),
  version: z.string(),
  population: z.strictObject({
    women: z.int(),
    seed: z.int(),
    draws: described(z.int(), { en: "Women drawn, the refused ones included.", zh: "抽取人数（含被拒绝者）。" }),
    acceptanceRate: z.number(),
    refusals: z.array(
      z.strictObject({ state: z.enum(["rest", "lactation", "course"]), output: z.string().nullable(), count: z.int() }),
    ),
    effectiveSampleSize: z.number(),
    isEnough: z.boolean(),
    weighting: z.enum(["equal", "anchored", "notReached"]),
    anchors: z.array(
      z.strictObject({
        id: z.string(),
        use: z.enum(["weigh", "compare"]),
        mean: z.number(),
        sd: z.number().nullable(),
        reachedMean: z.number(),
        reachedSd: z.number(),
      }),
    ),
    weights: described(z.array(z.number()), { en: "One per woman, sum 1.", zh: "每名女性一个，总和为 1。" }),
  }),
  warnings: described(warningsShape, {
    en: "Of the course with its drugs, in the median woman.",
    zh: "取自中位女性的用药病程。",
  }),
  timeUnit: z.enum(TIME_UNITS),
  times: z.array(z.number()),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.string(),
      bands: described(
        z.array(
          z.strictObject({
            course: z.enum(["treated", "untreated"]),
            median: z.array(z.number()),
            lower: z.array(z.number()),
            upper: z.array(z.number()),
          }),
        ),
        {
          en: "Median and 95 % band; the course without drugs that act on bone always.",
          zh: "中位数与 95% 区间带；始终给出去除作用于骨的药物的病程。",
        },
      ),
    }),
  ),
});
