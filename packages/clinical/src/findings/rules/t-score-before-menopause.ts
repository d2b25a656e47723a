import { isPremenopausal } from "../../record/person.ts";
import { type Scan, SKELETAL_SITES } from "../../record/scan.ts";
import { caseRule } from "../rule.ts";
import { recalled } from "./cited.ts";
import { commonPlace } from "./place.ts";

type TScoreFacts = {
  readonly ageYears: number | null;
  /** Scans with a T-score value. */
  readonly withValue: readonly string[];
  /** Scans whose report was classed by T-score. */
  readonly classedByReport: readonly string[];
};

/** Before menopause the Z-score describes bone density; a T-score is asked about and never turned into a Z-score. */
export const tScoreBeforeMenopause = caseRule<TScoreFacts>({
  id: "t-score-before-menopause",
  severity: "major",
  reads: ["person.menopause", "scans[].sites[].tScore", "scans[].report.basis"],
  source: recalled(
    "ISCD Official Positions, Adult (2023), BMD reporting in females prior to menopause",
    "Z-scores, not T-scores, are preferred; source paper l.101-105 quotes an outside T-score",
  ),
  title: {
    en: "Was a premenopausal woman classed by T-score?",
    zh: "是否用 T 值评价了绝经前女性？",
  },
  message: {
    en: ({ ageYears, withValue, classedByReport }, t) =>
      `${classedByReport.length > 0 ? "A report classes bone density by T-score" : `${t.count(withValue.length, "A scan carries", "Scans carry")} T-scores`} in a premenopausal woman${ageYears === null ? "" : ` aged ${ageYears}`}. The Z-score is meant here; no Z-score can be worked out from a T-score.`,
    zh: ({ ageYears, classedByReport }) =>
      `绝经前女性${ageYears === null ? "" : `（${ageYears} 岁）`}${classedByReport.length > 0 ? "的骨密度报告按 T 值分类" : "的骨密度以 T 值表示"}。此时应使用 Z 值，且 T 值不能换算为 Z 值。`,
  },
  find: (view) => {
    const scans = view.record.scans;
    if (scans === undefined || !isPremenopausal(view.record.person ?? {})) return [];
    const withValue: string[] = [];
    const classedByReport: string[] = [];
    const places: string[] = [];
    for (const [position, scan] of scans.entries()) {
      const inScan = tScorePlaces(scan, `/scans/${position}`);
      if (inScan.length > 0) withValue.push(scan.id);
      places.push(...inScan);
      if (scan.report?.basis === "tScore") {
        classedByReport.push(scan.id);
        places.push(`/scans/${position}/report`);
      }
    }
    if (places.length === 0) return [];
    const ageYears = view.record.person?.ageYears ?? null;
    return [{ at: commonPlace(places), facts: { ageYears, withValue, classedByReport } }];
  },
});

function tScorePlaces(scan: Scan, at: string): readonly string[] {
  return SKELETAL_SITES.filter((site) => scan.sites[site]?.tScore !== undefined).map(
    (site) => `${at}/sites/${site}/tScore`,
  );
}
