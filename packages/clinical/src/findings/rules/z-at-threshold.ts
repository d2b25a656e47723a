import { precisionKnowledge } from "../../densitometry/precision-knowledge.ts";
import { printedScore } from "../../densitometry/printed-score.ts";
import { SKELETAL_SITES, type SkeletalSite } from "../../record/scan.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { commonPlace } from "./place.ts";

type ZAtThresholdFacts = {
  readonly scan: string;
  readonly cutOff: number;
  readonly sites: readonly SkeletalSite[];
};

/** A printed Z-score on the cut-off itself passes "at or below" and fails "below". */
export const zAtThreshold = caseRule<ZAtThresholdFacts>({
  id: "z-at-threshold",
  severity: "minor",
  reads: ["scans[].sites[].zScore", "person.menopause"],
  source: sourcePaper("l.284-285", "the paper writes <= -2.0; other published definitions write < -2.0"),
  title: {
    en: "Does a Z-score of the diagnostic scan lie exactly on the cut-off?",
    zh: "诊断时的 Z 值是否恰好等于界值？",
  },
  message: {
    en: ({ cutOff, sites }, t) =>
      `The printed Z-score at ${t.list(sites.map(t.site))} is exactly ${t.fixed(cutOff, 1)}: it meets ≤ ${t.fixed(cutOff, 1)} and fails < ${t.fixed(cutOff, 1)}.`,
    zh: ({ cutOff, sites }, t) =>
      `${t.list(sites.map(t.site))}的 Z 值恰为 ${t.fixed(cutOff, 1)}：按“≤ ${t.fixed(cutOff, 1)}”符合，按“< ${t.fixed(cutOff, 1)}”不符合。`,
  },
  find: (view) => {
    // Z-scores class women before menopause only.
    if (view.record.person?.menopause === "post") return [];
    const scan = view.diagnosticScan;
    if (scan === undefined) return [];
    const cutOff = precisionKnowledge.zScore.belowExpectedRange;
    const sites = SKELETAL_SITES.filter((site) => {
      const zScore = scan.entry.sites[site]?.zScore;
      return zScore !== undefined && printedScore(zScore) === cutOff;
    });
    if (sites.length === 0) return [];
    return [
      {
        at: commonPlace(sites.map((site) => `${scan.at}/sites/${site}/zScore`)),
        facts: { scan: scan.entry.id, cutOff, sites },
      },
    ];
  },
});
