import type { Source } from "@materbone/clinical";
import data from "../../knowledge/pooling.json" with { type: "json" };

export const TIME_WINDOWS = ["month6", "month12", "month24", "month36", "later"] as const;
export type TimeWindow = (typeof TIME_WINDOWS)[number];

type PoolingKnowledge = {
  readonly version: string;
  readonly windows: {
    readonly list: readonly {
      readonly id: TimeWindow;
      /** Included. */
      readonly fromMonths: number;
      /** Not included. */
      readonly toMonths: number;
    }[];
    readonly source: Source;
  };
  /** SD of a change between women, percentage points, where no report gives one. */
  readonly assumedSdPoints: { readonly value: number; readonly strip: readonly number[]; readonly source: Source };
  readonly fewestForPrediction: { readonly value: number; readonly source: Source };
  readonly fewestForAsymmetry: { readonly value: number; readonly source: Source };
};

/** Time windows and limits of pooling, each with its source. */
export const poolingKnowledge: PoolingKnowledge = data as PoolingKnowledge;

/** The window that a time lies in whole; `undefined` for none or for a range that reaches over its end. */
export function windowOf(months: { readonly earliest: number; readonly latest: number }): TimeWindow | undefined {
  return poolingKnowledge.windows.list.find(
    ({ fromMonths, toMonths }) => months.earliest >= fromMonths && months.latest < toMonths,
  )?.id;
}
