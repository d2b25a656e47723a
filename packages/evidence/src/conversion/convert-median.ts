import type { EffectOrigin, MedianMethod } from "../effect-size/effect-origin.ts";
import { boxCoxMeanAndSd } from "./box-cox.ts";
import { logNormalMeanAndSd } from "./log-normal.ts";
import { finiteMeanAndSd, type MeanAndSd, type MeanAndSdOrReason, type NotDefinedReason } from "./mean-and-sd.ts";
import { type BadSummaryReason, type MedianReport, type MedianSummary, readMedianSummary } from "./median-summary.ts";
import { hozoMeanAndSd, luoMean, shiSd, wanMean, wanSd } from "./normal-formulas.ts";
import { quantileEstimate } from "./quantile-estimation.ts";
import { skewnessTest } from "./skewness-test.ts";
import { unknownNonNormalMeanAndSd } from "./unknown-non-normal.ts";

/** All methods, the default first. */
export const MEDIAN_METHODS: readonly MedianMethod[] = [
  "luoWanShi",
  "luoWan",
  "wan",
  "hozo",
  "logNormal",
  "quantileEstimation",
  "unknownNonNormal",
  "boxCox",
];

/** What a reader has to know about a mean and SD that come from a median. */
export type MedianWarning =
  /** So few people that the methods disagree: lowest and highest mean and SD over the methods that are defined. */
  | {
      readonly kind: "methodsDiffer";
      readonly n: number;
      readonly means: readonly [number, number];
      readonly sds: readonly [number, number];
    }
  /** Shi's test finds the sample skewed, and the method takes it as normal. */
  | { readonly kind: "skewed"; readonly statistic: number; readonly critical: number };

export type MedianConversion =
  | (MeanAndSd & {
      readonly kind: "converted";
      readonly origin: EffectOrigin & { readonly kind: "derivedFromMedian" };
      readonly warnings: readonly MedianWarning[];
    })
  | { readonly kind: "badSummary"; readonly reason: BadSummaryReason }
  | {
      readonly kind: "notDefined";
      readonly reason: NotDefinedReason;
      /** Methods that do give a mean and SD here. */
      readonly definedMethods: readonly MedianMethod[];
    };

/** Up to this many people the methods differ two- to threefold, and individual values should be looked for first. */
export const FEW_PEOPLE = 10;

const TAKE_AS_NORMAL: ReadonlySet<MedianMethod> = new Set(["luoWanShi", "luoWan", "wan", "hozo"]);

/**
 * Mean and SD of a sample of which a paper gives the median with the range or the quartiles or both.
 *
 * @param method - default Luo's mean with Wan's SD, for five numbers Shi's SD
 * @returns mean and SD marked as derived, with warnings; or the reason why there are none
 */
export function convertMedian(report: MedianReport, method: MedianMethod = "luoWanShi"): MedianConversion {
  const read = readMedianSummary(report);
  if (read.kind === "badSummary") return read;
  const { summary } = read;
  const converted = medianMeanAndSd(summary, method);
  if (converted.kind === "notDefined") {
    const definedMethods = MEDIAN_METHODS.filter((other) => medianMeanAndSd(summary, other).kind === "meanAndSd");
    return { kind: "notDefined", reason: converted.reason, definedMethods };
  }
  const { mean, sd } = converted;
  const origin = { kind: "derivedFromMedian", method } as const;
  return { kind: "converted", mean, sd, origin, warnings: warningsOf(summary, method) };
}

/** Mean and SD of a summary by one method. */
export function medianMeanAndSd(summary: MedianSummary, method: MedianMethod): MeanAndSdOrReason {
  switch (method) {
    case "logNormal":
      return logNormalMeanAndSd(summary);
    case "quantileEstimation":
      return quantileEstimate(summary);
    case "unknownNonNormal":
      return unknownNonNormalMeanAndSd(summary);
    case "boxCox":
      return boxCoxMeanAndSd(summary);
    default:
      return normalMeanAndSd(summary, method);
  }
}

function normalMeanAndSd(summary: MedianSummary, method: "luoWanShi" | "luoWan" | "wan" | "hozo"): MeanAndSdOrReason {
  if (!(summary.n >= 5)) return { kind: "notDefined", reason: { kind: "tooFew", needed: 5 } };
  switch (method) {
    case "luoWanShi":
      return finiteMeanAndSd(luoMean(summary), summary.kind === "fiveNumbers" ? shiSd(summary) : wanSd(summary));
    case "luoWan":
      return finiteMeanAndSd(luoMean(summary), wanSd(summary));
    case "wan":
      return finiteMeanAndSd(wanMean(summary), wanSd(summary));
    case "hozo": {
      if (summary.kind !== "range") return { kind: "notDefined", reason: { kind: "otherSummary", needs: "range" } };
      const { mean, sd } = hozoMeanAndSd(summary);
      return finiteMeanAndSd(mean, sd);
    }
  }
}

function warningsOf(summary: MedianSummary, method: MedianMethod): readonly MedianWarning[] {
  const warnings: MedianWarning[] = [];
  if (summary.n <= FEW_PEOPLE) warnings.push(spreadOverMethods(summary));
  if (TAKE_AS_NORMAL.has(method)) {
    const test = skewnessTest(summary);
    if (test.kind === "tested" && test.isSkewed) {
      warnings.push({ kind: "skewed", statistic: test.statistic, critical: test.critical });
    }
  }
  return warnings;
}

function spreadOverMethods(summary: MedianSummary): MedianWarning {
  const all = MEDIAN_METHODS.map((method) => medianMeanAndSd(summary, method)).filter(
    (result) => result.kind === "meanAndSd",
  );
  const means = all.map(({ mean }) => mean);
  const sds = all.map(({ sd }) => sd);
  return {
    kind: "methodsDiffer",
    n: summary.n,
    means: [Math.min(...means), Math.max(...means)],
    sds: [Math.min(...sds), Math.max(...sds)],
  };
}
