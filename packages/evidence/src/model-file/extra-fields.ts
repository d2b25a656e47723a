import { described } from "@materbone/clinical";
import * as z from "zod";
import { count, field, numberOrNull } from "./fit-fields.ts";

/** The name of an analysis, as in the model. */
const kindText = { en: "Name of the analysis, as in the model.", zh: "分析的名称，与模型一致。" };

export const kindOf = <const T extends string>(kind: T) => described(z.literal(kind), kindText);

export const kindAmong = <const T extends readonly [string, ...string[]]>(kinds: T) =>
  described(z.enum(kinds), kindText);

/** Rows of an analysis, each by its row of the file. */
export const rowsOf = <T extends z.ZodType>(row: T) =>
  described(z.array(row), { en: "One result for each row.", zh: "每行一个结果。" });

export const named = { row: field.row, label: field.label };

export const heterogeneity = { tau2: field.tau2, i2: field.i2, h2: field.h2, qe: field.qe, qep: field.qep };

/** Values of columns by their names. */
export const point = described(z.record(z.string(), z.union([z.string(), z.number()])), {
  en: "Values of the columns that were predicted at, as the model gives them.",
  zh: "预测所用的各列取值，与模型一致。",
});

export const mean = {
  estimate: described(numberOrNull, {
    en: "Mean by the coefficients at these values, x b.",
    zh: "按系数计算的均值 x b。",
  }),
  se: described(numberOrNull, { en: "√(x V x').", zh: "均值的标准误 √(x V x')。" }),
  ciLower: field.ciLower,
  ciUpper: field.ciUpper,
};

export const seed = described(z.number().int(), {
  en: "Seed of the random numbers; the same seed gives the same numbers.",
  zh: "随机数种子；相同种子得到相同结果。",
});

export const groupField = described(z.string(), { en: "Label of the group.", zh: "组的标签。" });

export const fewRows = described(count, {
  en: "k, number of effects; too few for this analysis.",
  zh: "k，效应数；不足以进行该分析。",
});
