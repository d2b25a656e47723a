import { roundHalfAway } from "../language/number.ts";
import type { CaseView, Timed } from "../record/case-view.ts";
import type { Vertebra } from "../record/fracture.ts";
import { type Scan, type SiteReading, SKELETAL_SITES, type SkeletalSite } from "../record/scan.ts";
import type { Interval } from "../time/interval.ts";
import { monthsFromTo } from "../time/time-frame.ts";
import { fracturedInRoi, roiLevels } from "../vertebrae/spine.ts";
import { calibrationBetween, convertedBmd, twoDeviceLscGPerCm2 } from "./cross-calibration.ts";
import { type LscSource, leastSignificantChange, type MeasuredSite } from "./least-significant-change.ts";
import { printedScore } from "./printed-score.ts";

/** Why two scans cannot be compared at a site. */
export type ComparabilityReason =
  | { readonly kind: "differentDevices"; readonly from: string; readonly to: string }
  | { readonly kind: "differentVertebrae"; readonly from: readonly Vertebra[]; readonly to: readonly Vertebra[] }
  | { readonly kind: "fracturedVertebraInside"; readonly levels: readonly Vertebra[] }
  /** The vertebrae measured were not recorded and L1 to L4 hold a fracture. */
  | { readonly kind: "fracturedVertebraPerhapsInside"; readonly levels: readonly Vertebra[] }
  | { readonly kind: "differentSides" }
  /** Which scan came first is not known. */
  | { readonly kind: "orderUnknown" }
  /** One scan names its device, the other does not. */
  | { readonly kind: "deviceNotRecorded"; readonly device: string }
  /** One scan names its vertebrae, the other does not. */
  | { readonly kind: "vertebraeNotRecorded"; readonly levels: readonly Vertebra[] }
  /** The centre's precision study has no figure for the site. */
  | { readonly kind: "noPrecision" };

export type ResponseVerdict = "gain" | "loss" | "noChange" | "notComparable";

/** Change of BMD between two scans of one woman at one site; the reference scan is `from`. */
export type BmdResponse = {
  readonly site: SkeletalSite;
  readonly from: Timed<Scan>;
  readonly to: Timed<Scan>;
  readonly fromBmdGPerCm2: number;
  readonly toBmdGPerCm2: number;
  readonly deltaGPerCm2: number;
  /** (to - from) / from x 100, unrounded. */
  readonly percent: number;
  /** Months between the scans; `undefined` when a time is unknown. */
  readonly months: Interval | undefined;
  /** Simple annual rate for every length that the times allow; `undefined` when the order or a time is open. */
  readonly percentPerYear: Interval | undefined;
  readonly deltaZ: number | undefined;
  /** LSC in use as percent of `from`; `undefined` without a precision for the site. */
  readonly lscPercent: number | undefined;
  /** Does the printed change equal or exceed the LSC, whether or not the scans are comparable? */
  readonly exceedsLsc: boolean | undefined;
  readonly verdict: ResponseVerdict;
  readonly reasons: readonly ComparabilityReason[];
};

/** Digits a percent change is printed and classed with. */
export const PERCENT_DECIMALS = 2;

/** All pairs of scans of one woman, site by site, earlier scan first. */
export function bmdResponses(view: CaseView, lsc: LscSource): readonly BmdResponse[] {
  const responses: BmdResponse[] = [];
  for (const site of SKELETAL_SITES) {
    for (const [position, from] of view.scans.entries()) {
      const fromBmd = from.entry.sites[site]?.bmdGPerCm2;
      if (fromBmd === undefined) continue;
      for (const to of view.scans.slice(position + 1)) {
        const toBmd = to.entry.sites[site]?.bmdGPerCm2;
        if (toBmd !== undefined) responses.push(response(view, lsc, site, from, to, fromBmd, toBmd));
      }
    }
  }
  return responses;
}

/** The response from the first to the last scan of a site, `undefined` with fewer than two. */
export function firstToLast(responses: readonly BmdResponse[], site: SkeletalSite): BmdResponse | undefined {
  const atSite = responses.filter((candidate) => candidate.site === site);
  const first = atSite[0]?.from;
  const last = atSite.at(-1)?.to;
  return atSite.find((candidate) => candidate.from === first && candidate.to === last);
}

/**
 * Percent change with the named reference.
 *
 * @param fromBmdGPerCm2 - reference, g/cm²; finite, > 0
 * @throws RangeError when the reference is not finite and positive
 */
export function percentChange(fromBmdGPerCm2: number, toBmdGPerCm2: number): number {
  if (!(fromBmdGPerCm2 > 0 && Number.isFinite(fromBmdGPerCm2))) {
    throw new RangeError(`fromBmdGPerCm2 must be finite and positive: ${fromBmdGPerCm2}`);
  }
  return ((toBmdGPerCm2 - fromBmdGPerCm2) / fromBmdGPerCm2) * 100;
}

function response(
  view: CaseView,
  lsc: LscSource,
  site: SkeletalSite,
  from: Timed<Scan>,
  to: Timed<Scan>,
  printedFromBmd: number,
  toBmdGPerCm2: number,
): BmdResponse {
  const calibration = calibrationBetween(view.context, from.entry.device, to.entry.device, site);
  const fromBmdGPerCm2 = calibration === undefined ? printedFromBmd : convertedBmd(printedFromBmd, calibration);
  const percent = percentChange(fromBmdGPerCm2, toBmdGPerCm2);
  const months = monthsFromTo(from, to);
  const limit = limitPercent(view, lsc, site, from, to, printedFromBmd, fromBmdGPerCm2, toBmdGPerCm2);
  const reasons: ComparabilityReason[] = [
    ...(months !== undefined && months.earliest >= 0 ? [] : [{ kind: "orderUnknown" } as const]),
    ...deviceReasons(from, to, calibration !== undefined),
    ...readingReasons(view, site, from, to),
    ...(limit === undefined ? [{ kind: "noPrecision" } as const] : []),
  ];
  const printedPercent = roundHalfAway(percent, PERCENT_DECIMALS);
  // Both sides as printed: a change that reads as large as the limit counts.
  const exceedsLsc =
    limit === undefined ? undefined : Math.abs(printedPercent) >= roundHalfAway(limit, PERCENT_DECIMALS);
  const direction = printedPercent > 0 ? "gain" : "loss";
  return {
    site,
    from,
    to,
    fromBmdGPerCm2,
    toBmdGPerCm2,
    deltaGPerCm2: toBmdGPerCm2 - fromBmdGPerCm2,
    percent,
    months,
    percentPerYear: months === undefined ? undefined : annualRate(percent, months),
    deltaZ: scoreDifference(from.entry.sites[site], to.entry.sites[site]),
    lscPercent: limit,
    exceedsLsc,
    verdict: reasons.length > 0 ? "notComparable" : exceedsLsc ? direction : "noChange",
    reasons,
  };
}

function limitPercent(
  view: CaseView,
  lsc: LscSource,
  site: SkeletalSite,
  from: Timed<Scan>,
  to: Timed<Scan>,
  printedFromBmd: number,
  fromBmd: number,
  toBmd: number,
): number | undefined {
  const earlier = leastSignificantChange(lsc, measured(from, site, printedFromBmd), view.context);
  if (earlier === undefined) return undefined;
  const calibration = calibrationBetween(view.context, from.entry.device, to.entry.device, site);
  if (calibration === undefined) return earlier.percent;
  const later = leastSignificantChange(lsc, measured(to, site, toBmd), view.context);
  if (later === undefined) return undefined;
  return (twoDeviceLscGPerCm2(earlier.precisionGPerCm2, later.precisionGPerCm2, calibration) / fromBmd) * 100;
}

function measured(scan: Timed<Scan>, site: SkeletalSite, bmdGPerCm2: number): MeasuredSite {
  return { site, bmdGPerCm2, vertebrae: scan.entry.sites[site]?.vertebrae?.length, device: scan.entry.device };
}

function deviceReasons(from: Timed<Scan>, to: Timed<Scan>, isCalibrated: boolean): readonly ComparabilityReason[] {
  const a = from.entry.device;
  const b = to.entry.device;
  if (a === b || isCalibrated) return [];
  if (a === undefined || b === undefined) return [{ kind: "deviceNotRecorded", device: a ?? b ?? "" }];
  return [{ kind: "differentDevices", from: a, to: b }];
}

function readingReasons(
  view: CaseView,
  site: SkeletalSite,
  from: Timed<Scan>,
  to: Timed<Scan>,
): readonly ComparabilityReason[] {
  const a = from.entry.sites[site];
  const b = to.entry.sites[site];
  const sidesDiffer = a?.side !== undefined && b?.side !== undefined && a.side !== b.side;
  if (site !== "lumbarSpine") return sidesDiffer ? [{ kind: "differentSides" }] : [];
  const reasons: ComparabilityReason[] = [];
  const fromLevels = roiLevels(a);
  const toLevels = roiLevels(b);
  if (fromLevels !== undefined && toLevels !== undefined && fromLevels.join() !== toLevels.join()) {
    reasons.push({ kind: "differentVertebrae", from: fromLevels, to: toLevels });
  }
  const recordedOnce = fromLevels === undefined ? toLevels : toLevels === undefined ? fromLevels : undefined;
  if (recordedOnce !== undefined) reasons.push({ kind: "vertebraeNotRecorded", levels: recordedOnce });
  const inside = new Set([...fracturedInRoi(view, a, to.when), ...fracturedInRoi(view, b, to.when)]);
  if (inside.size > 0) {
    const isRecorded = fromLevels !== undefined && toLevels !== undefined;
    reasons.push({
      kind: isRecorded ? "fracturedVertebraInside" : "fracturedVertebraPerhapsInside",
      levels: [...inside],
    });
  }
  return reasons;
}

/** A rate over a length that may be zero or negative says nothing. */
function annualRate(percent: number, months: Interval): Interval | undefined {
  if (!(months.earliest > 0 && Number.isFinite(months.latest))) return undefined;
  const rates = [(percent / months.earliest) * 12, (percent / months.latest) * 12];
  return { earliest: Math.min(...rates), latest: Math.max(...rates) };
}

function scoreDifference(from: SiteReading | undefined, to: SiteReading | undefined): number | undefined {
  if (from?.zScore === undefined || to?.zScore === undefined) return undefined;
  return printedScore(printedScore(to.zScore) - printedScore(from.zScore));
}
