import { type Phrase, say, type Terms } from "@materbone/clinical";
import type * as z from "zod";
import { MEASURES, type Measure } from "../effect-size/measures.ts";
import { INTERCEPT } from "../meta/fit-meta.ts";
import type { coefficientShape } from "./fit-fields.ts";
import { significant } from "./text-table.ts";

type Bounds = { readonly lower: number | null; readonly upper: number | null };

/** A pooled effect and what is said of it, on the scale of the measure. */
type Pooled = {
  readonly coefficients: readonly z.infer<typeof coefficientShape>[];
  readonly predictionInterval: Bounds | null;
  readonly level: number;
};

/** On which scale the numbers of a ratio measure or of log odds are; nothing for other measures. */
export function scaleText(measure: string | null, terms: Terms): readonly string[] {
  const scale = transformedScale(measure);
  return scale === undefined ? [] : [`  ${say(SCALE_WORDS[scale], { measure: measure ?? "" }, terms)}\n`];
}

/**
 * The pooled effect of a ratio measure as a ratio, and of log odds as a proportion, with its intervals; nothing with
 * moderators, whose coefficients are no effects of their own.
 */
export function backTransformedText(measure: string | null, pooled: Pooled, terms: Terms): readonly string[] {
  const scale = transformedScale(measure);
  const [only, ...others] = pooled.coefficients;
  if (scale === undefined || only === undefined || others.length > 0 || only.name !== INTERCEPT) return [];
  const back = (value: number | null): string => {
    const result = value === null ? Number.NaN : BACK[scale](value);
    return significant(Number.isFinite(result) ? result : null);
  };
  const { predictionInterval: prediction } = pooled;
  const facts: BackFacts = {
    estimate: back(only.estimate),
    level: pooled.level,
    lower: back(only.ciLower),
    upper: back(only.ciUpper),
    prediction: prediction === null ? undefined : { lower: back(prediction.lower), upper: back(prediction.upper) },
  };
  return [`  ${say(BACK_WORDS[scale], facts, terms)}\n`];
}

type TransformedScale = "log" | "logit";

function transformedScale(measure: string | null): TransformedScale | undefined {
  if (measure === null || !Object.hasOwn(MEASURES, measure)) return undefined;
  const { scale } = MEASURES[measure as Measure];
  return scale === "log" || scale === "logit" ? scale : undefined;
}

const BACK: Readonly<Record<TransformedScale, (value: number) => number>> = {
  log: Math.exp,
  logit: (value) => 1 / (1 + Math.exp(-value)),
};

const SCALE_WORDS: Readonly<Record<TransformedScale, Phrase<{ readonly measure: string }>>> = {
  log: {
    en: ({ measure }) => `${measure}: effects, estimates and intervals are natural logarithms.`,
    zh: ({ measure }) => `${measure}：效应、估计值与区间均为自然对数。`,
  },
  logit: {
    en: ({ measure }) => `${measure}: effects, estimates and intervals are log odds.`,
    zh: ({ measure }) => `${measure}：效应、估计值与区间均为对数优势（logit）。`,
  },
};

type BackFacts = {
  readonly estimate: string;
  readonly level: number;
  readonly lower: string;
  readonly upper: string;
  readonly prediction: { readonly lower: string; readonly upper: string } | undefined;
};

const BACK_WORDS: Readonly<Record<TransformedScale, Phrase<BackFacts>>> = {
  log: {
    en: (facts) => `Back-transformed (exp): ${intervalEn(facts)}`,
    zh: (facts) => `反变换（exp）：${intervalZh(facts)}`,
  },
  logit: {
    en: (facts) => `Back-transformed (proportion): ${intervalEn(facts)}`,
    zh: (facts) => `反变换（率）：${intervalZh(facts)}`,
  },
};

function intervalEn({ estimate, level, lower, upper, prediction }: BackFacts): string {
  const next =
    prediction === undefined ? "" : `; another study is expected within ${prediction.lower} to ${prediction.upper}`;
  return `${estimate}, ${level}% CI ${lower} to ${upper}${next}`;
}

function intervalZh({ estimate, level, lower, upper, prediction }: BackFacts): string {
  const next = prediction === undefined ? "" : `；新研究的预测区间 ${prediction.lower} 至 ${prediction.upper}`;
  return `${estimate}，${level}% CI ${lower} 至 ${upper}${next}`;
}
