import { described } from "@materbone/clinical";
import * as z from "zod";
import { MEDIAN_METHODS } from "../conversion/convert-median.ts";
import { count, field, numberOrNull } from "./fit-fields.ts";
import { NOT_DEFINED_REASONS } from "./not-defined.ts";

/** Shape of what `materbone evidence fit --format json` prints. A number that is not defined is null, and `notDefined` says why. */
export const EVIDENCE_FIT_SCHEMA = "materbone/evidence-fit/1";

export const modelFields = {
  measure: described(z.string().nullable(), {
    en: "Measure of the effects, by metafor's name; null for given effects.",
    zh: "效应量，采用 metafor 的名称；直接给出效应时为 null。",
  }),
  formula: described(z.string(), { en: "Formula as R prints it.", zh: "公式，与 R 的输出一致。" }),
  level: described(z.number(), {
    en: "Confidence level of all intervals, percent.",
    zh: "全部区间的置信水平，百分比。",
  }),
};

/** Means and SDs computed from medians; null where the method gives none. */
export const conversions = described(
  z.array(
    z.strictObject({
      row: field.row,
      label: field.label,
      into: described(
        z.strictObject({
          mean: described(z.string(), {
            en: "Input that the mean went to, such as `mi`.",
            zh: "均值填入的输入项，如 `mi`。",
          }),
          sd: described(z.string(), {
            en: "Input that the SD went to, such as `sdi`.",
            zh: "标准差填入的输入项，如 `sdi`。",
          }),
        }),
        { en: "Inputs of the measure that the results went to.", zh: "结果填入的效应量输入项。" },
      ),
      method: described(z.enum(MEDIAN_METHODS), {
        en: "Conversion: luoWanShi (Luo 2018, Wan 2014, Shi 2020), luoWan, wan (Wan 2014), hozo (Hozo 2005), logNormal (Shi 2023), quantileEstimation and boxCox (McGrath 2020), unknownNonNormal (Cai 2021).",
        zh: "换算方法：luoWanShi（Luo 2018、Wan 2014、Shi 2020）、luoWan、wan（Wan 2014）、hozo（Hozo 2005）、logNormal（Shi 2023）、quantileEstimation 与 boxCox（McGrath 2020）、unknownNonNormal（Cai 2021）。",
      }),
      mean: described(numberOrNull, { en: "Mean, in the unit of the median.", zh: "均值，单位同中位数。" }),
      sd: described(numberOrNull, { en: "SD, in the unit of the median.", zh: "标准差，单位同中位数。" }),
      messages: described(z.array(z.string()), {
        en: "Warnings, or why there are no numbers, in the language of `--lang`.",
        zh: "警告，或未能换算的原因，语言由 `--lang` 决定。",
      }),
    }),
  ),
  {
    en: "Means and SDs derived from medians, one for each row that gives a median; only with `conversions` in the model.",
    zh: "由中位数推算的均值与标准差，每个给出中位数的行一项；仅在模型含 `conversions` 时给出。",
  },
).optional();

/** Parts of every fit; `notes` differ. */
export const common = {
  schema: described(z.literal(EVIDENCE_FIT_SCHEMA), {
    en: "Name and version of this format.",
    zh: "本格式的名称与版本。",
  }),
  title: described(z.string(), { en: "Title that the model gives.", zh: "模型给出的标题。" }).optional(),
  data: described(
    z.strictObject({
      rows: described(count, { en: "Rows of data in the file.", zh: "文件中的数据行数。" }),
      used: described(count, { en: "Rows in the fit.", zh: "纳入拟合的行数。" }),
      excluded: described(count, {
        en: "Rows left out, each named under `excluded`.",
        zh: "未纳入的行数，逐行列于 `excluded`。",
      }),
    }),
    { en: "How many rows the file has, and how many are in the fit.", zh: "文件的行数与纳入拟合的行数。" },
  ),
  notDefined: described(
    z.array(
      z.strictObject({
        at: described(z.string(), {
          en: "JSON Pointer to the place in this document that is null or without a result.",
          zh: "本文档中为 null 或无结果之处的 JSON Pointer。",
        }),
        reason: described(z.enum(NOT_DEFINED_REASONS), { en: "Why there is no number.", zh: "无数值的原因代码。" }),
        message: described(z.string(), {
          en: "The reason as a sentence in the language of `--lang`.",
          zh: "原因的文字说明，语言由 `--lang` 决定。",
        }),
      }),
    ),
    { en: "Every number that is not defined, with its reason.", zh: "所有无定义的数值及其原因。" },
  ),
};

/** What a reader has to know before the numbers, by the codes of this kind of fit. */
export const notesShape = <const T extends readonly [string, ...string[]]>(kinds: T) => {
  const note = z.strictObject({
    kind: described(z.enum(kinds), { en: "Code of the note.", zh: "说明的代码。" }),
    message: described(z.string(), {
      en: "The note as a sentence in the language of `--lang`.",
      zh: "说明的文字，语言由 `--lang` 决定。",
    }),
  });
  return described(z.array(note), { en: "What a reader has to know before the numbers.", zh: "解读数值前须知。" });
};

export const COVARIANCE_NOTES = ["zeroVariance", "perfectCorrelation", "autocorrelationAtBound"] as const;
