import {
  type BmdResponse,
  bmdResponses,
  type CaseView,
  type Interval,
  type LscSource,
  leastSignificantChange,
  roiLevels,
  type Scan,
  SKELETAL_SITES,
  type SkeletalSite,
  type Timed,
} from "@materbone/clinical";
import { isTimed } from "./time-words.ts";

/** What the trend is drawn in: change from the first scan, the BMD itself, or the Z-score. */
export type TrendQuantity = "percent" | "gPerCm2" | "z";

export type TrendPoint = {
  readonly scan: Timed<Scan>;
  /** `undefined`: the scan has no time and cannot be drawn. */
  readonly when: Interval | undefined;
  /** In the unit of the quantity. */
  readonly value: number;
  /** From the reference scan of the site; `undefined` for the reference itself. */
  readonly response: BmdResponse | undefined;
  /** Is the way from the point before to this one between comparable scans? */
  readonly isComparable: boolean;
};

export type TrendSite = {
  readonly site: SkeletalSite;
  readonly points: readonly TrendPoint[];
  /** LSC at the reference scan, percent; `undefined` without BMD or without a precision. */
  readonly lscPercent: number | undefined;
  readonly referenceBmdGPerCm2: number | undefined;
};

/** The course of every site that has a value in the quantity asked for. */
export function trendSites(view: CaseView, lsc: LscSource, quantity: TrendQuantity): readonly TrendSite[] {
  const responses = bmdResponses(view, lsc);
  return SKELETAL_SITES.map((site) => trendSite(view, lsc, quantity, site, responses)).filter(
    (course) => course.points.length > 0,
  );
}

function trendSite(
  view: CaseView,
  lsc: LscSource,
  quantity: TrendQuantity,
  site: SkeletalSite,
  responses: readonly BmdResponse[],
): TrendSite {
  const measured = view.scans.filter((scan) => readingOf(scan, site, quantity) !== undefined);
  const reference = measured.find((scan) => scan.entry.sites[site]?.bmdGPerCm2 !== undefined);
  const referenceReading = reference?.entry.sites[site];
  const referenceBmdGPerCm2 = referenceReading?.bmdGPerCm2;
  const between = (from: Timed<Scan> | undefined, to: Timed<Scan>): BmdResponse | undefined =>
    responses.find((response) => response.site === site && response.from === from && response.to === to);
  const points = measured.map((scan, position): TrendPoint => {
    const response = between(reference, scan);
    const before = measured[position - 1];
    const step = before === undefined ? undefined : between(before, scan);
    const value = quantity === "percent" ? (response?.percent ?? 0) : (readingOf(scan, site, quantity) ?? 0);
    return {
      scan,
      when: isTimed(scan.when) ? scan.when : undefined,
      value,
      response,
      isComparable: step === undefined || step.verdict !== "notComparable",
    };
  });
  const limit =
    referenceBmdGPerCm2 === undefined
      ? undefined
      : leastSignificantChange(
          lsc,
          {
            site,
            bmdGPerCm2: referenceBmdGPerCm2,
            vertebrae: roiLevels(referenceReading)?.length,
            device: reference?.entry.device,
          },
          view.context,
        );
  return { site, points, lscPercent: limit?.percent, referenceBmdGPerCm2 };
}

function readingOf(scan: Timed<Scan>, site: SkeletalSite, quantity: TrendQuantity): number | undefined {
  const reading = scan.entry.sites[site];
  return quantity === "z" ? reading?.zScore : reading?.bmdGPerCm2;
}
