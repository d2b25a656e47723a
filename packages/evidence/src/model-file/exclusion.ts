import type { MedianConversion } from "../conversion/convert-median.ts";
import type { MedianMethod } from "../effect-size/effect-origin.ts";
import type { NoEffectReason } from "../effect-size/effect-size-row.ts";

/** A median that gave no mean and SD. */
export type NoMedian = {
  readonly method: MedianMethod;
  readonly result: Exclude<MedianConversion, { readonly kind: "converted" }>;
};

/** Why a row of the data is not in the fit. */
export type ExclusionReason =
  /** The condition `subset` leaves it out. */
  | { readonly kind: "subset" }
  /** These columns have no value there. */
  | { readonly kind: "missing"; readonly columns: readonly string[] }
  /** Its raw numbers give no effect; `medians` are those of the row that were to fill them. */
  | {
      readonly kind: "noEffect";
      readonly reasons: readonly NoEffectReason[];
      readonly medians?: readonly NoMedian[];
    };

export type Exclusion = {
  /** Row of the file, 1 the header. */
  readonly row: number;
  readonly label: string;
  readonly reason: ExclusionReason;
};
