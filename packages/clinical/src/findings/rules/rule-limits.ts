import data from "../../../knowledge/rule-limits.json" with { type: "json" };
import type { Source } from "../../source.ts";

type RuleLimits = {
  readonly version: string;
  readonly vitaminDDeficient: { readonly belowNgPerMl: number; readonly source: Source };
  readonly nearLimit: { readonly percentOfLimit: number; readonly source: Source };
  readonly neighbourColumns: { readonly columns: number; readonly source: Source };
  readonly denosumabFollowOn: { readonly months: number; readonly source: Source };
  readonly unitFit: { readonly timesLimit: number; readonly source: Source };
  readonly conception: { readonly daysAfterLastPeriod: number; readonly source: Source };
  readonly zScorePoints: { readonly minimum: number; readonly source: Source };
};

/** Thresholds of the rules that are not knowledge of another part, each with its source. */
export const ruleLimits: RuleLimits = data as RuleLimits;
