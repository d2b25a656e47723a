import type { Text } from "@materbone/clinical";
import data from "../../knowledge/anchors.json" with { type: "json" };

/** A published number that the circuit is held to. */
export type Anchor = {
  readonly id: string;
  /** Of the list of anchors; one of them may give several numbers. */
  readonly anchor: string;
  readonly group: string;
  readonly intervention: string;
  readonly population: string;
  /** `LS`, `TH`, `FN`, or a marker. */
  readonly site: string;
  readonly months?: number;
  /** Percent for a density, share of the comparison for a marker. */
  readonly value?: number;
  /** As printed, with its spread. */
  readonly published: string;
  readonly women?: string;
  readonly sd?: number;
  readonly sdBasis?: SdBasis;
  readonly use: AnchorUse;
  readonly status: "read" | "recalled" | "computed";
  readonly source: string;
  readonly simulation: AnchorSimulation;
  readonly note?: Text;
};

/** `floor`: the published one is smaller than two arms of one protocol differ. `range`: a quarter of a published range. */
export type SdBasis = "published" | "floor" | "range" | "assumed";

/** Only `calibrate` is fitted; `bound` and `validate` are compared. */
export type AnchorUse = "calibrate" | "validate" | "bound" | "input" | "prior" | "case" | "code";

export type AnchorSimulation =
  /** Percent change of the site between two months of an arm, less that of the control. */
  | {
      readonly kind: "change";
      readonly arm: string;
      readonly from: number;
      readonly to: number;
      readonly control?: string;
    }
  /** An output over its start, or over that of the control. */
  | {
      readonly kind: "marker";
      readonly arm: string;
      readonly output: string;
      readonly at: number;
      readonly control?: string;
    }
  | { readonly kind: "none"; readonly why: Text };

export type ComparedAnchor = Anchor & {
  readonly value: number;
  readonly sd: number;
  readonly simulation: Exclude<AnchorSimulation, { kind: "none" }>;
};

export const anchors: readonly Anchor[] = data.rows as readonly Anchor[];
/** What was done in an arm. */
export const anchorArms: readonly { readonly name: string; readonly meaning: Text }[] = data.arms;
/** How the SD of a row is chosen. */
export const anchorSpread: Text = data.spread;

/** Those that the model can be compared with. */
export const comparedAnchors: readonly ComparedAnchor[] = anchors.filter(isCompared);

function isCompared(anchor: Anchor): anchor is ComparedAnchor {
  return anchor.value !== undefined && anchor.sd !== undefined && anchor.simulation.kind !== "none";
}
