import type { NoEffectReason } from "../effect-size/effect-size-row.ts";

/** Why a row of the data is not in the fit. */
export type ExclusionReason =
  /** The condition `subset` leaves it out. */
  | { readonly kind: "subset" }
  /** These columns have no value there. */
  | { readonly kind: "missing"; readonly columns: readonly string[] }
  /** Its raw numbers give no effect. */
  | { readonly kind: "noEffect"; readonly reasons: readonly NoEffectReason[] };

export type Exclusion = {
  /** Row of the file, 1 the header. */
  readonly row: number;
  readonly label: string;
  readonly reason: ExclusionReason;
};
