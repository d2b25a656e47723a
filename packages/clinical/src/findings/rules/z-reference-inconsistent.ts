import { hasZReference, type ScoredBmd } from "../../densitometry/z-reference.ts";
import type { CaseView } from "../../record/case-view.ts";
import { SKELETAL_SITES, type SkeletalSite } from "../../record/scan.ts";
import { roiLevels } from "../../vertebrae/spine.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { ruleLimits } from "./rule-limits.ts";

type ImpossibleSite = {
  readonly site: SkeletalSite;
  readonly points: readonly (ScoredBmd & { readonly scan: string })[];
};
type ZReferenceFacts = { readonly sites: readonly ImpossibleSite[] };

/**
 * One device compares with one reference population: some mean and SD must print all its Z-scores within rounding.
 * Scans whose recorded devices or vertebrae differ are not held together.
 */
export const zReferenceInconsistent = caseRule<ZReferenceFacts>({
  id: "z-reference-inconsistent",
  severity: "major",
  reads: [
    "scans[].sites[].bmdGPerCm2",
    "scans[].sites[].zScore",
    "scans[].device",
    "scans[].sites.lumbarSpine.vertebrae",
  ],
  source: sourcePaper(
    "l.312-316",
    "no mean and SD print L1-4 Z-scores of -4.2, -3.5 and -1.5 at 0.678, 0.763 and 0.929 g/cm2",
  ),
  title: {
    en: "Can one reference mean and SD have printed all the Z-scores of a site?",
    zh: "同一部位的各次 Z 值能否由同一参考均数和标准差得出？",
  },
  message: {
    en: ({ sites }, t) =>
      `No single reference mean and SD reproduces the Z-scores at ${t.list(sites.map(({ site, points }) => `${t.site(site)} (${points.map((point) => `${t.fixed(point.bmdGPerCm2, 3)} g/cm²: ${t.fixed(point.zScore, 1)}`).join("; ")})`))}: device, reference data or vertebrae probably changed.`,
    zh: ({ sites }, t) =>
      `没有任何一组参考均数和标准差能同时得出${t.list(sites.map(({ site, points }) => `${t.site(site)}的 Z 值（${points.map((point) => `${t.fixed(point.bmdGPerCm2, 3)} g/cm²：${t.fixed(point.zScore, 1)}`).join("；")}）`))}：仪器、参考数据库或测量椎体可能已改变。`,
  },
  find: (view) => {
    if (view.scans.length < ruleLimits.zScorePoints.minimum) return [];
    const sites: ImpossibleSite[] = [];
    for (const site of SKELETAL_SITES) {
      for (const points of comparableGroups(view, site)) {
        if (points.length < ruleLimits.zScorePoints.minimum || hasZReference(points)) continue;
        sites.push({ site, points });
      }
    }
    return sites.length === 0 ? [] : [{ at: "/scans", facts: { sites } }];
  },
});

/** Points of a site by device and vertebrae; a scan that names neither belongs with the others that do not. */
function comparableGroups(view: CaseView, site: SkeletalSite): Iterable<ImpossibleSite["points"]> {
  const groups = new Map<string, (ScoredBmd & { readonly scan: string })[]>();
  for (const { entry } of view.scans) {
    const reading = entry.sites[site];
    if (reading?.bmdGPerCm2 === undefined || reading.zScore === undefined) continue;
    const key = `${entry.device ?? ""}|${reading.side ?? ""}|${roiLevels(reading)?.join() ?? ""}`;
    const point = { scan: entry.id, bmdGPerCm2: reading.bmdGPerCm2, zScore: reading.zScore };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return groups.values();
}
