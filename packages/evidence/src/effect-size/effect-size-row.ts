import type { EffectOrigin } from "./effect-origin.ts";
import type { ColumnName } from "./measures.ts";

/** An effect with its sampling variance. */
export type EffectValue = {
  readonly yi: number;
  /** Squared unit of `yi`; finite, above 0. */
  readonly vi: number;
};

/** The effect of one row, or every reason why it has none. */
export type EffectSizeRow =
  | (EffectValue & { readonly kind: "effect"; readonly origins: readonly EffectOrigin[] })
  | { readonly kind: "noEffect"; readonly reasons: readonly NoEffectReason[] };

export type NoEffectReason =
  | { readonly kind: "missing"; readonly column: ColumnName }
  | { readonly kind: "notFinite"; readonly column: ColumnName }
  /** One person has no SD of her own; give one by `assumedSd`. */
  | { readonly kind: "singleWithoutSd"; readonly column: ColumnName }
  | { readonly kind: "sdNotPositive"; readonly column: ColumnName; readonly value: number }
  /** A group of fewer than one. */
  | { readonly kind: "sizeBelowOne"; readonly column: ColumnName; readonly value: number }
  /** The SD, its correction or the variance needs more people; `needed` in the columns together. */
  | { readonly kind: "tooFew"; readonly columns: readonly ColumnName[]; readonly needed: number }
  /** A logarithm, ratio or coefficient of variation needs means above 0. */
  | { readonly kind: "meanNotPositive"; readonly column: ColumnName; readonly value: number }
  | { readonly kind: "correlationOutOfRange"; readonly column: ColumnName; readonly value: number }
  /** A count below 0, or person-time not above 0. */
  | { readonly kind: "countOutOfRange"; readonly column: ColumnName; readonly value: number }
  /** More events than people. */
  | { readonly kind: "moreEventsThanPeople" }
  /** No logarithm of 0, and nothing is added to the counts. */
  | { readonly kind: "zeroCount" }
  /** All or none had the event in both groups, and `drop00` leaves such rows out. */
  | { readonly kind: "noContrast" }
  /** The sampling variance is 0 (or not above 0 by the unbiased formula): no weight can be given. */
  | { readonly kind: "noVariance" };

/** The numbers of one row; only the columns of the measure are set. */
export type RowValues = Readonly<Record<ColumnName, number>>;

export type Computed = EffectValue | NoEffectReason;

export function isEffect(computed: Computed): computed is EffectValue {
  return "yi" in computed;
}
