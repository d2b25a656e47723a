import data from "../../../knowledge/series-rule-limits.json" with { type: "json" };
import type { Source } from "../../source.ts";

type SeriesRuleLimits = {
  /** A hip effect at least `timesOthers` times the largest of the other studies is asked about. */
  readonly outlierEffect: {
    readonly timesOthers: number;
    readonly minimumOtherStudies: number;
    readonly source: Source;
  };
  /** Bone recovers by itself this long after weaning. */
  readonly recoveryAfterWeaning: { readonly months: number; readonly source: Source };
};

/** Thresholds of the rules about a series, each with its source. */
export const seriesRuleLimits: SeriesRuleLimits = data as SeriesRuleLimits;
