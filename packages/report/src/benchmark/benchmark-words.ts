import type { Phrase, Text } from "@materbone/clinical";
import type { BenchmarkPlace, NotComparedReason, SelectedGroup } from "@materbone/evidence";

/** What the benchmark is, wherever it is named. */
export const BENCHMARK_WORDS = {
  name: { en: "untreated change after weaning, no bone drug", zh: "停止哺乳后未用抗骨质疏松药物的骨密度变化" },
  title: { en: "Beside the change without a drug", zh: "与未用药者变化的比较" },
  notControl: { en: "It is not a control group.", zh: "并非对照组。" },
  notAttributable: {
    en: "Not attributable to treatment without a comparator.",
    zh: "无对照，不能归因于治疗。",
  },
  countsAsNone: {
    en: "Calcium and vitamin D, active vitamin D among them, count as no bone drug.",
    zh: "钙剂与维生素D（含活性维生素D）不计为抗骨质疏松药物。",
  },
} as const;

/** Where a change lies; `beyond`: by a reading of the times that the band does not cover. */
export const PLACE_WORDS: Readonly<Record<BenchmarkPlace | "beyond", Text>> = {
  inside: { en: "inside the band of change without a drug", zh: "在未用药变化范围内" },
  above: { en: "above the band of change without a drug", zh: "高于未用药变化范围" },
  below: { en: "below the band of change without a drug", zh: "低于未用药变化范围" },
  beyond: { en: "beyond the months that the studies cover", zh: "超出研究所覆盖的月份" },
};

/** The same for a narrow column. */
export const SHORT_PLACE_WORDS: Readonly<Record<BenchmarkPlace | "beyond", Text>> = {
  inside: { en: "inside the band", zh: "范围内" },
  above: { en: "above the band", zh: "高于范围" },
  below: { en: "below the band", zh: "低于范围" },
  beyond: { en: "beyond the months covered", zh: "超出覆盖月份" },
};

/** Several places, by readings of the times. */
export const BY_THE_TIMES: Phrase<{ readonly places: readonly string[] }> = {
  en: ({ places }, t) => `${t.either(places)}, by how the times are read`,
  zh: ({ places }, t) => `${t.either(places)}（取决于时间的解读）`,
};

/** Why a change is not set beside the benchmark, or why there is no band for a woman. */
export const REASON_WORDS: Readonly<Record<NotComparedReason | NoBandReason, Phrase<ReasonFacts>>> = {
  noBand: {
    en: ({ studies, fewest }, t) =>
      `no band at this site: ${studies} ${t.count(studies, "study", "studies")}, and ${fewest} are needed`,
    zh: ({ studies, fewest }) => `该部位无参照范围：仅${studies}项研究，至少需要${fewest}项`,
  },
  weaningNotRecorded: { en: () => "weaning is not recorded", zh: () => "未记录停止哺乳时间" },
  timeNotRecorded: { en: () => "the time of a scan is not recorded", zh: () => "有检查未记录时间" },
  outsideMonths: {
    en: ({ months }) =>
      months === undefined
        ? "outside the months after weaning that the studies cover"
        : `outside months ${months} after weaning, which the studies cover`,
    zh: ({ months }) =>
      months === undefined ? "超出研究所覆盖的停止哺乳后月份" : `超出研究所覆盖的停止哺乳后${months}个月`,
  },
  noReference: { en: () => "there is no BMD at this site", zh: () => "该部位无骨密度" },
  timesTooWide: {
    en: () => "the times leave no month that every reading covers",
    zh: () => "时间过于不确切，没有各种解读均可覆盖的月份",
  },
};

/** Why a woman has no band to draw, besides the reasons of a comparison. */
export type NoBandReason = Exclude<NotComparedReason, "outsideMonths"> | "noReference" | "timesTooWide";

export type ReasonFacts = {
  /** Studies at the site. */
  readonly studies: number;
  /** Fewest studies that make a band. */
  readonly fewest: number;
  /** Months that the band covers, as printed. */
  readonly months: string | undefined;
};

/** "95 + 40 healthy women". */
export const GROUP_WORDS: Readonly<Record<SelectedGroup["kind"], Phrase<{ readonly women: string }>>> = {
  healthy: { en: ({ women }) => `${women} healthy women`, zh: ({ women }) => `健康女性${women}例` },
  healthyRecovered: {
    en: ({ women }) => `${women} healthy women whose loss in lactation is taken as recovered`,
    zh: ({ women }) => `健康女性${women}例（哺乳期丢失视为已恢复）`,
  },
  plo: { en: ({ women }) => `${women} women with PLO`, zh: ({ women }) => `PLO患者${women}例` },
  contrast: {
    en: ({ women }) => `${women} by contrast (women on a drug, less its published effect)`,
    zh: ({ women }) => `由用药组减去已发表药物效应推得${women}例`,
  },
};
