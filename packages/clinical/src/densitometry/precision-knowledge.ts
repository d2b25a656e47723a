import data from "../../knowledge/precision.json" with { type: "json" };
import type { SkeletalSite } from "../record/scan.ts";
import type { Source } from "../source.ts";

type PrecisionKnowledge = {
  readonly version: string;
  readonly multiplier: { readonly value: number; readonly note: string; readonly source: Source };
  readonly stated: { readonly cvPercent: number; readonly lscPercent: number; readonly source: Source };
  readonly minimum: readonly {
    readonly site: SkeletalSite;
    readonly cvPercent: number;
    /** As the position prints it, one decimal. */
    readonly lscPercent: number;
    readonly source: Source;
  }[];
  readonly fewerVertebrae: readonly { readonly vertebrae: number; readonly factor: number }[];
  readonly fewerVertebraeSource: Source;
  readonly studySize: { readonly minimumDegreesOfFreedom: number; readonly source: Source };
  readonly zScore: { readonly printedDecimals: number; readonly belowExpectedRange: number; readonly source: Source };
  readonly bmd: { readonly printedDecimals: number; readonly source: Source };
  readonly zReference: { readonly bmdHalfStepGPerCm2: number; readonly zHalfStep: number; readonly source: Source };
};

/** Precision errors, least significant changes and score limits, each with its source. */
export const precisionKnowledge: PrecisionKnowledge = data as PrecisionKnowledge;
