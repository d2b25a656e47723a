import { TIME_UNITS } from "@materbone/circuit";
import { described } from "@materbone/clinical";
import * as z from "zod";
import { warningsShape } from "./warning-shape.ts";

const columns = z.array(z.strictObject({ name: z.string(), unit: z.string(), values: z.array(z.number()).nullable() }));

/** Shape of the machine output of `simulate`. */
export const simulateShape = z.strictObject({
  kind: described(z.literal("hypothesis"), {
    en: "Whatever a model computes is a hypothesis.",
    zh: "模型计算结果均为假说。",
  }),
  notes: described(z.array(z.string()), {
    en: "What it is, how the circuit fared at the validation rows of the sites among the columns, and how far a drug effect is known.",
    zh: "结果的性质，环路模型在所列部位的验证结果，以及药物效应的不确定度。",
  }),
  model: z.string(),
  version: described(z.string(), { en: "Version of the model's knowledge.", zh: "模型知识库版本。" }),
  title: z.string().nullable(),
  parameters: described(
    z.array(
      z.strictObject({
        name: z.string(),
        value: z.number(),
        unit: z.string(),
        published: z.number(),
        source: z.string().nullable(),
      }),
    ),
    {
      en: "Parameters changed for the whole time, with the value that the model has (`published`) and its source.",
      zh: "全程改动的参数、模型原值（`published`）与来源。",
    },
  ),
  timeUnit: z.enum(TIME_UNITS),
  times: z.array(z.number()),
  columns: described(columns, {
    en: "One array of values per column, as long as times; null of a percent change since a value of 0, which does not exist.",
    zh: "每列一个数组，与 times 等长；对照值为 0 的百分变化无定义，为 null。",
  }),
  untreated: described(z.strictObject({ columns }).nullable(), {
    en: "The same course on the circuit without drugs that act on bone; null where none is given, and of another model.",
    zh: "环路模型中去除作用于骨的药物后的同一病程；未给予此类药物或为其他模型时为 null。",
  }),
  warnings: warningsShape,
  method: z.strictObject({
    name: z.string(),
    tolerance: z.number(),
    segments: z.number(),
    steps: z.number(),
    switches: z.number(),
  }),
});
