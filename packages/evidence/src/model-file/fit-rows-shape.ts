import { described } from "@materbone/clinical";
import * as z from "zod";
import { MEDIAN_METHODS } from "../conversion/convert-median.ts";
import { field, numberOrNull } from "./fit-fields.ts";

const message = described(z.string(), {
  en: "The same as a sentence in the language of `--lang`.",
  zh: "文字说明，语言由 `--lang` 决定。",
});
const column = described(z.string(), {
  en: "Input of the measure, such as `sd1i`.",
  zh: "效应量的输入项，如 `sd1i`。",
});
const value = described(numberOrNull, { en: "What stands there.", zh: "该处的取值。" });

const caseText = { en: "Code of this case.", zh: "此情形的代码。" };
const kindOf = <const T extends string>(kind: T) => described(z.literal(kind), caseText);
const kindAmong = <const T extends readonly [string, ...string[]]>(kinds: T) => described(z.enum(kinds), caseText);

const originShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: kindOf("reported"), message }),
  z.strictObject({
    kind: kindOf("derivedFromMedian"),
    method: described(z.enum(MEDIAN_METHODS), {
      en: "Conversion that gave mean and SD.",
      zh: "推算均值与标准差的方法。",
    }),
    message,
  }),
  z.strictObject({
    kind: kindOf("derivedSd"),
    from: described(z.enum(["standardError", "confidenceInterval", "pValue", "correlation"]), {
      en: "What the SD was computed from.",
      zh: "推算标准差的依据。",
    }),
    message,
  }),
  z.strictObject({
    kind: kindOf("assumedSd"),
    sd: described(z.number(), { en: "Assumed SD, in the unit of the outcome.", zh: "假定的标准差，单位同结局。" }),
    message,
  }),
  z.strictObject({
    kind: kindOf("assumedCorrelation"),
    r: described(z.number(), { en: "Assumed correlation of before and after.", zh: "假定的前后相关系数。" }),
    message,
  }),
  z.strictObject({
    kind: kindOf("addedToCounts"),
    add: described(z.number(), { en: "Number added to each cell.", zh: "各计数所加的数值。" }),
    message,
  }),
]);

/** Why raw numbers give no effect. */
export const noEffectShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: kindAmong(["missing", "notFinite", "singleWithoutSd"]), column }),
  z.strictObject({
    kind: kindAmong(["sdNotPositive", "sizeBelowOne", "meanNotPositive", "correlationOutOfRange", "countOutOfRange"]),
    column,
    value,
  }),
  z.strictObject({ kind: kindAmong(["moreEventsThanPeople", "zeroCount", "noContrast", "noVariance"]) }),
  z.strictObject({
    kind: kindOf("tooFew"),
    columns: described(z.array(z.string()), { en: "Inputs that count people.", zh: "计人数的输入项。" }),
    needed: described(z.number(), { en: "People that the measure needs in them.", zh: "该效应量所需的人数。" }),
  }),
]);

export const rowShape = z.strictObject({
  row: field.row,
  label: field.label,
  yi: described(numberOrNull, {
    en: "Effect, in the unit of the measure (logarithm for ratios).",
    zh: "效应，单位依效应量而定（比值取对数）。",
  }),
  vi: described(numberOrNull, { en: "Sampling variance of yi, squared unit.", zh: "yi 的抽样方差，单位为平方。" }),
  sei: described(numberOrNull, { en: "√vi.", zh: "yi 的标准误 √vi。" }),
  ciLower: described(numberOrNull, {
    en: "yi - z √vi: interval of the effect alone, normal, at the level of the model.",
    zh: "yi - z √vi：单项效应的正态区间下限，置信水平见模型。",
  }),
  ciUpper: described(numberOrNull, {
    en: "yi + z √vi: interval of the effect alone, normal, at the level of the model.",
    zh: "yi + z √vi：单项效应的正态区间上限，置信水平见模型。",
  }),
  weight: described(numberOrNull, {
    en: "Percent of the sum of the weights 1 / (vi + τ²); univariate fits only.",
    zh: "权重 1 / (vi + τ²) 占总和的百分比；仅单变量拟合给出。",
  }).optional(),
  origins: described(z.array(originShape), {
    en: "What stands behind the numbers where they are not as reported.",
    zh: "数值非原文直接报告时的来源。",
  }).optional(),
});

export const excludedShape = z.strictObject({
  row: field.row,
  label: field.label,
  reason: described(z.enum(["subset", "missing", "noEffect"]), {
    en: "subset: the condition of the model; missing: a needed cell is empty; noEffect: the raw numbers give no effect.",
    zh: "subset：不符合模型的条件；missing：所需单元格为空；noEffect：原始数值无法得出效应。",
  }),
  columns: described(z.array(z.string()), {
    en: "Columns without a value, with reason missing.",
    zh: "缺值的列，原因为 missing 时给出。",
  }).optional(),
  details: described(z.array(noEffectShape), {
    en: "Every reason why there is no effect, with reason noEffect.",
    zh: "无法得出效应的全部原因，原因为 noEffect 时给出。",
  }).optional(),
  message,
});
