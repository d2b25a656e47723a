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

/** Quoting first to last alone hides that bone density rose further and fell again. */
export const peakHidden = caseRule<PeakHiddenFacts>({
  id: "peak-hidden",
  severity: "major",
  reads: ["scans[].sites[].bmdGPerCm2"],
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
    const { scans } = view;
    if (scans.length < 3) return [];
    const sites: Peak[] = [];
    for (const site of SKELETAL_SITES) {
      const peak = hiddenPeak(
        scans.flatMap((scan) => {
          const bmdGPerCm2 = scan.entry.sites[site]?.bmdGPerCm2;
          return bmdGPerCm2 === undefined ? [] : [{ scan: scan.entry.id, bmdGPerCm2 }];
        }),
        site,
      );
      if (peak !== undefined) sites.push(peak);
    }
    return sites.length === 0 ? [] : [{ at: "/scans", facts: { sites } }];
  },
});

function hiddenPeak(
  points: readonly { readonly scan: string; readonly bmdGPerCm2: number }[],
  site: SkeletalSite,
): Peak | undefined {
  const first = points[0];
  const last = points[points.length - 1];
  if (points.length < 3 || first === undefined || last === undefined) return undefined;
  const highest = points.reduce((best, one) => (one.bmdGPerCm2 > best.bmdGPerCm2 ? one : best));
  if (!(highest.bmdGPerCm2 > Math.max(first.bmdGPerCm2, last.bmdGPerCm2))) return undefined;
  const percent = (later: number) => ((later - first.bmdGPerCm2) / first.bmdGPerCm2) * 100;
  return {
    site,
    firstGPerCm2: first.bmdGPerCm2,
    peakGPerCm2: highest.bmdGPerCm2,
    lastGPerCm2: last.bmdGPerCm2,
    scan: highest.scan,
    peakPercent: percent(highest.bmdGPerCm2),
    lastPercent: percent(last.bmdGPerCm2),
  };
}
