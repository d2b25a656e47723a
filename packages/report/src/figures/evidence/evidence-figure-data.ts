import type { Text } from "@materbone/clinical";

/** What the axis of a figure of effects measures. */
export type Quantity = {
  /** In running text: "change of lumbar spine BMD". */
  readonly name: Text;
  /** "%", "percentage points", "g/cm²". */
  readonly unit: Text;
  /** Digits printed behind the point, 0 to 4. */
  readonly decimals: number;
  /** Do effects above zero carry a plus sign? */
  readonly isSigned: boolean;
};

/** How the number of a study came about; a study may carry several. */
export const STATISTIC_BADGES = [
  "mean",
  "median",
  "medianDerived",
  "singleWoman",
  "imputedSd",
  "annualised",
  "notStated",
] as const;
export type StatisticBadge = (typeof STATISTIC_BADGES)[number];

/** Drug classes that figures tell apart by shape and colour. */
export const DRUG_CLASSES = [
  "bisphosphonate",
  "teriparatide",
  "denosumab",
  "romosozumab",
  "calciumVitaminD",
  "sequence",
  "mixed",
  "untreated",
  "other",
] as const;
export type DrugClass = (typeof DRUG_CLASSES)[number];

/** An interval in the unit of the quantity, `lower` not above `upper`. */
export type ValueSpan = { readonly lower: number; readonly upper: number };

/** Where the next study is expected to lie, or why nothing is said of it. */
export type Prediction =
  | ({ readonly kind: "interval" } & ValueSpan)
  | { readonly kind: "notGiven"; readonly reason: Text };

/** Are single women among the studies pooled? `none`: there are none to leave out. */
export type SinglesKept = "kept" | "leftOut" | "none";

/** Change of women without a bone drug, drawn as a band behind the studies. */
export type UntreatedBand = ValueSpan & {
  readonly at: string;
  readonly label: Text;
  readonly estimate?: number | undefined;
};
