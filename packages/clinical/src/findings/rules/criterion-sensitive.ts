import { precisionKnowledge } from "../../densitometry/precision-knowledge.ts";
import { printedScore } from "../../densitometry/printed-score.ts";
import { SKELETAL_SITES } from "../../record/scan.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type SiteScore, saySiteScores } from "./site-score.ts";

type CriterionSensitiveFacts = {
  readonly scan: string;
  readonly cutOff: number;
  readonly met: readonly SiteScore[];
  readonly notMet: readonly SiteScore[];
};

/** One site that meets the cut-off is enough for the any-site reading, one that fails enough against the all-sites reading. */
export const criterionSensitive = caseRule<CriterionSensitiveFacts>({
  id: "criterion-sensitive",
  severity: "major",
  reads: ["scans[].sites[].zScore", "person.menopause"],
  source: sourcePaper(
    "l.284-285",
    "the sentence lists three sites and does not say whether any or all must meet the cut-off",
  ),
  title: {
    en: "Does the density criterion depend on reading it as any site or all sites?",
    zh: "骨密度标准按“任一部位”与“全部部位”理解时，结论是否不同？",
  },
  message: {
    en: ({ met, notMet, cutOff }, t) =>
      `Z ≤ ${t.fixed(cutOff, 1)} at ${saySiteScores(met, t)}, not at ${saySiteScores(notMet, t)}: the density criterion is met if any site counts and not met if all sites must.`,
    zh: ({ met, notMet, cutOff }, t) =>
      `${saySiteScores(met, t)}的 Z 值 ≤ ${t.fixed(cutOff, 1)}，${saySiteScores(notMet, t)}未达到：按“任一部位”符合骨密度标准，按“全部部位”则不符合。`,
  },
  find: (view) => {
    // Z-scores class women before menopause only.
    if (view.record.person?.menopause === "post") return [];
    const scan = view.diagnosticScan;
    if (scan === undefined) return [];
    const cutOff = precisionKnowledge.zScore.belowExpectedRange;
    const met: SiteScore[] = [];
    const notMet: SiteScore[] = [];
    for (const site of SKELETAL_SITES) {
      const zScore = scan.entry.sites[site]?.zScore;
      if (zScore === undefined) continue;
      const score = printedScore(zScore);
      (score <= cutOff ? met : notMet).push({ site, score });
    }
    if (met.length === 0 || notMet.length === 0) return [];
    return [{ at: `${scan.at}/sites`, facts: { scan: scan.entry.id, cutOff, met, notMet } }];
  },
});
