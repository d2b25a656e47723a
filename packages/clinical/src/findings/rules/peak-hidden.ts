import { type BmdResponse, bmdResponses, type ComparabilityReason } from "../../densitometry/response.ts";
import type { CaseView } from "../../record/case-view.ts";
import { SKELETAL_SITES, type SkeletalSite } from "../../record/scan.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type Peak = {
  readonly site: SkeletalSite;
  readonly firstGPerCm2: number;
  readonly peakGPerCm2: number;
  readonly lastGPerCm2: number;
  /** Scan of the peak. */
  readonly scan: string;
  readonly peakPercent: number;
  readonly lastPercent: number;
};

type PeakHiddenFacts = { readonly sites: readonly Peak[] };

/**
 * Quoting first to last alone hides that bone density rose further and fell again. Only scans that can be compared count.
 * A rise and fall that both stay below the least significant change are told for information.
 */
export const peakHidden = caseRule<PeakHiddenFacts>({
  id: "peak-hidden",
  severity: "major",
  reads: [
    "scans[].sites[].bmdGPerCm2",
    "scans[].device",
    "scans[].sites.lumbarSpine.vertebrae",
    "scans[].sites[].side",
    "series.methods.densitometers[].precision",
  ],
  source: sourcePaper("l.312-318", "Table 2 prints the increase from the first to the last scan only"),
  title: {
    en: "Does the change from the first to the last scan hide a higher value in between?",
    zh: "首末两次骨密度的变化是否掩盖了期间更高的数值？",
  },
  message: {
    en: ({ sites }, t) =>
      `The change from first to last scan hides a higher value in between at ${t.list(sites.map((peak) => `${t.site(peak.site)} (${t.signed(peak.peakPercent, 2)} % at the peak, ${t.signed(peak.lastPercent, 2)} % at the last scan)`))}.`,
    zh: ({ sites }, t) =>
      `首末两次检查的变化掩盖了期间更高的骨密度：${t.list(sites.map((peak) => `${t.site(peak.site)}（峰值较首次 ${t.signed(peak.peakPercent, 2)}%，末次较首次 ${t.signed(peak.lastPercent, 2)}%）`))}。`,
  },
  find: (view) => {
    if (!mayHidePeak(view)) return [];
    const responses = bmdResponses(view, STATED);
    const sites: Peak[] = [];
    let isLarge = false;
    for (const site of SKELETAL_SITES) {
      const found = hiddenPeak(responses.filter((response) => response.site === site));
      if (found === undefined) continue;
      sites.push(peakFact(found));
      isLarge ||= found.rise.exceedsLsc === true || found.fall.exceedsLsc === true;
    }
    if (sites.length === 0) return [];
    return [{ at: "/scans", facts: { sites }, ...(isLarge ? {} : { severity: "info" }) }];
  },
});

const STATED = { kind: "paper" } as const;

/** The three changes between the first scan of a site, the peak and the last scan. */
type HiddenPeak = { readonly rise: BmdResponse; readonly fall: BmdResponse; readonly overall: BmdResponse };

/** Does a printed density lie above the first and the last one? Most women have none, and no pair is worth comparing. */
function mayHidePeak(view: CaseView): boolean {
  const { scans, context } = view;
  if (scans.length < 3) return false;
  // Converted densities are not the printed ones.
  if (context.methods?.crossCalibrations !== undefined) return true;
  for (const site of SKELETAL_SITES) {
    let first: number | undefined;
    let last: number | undefined;
    let highest = Number.NEGATIVE_INFINITY;
    for (const { entry } of scans) {
      const bmd = entry.sites[site]?.bmdGPerCm2;
      if (bmd === undefined) continue;
      first ??= bmd;
      last = bmd;
      if (bmd > highest) highest = bmd;
    }
    if (first !== undefined && last !== undefined && highest > first && highest > last) return true;
  }
  return false;
}

/** The highest peak among scans comparable with the first and the last of the site. */
function hiddenPeak(responses: readonly BmdResponse[]): HiddenPeak | undefined {
  const first = responses[0]?.from;
  const last = responses.at(-1)?.to;
  const overall = responses.find(({ from, to }) => from === first && to === last);
  if (overall === undefined || !isComparable(overall)) return undefined;
  let highest: HiddenPeak | undefined;
  for (const rise of responses) {
    if (rise.from !== first || !isComparable(rise) || !(rise.percent > (highest?.rise.percent ?? 0))) continue;
    const fall = responses.find(({ from, to }) => from === rise.to && to === last);
    if (fall === undefined || !isComparable(fall) || !(fall.percent < 0)) continue;
    highest = { rise, fall, overall };
  }
  return highest;
}

/**
 * A device that one scan does not name hides no peak, and a fractured vertebra inside raises density: the peak is asked
 * about all the more.
 */
function isComparable({ reasons }: BmdResponse): boolean {
  return reasons.every(({ kind }) => HARMLESS.includes(kind));
}

const HARMLESS: readonly ComparabilityReason["kind"][] = [
  "deviceNotRecorded",
  "fracturedVertebraInside",
  "fracturedVertebraPerhapsInside",
];

function peakFact({ rise, overall }: HiddenPeak): Peak {
  return {
    site: rise.site,
    firstGPerCm2: rise.fromBmdGPerCm2,
    peakGPerCm2: rise.toBmdGPerCm2,
    lastGPerCm2: overall.toBmdGPerCm2,
    scan: rise.to.entry.id,
    peakPercent: rise.percent,
    lastPercent: overall.percent,
  };
}
