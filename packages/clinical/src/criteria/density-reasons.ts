import type { Phrase } from "../language/phrase.ts";
import type { Terms } from "../language/terms.ts";
import { sayMonths, type TimeFact } from "./reason-time.ts";
import { sentence } from "./sentence.ts";

type SiteFacts = { readonly site: string; readonly at: string };

const zScoreMeets: Phrase<SiteFacts & ScoreFacts> = {
  en: (f, t) =>
    `${sentence(t.site(f.site))}: Z-score ${t.fixed(f.printedZ, 1)} is ${sign(f)} ${t.fixed(f.threshold, 1)}.`,
  zh: (f, t) => `${t.site(f.site)}Z值${t.fixed(f.printedZ, 1)}，${sign(f)}${t.fixed(f.threshold, 1)}。`,
};

const zScoreFails: Phrase<SiteFacts & ScoreFacts> = {
  en: (f, t) =>
    `${sentence(t.site(f.site))}: Z-score ${t.fixed(f.printedZ, 1)} is not ${sign(f)} ${t.fixed(f.threshold, 1)}.`,
  zh: (f, t) => `${t.site(f.site)}Z值${t.fixed(f.printedZ, 1)}，未达到${sign(f)}${t.fixed(f.threshold, 1)}。`,
};

type ScoreFacts = {
  /** As recorded. */
  readonly zScore: number;
  /** As printed, one decimal; this number is classed. */
  readonly printedZ: number;
  readonly threshold: number;
  readonly operator: "<" | "<=";
};

const zScoreMissing: Phrase<SiteFacts> = {
  en: (f, t) => `${sentence(t.site(f.site))}: no Z-score is recorded.`,
  zh: (f, t) => `${t.site(f.site)}：未记录Z值。`,
};

const tScoreOnly: Phrase<SiteFacts & { readonly tScore: number }> = {
  en: (f, t) =>
    `${sentence(t.site(f.site))}: only a T-score (${t.fixed(f.tScore, 1)}) is recorded; a Z-score is needed and a T-score is never turned into one.`,
  zh: (f, t) => `${t.site(f.site)}：仅有T值（${t.fixed(f.tScore, 1)}），需要Z值；T值不可换算为Z值。`,
};

const noDiagnosticScan: Phrase<Record<never, never>> = {
  en: () => "No bone density from late pregnancy on is recorded.",
  zh: () => "未记录妊娠晚期及以后的骨密度检查。",
};

const scanTimeUnknown: Phrase<{ readonly at: string }> = {
  en: () => "The time of the scan that was used is not recorded.",
  zh: () => "所采用骨密度检查的时间未记录。",
};

const scanAfterWindow: Phrase<{ readonly time: TimeFact; readonly toMonths: number; readonly at: string }> = {
  en: (f, t) =>
    `The first scan with Z-scores is at month ${sayMonthOf(f.time, t)}, after the window (to ${sayMonths(f.toMonths, t)} months after delivery).`,
  zh: (f, t) =>
    `首次有Z值的骨密度检查在产后${sayMonthOf(f.time, t)}个月，晚于时间窗（至产后${sayMonths(f.toMonths, t)}个月）。`,
};

const zScoreAfterMenopause: Phrase<{ readonly at: string }> = {
  en: () => "Definitions by Z-score are for women before menopause; menopause is recorded.",
  zh: () => "以Z值为准的定义适用于绝经前女性，而记录为已绝经。",
};

const reportWithoutNumbers: Phrase<{ readonly at: string; readonly basis: string }> = {
  en: () => "A report gives a class in words and no Z-score.",
  zh: () => "检查报告仅有文字结论，未给出Z值。",
};

export const densityReasons = {
  zScoreMeets,
  zScoreFails,
  zScoreMissing,
  tScoreOnly,
  noDiagnosticScan,
  scanTimeUnknown,
  scanAfterWindow,
  zScoreAfterMenopause,
  reportWithoutNumbers,
} as const;

function sayMonthOf(time: TimeFact, t: Terms): string {
  if (time.earliest !== null && time.earliest === time.latest) return sayMonths(time.earliest, t);
  return t.monthInterval({
    earliest: time.earliest ?? Number.NEGATIVE_INFINITY,
    latest: time.latest ?? Number.POSITIVE_INFINITY,
  });
}

function sign(f: ScoreFacts): string {
  return f.operator === "<=" ? "≤" : "<";
}
