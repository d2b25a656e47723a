import type { Text } from "@materbone/clinical";
import data from "../../knowledge/plo-prior.json" with { type: "json" };
import type { DrawnParameter } from "./distribution.ts";

/** How women with PLO differ from the healthy mother, before anything is known of the one at hand. */
export type PloPrior = {
  readonly course: {
    readonly meaning: Text;
    /** Months from birth to the diagnosis, each as likely. */
    readonly monthsToDiagnosis: readonly number[];
    readonly source: string;
  };
  readonly drawn: readonly (DrawnParameter & {
    readonly meaning: Text;
    readonly source: string;
    readonly note?: Text;
  })[];
  /** SD of a change between two scans of the spine, percent. */
  readonly measurementSdPercent: { readonly value: number; readonly source: string };
  /** Anchors of untreated women that it was chosen on. */
  readonly rows: readonly string[];
};

export const ploPrior: PloPrior = data as PloPrior;
