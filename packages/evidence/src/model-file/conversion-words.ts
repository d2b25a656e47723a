import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";
import type { MedianConversion, MedianWarning } from "../conversion/convert-median.ts";
import type { MedianMethod } from "../effect-size/effect-origin.ts";

/** A conversion by its authors, with its name in the model. */
export function medianMethodName(method: MedianMethod, terms: Terms): string {
  const name = terms.text(methodNames[method]);
  return terms.lang === "zh" ? `${name}（${method}）` : `${name} (${method})`;
}

const methodNames: Readonly<Record<MedianMethod, Text>> = {
  luoWanShi: { en: "Luo-Wan-Shi", zh: "Luo-Wan-Shi 法" },
  luoWan: { en: "Luo-Wan", zh: "Luo-Wan 法" },
  wan: { en: "Wan", zh: "Wan 法" },
  hozo: { en: "Hozo", zh: "Hozo 法" },
  logNormal: { en: "log-normal by Shi", zh: "Shi 对数正态法" },
  quantileEstimation: { en: "quantile estimation by McGrath", zh: "McGrath 分位数估计法" },
  unknownNonNormal: { en: "unknown non-normal by Cai", zh: "Cai 未知非正态法" },
  boxCox: { en: "Box-Cox by McGrath", zh: "McGrath Box-Cox 法" },
};

/** Why a median gave no mean and SD. */
export function sayNoConversion(result: Exclude<MedianConversion, { kind: "converted" }>, terms: Terms): string {
  const why =
    typeof result.reason === "string"
      ? result.reason
      : result.reason.kind === "otherSummary"
        ? result.reason.needs
        : result.reason.kind;
  const words = noConversionWords[why] ?? { en: why, zh: why };
  const others =
    result.kind === "notDefined" ? result.definedMethods.map((method) => medianMethodName(method, terms)) : [];
  if (others.length === 0) return terms.text(words);
  return terms.lang === "zh"
    ? `${words.zh}可用方法：${terms.series(others)}。`
    : `${words.en} Methods that can: ${terms.series(others)}.`;
}

const noConversionWords: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  incomplete: {
    en: "A median needs the size and both ends of the range, or both quartiles.",
    zh: "中位数须同时给出例数与全距两端或两个四分位数。",
  },
  notFinite: { en: "A number is not finite.", zh: "数值不是有限数。" },
  sizeNotWhole: { en: "The size is no whole number above 0.", zh: "例数不是大于 0 的整数。" },
  notAscending: { en: "The numbers do not ascend.", zh: "数值未按大小递增。" },
  noSpread: { en: "All numbers are the same.", zh: "各数值相同。" },
  tooFew: { en: "The method needs more people (5 or more).", zh: "该方法要求更多例数（至少 5 例）。" },
  range: {
    en: "The method needs the median with both ends of the range, and no quartiles.",
    zh: "该方法要求中位数与全距两端，不接受四分位数。",
  },
  fiveNumbers: {
    en: "The method needs both ends of the range and both quartiles.",
    zh: "该方法要求全距两端和两个四分位数。",
  },
  notPositive: { en: "The method needs values above 0.", zh: "该方法要求数值大于 0。" },
  medianAtEnd: {
    en: "The median equals an end of the range or a quartile.",
    zh: "中位数与全距一端或四分位数相等。",
  },
  noBackTransformation: { en: "The transformed mean cannot be turned back.", zh: "变换后的均值无法还原。" },
  infinite: { en: "The result is infinite.", zh: "结果为无穷大。" },
  noConvergence: { en: "The search for the best fit did not settle.", zh: "拟合未收敛。" },
};

/** What a reader has to know about a converted mean and SD. */
export function sayMedianWarning(warning: MedianWarning, terms: Terms): string {
  return say(warningWords[warning.kind] as Phrase<MedianWarning>, warning, terms);
}

const range = ([low, high]: readonly [number, number]): string => `${low.toPrecision(4)}–${high.toPrecision(4)}`;

const warningWords: { readonly [K in MedianWarning["kind"]]: Phrase<Extract<MedianWarning, { kind: K }>> } = {
  methodsDiffer: {
    en: ({ n, means, sds }) =>
      `With n = ${n} the methods differ: means ${range(means)}, SDs ${range(sds)}. Look for individual values first.`,
    zh: ({ n, means, sds }) =>
      `n = ${n} 时各方法差异较大：均值 ${range(means)}，标准差 ${range(sds)}。请先查找个体数据。`,
  },
  skewed: {
    en: ({ statistic, critical }) =>
      `The sample is skewed (Shi's test ${statistic.toPrecision(3)} > ${critical.toPrecision(3)}), and the method takes it as normal.`,
    zh: ({ statistic, critical }) =>
      `样本呈偏态（Shi 检验 ${statistic.toPrecision(3)} > ${critical.toPrecision(3)}），而该方法假定正态。`,
  },
};
