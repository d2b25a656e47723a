import type { Terms } from "../../language/terms.ts";
import { diagnosedWithin } from "../../literature/diagnosis-time.ts";
import { literatureTotals } from "../../literature/totals.ts";
import { type ClaimOutcome, claimTest } from "../claim-result.ts";

/** Most women of the literature diagnosed inside a window: more than half of them, by the time each study gives. */
export const literatureDiagnosed = claimTest({
  kind: "literatureDiagnosed",
  test: (claim, view) => {
    const studies = view.series.literature ?? [];
    const { women } = literatureTotals(studies);
    const window = { earliest: claim.fromMonths, latest: claim.toMonths };
    const { inside, outside, unknown, studiesOutside } = diagnosedWithin(studies, window);
    return {
      outcome: most(inside, outside, women),
      facts: {
        fromMonths: claim.fromMonths,
        toMonths: claim.toMonths,
        women,
        inside,
        outside,
        unknown,
        studiesOutside: studiesOutside.map(({ id, authors }) => ({ id, authors })),
      },
    };
  },
  sentence: {
    en: ({ facts }, t) =>
      `${facts.inside} of ${facts.women} women were diagnosed from ${monthEn(facts.fromMonths, t)} to ${monthEn(facts.toMonths, t)}, by the time each study gives${facts.studiesOutside.length === 0 ? "" : `; outside it: ${t.list(facts.studiesOutside.map(({ authors }) => authors))}`}${facts.unknown === 0 ? "" : `; not known for ${facts.unknown}`}.`,
    zh: ({ facts }, t) =>
      `按各研究给出的诊断时间，${facts.women} 例中 ${facts.inside} 例于${monthZh(facts.fromMonths, t)}至${monthZh(facts.toMonths, t)}诊断${facts.studiesOutside.length === 0 ? "" : `；不在此范围：${t.list(facts.studiesOutside.map(({ authors }) => authors))}`}${facts.unknown === 0 ? "" : `；${facts.unknown} 例不详`}。`,
  },
});

function most(inside: number, outside: number, women: number): ClaimOutcome {
  if (2 * inside > women) return "supported";
  return women > 0 && 2 * outside >= women ? "notSupported" : "cannotTell";
}

function monthEn(months: number, t: Terms): string {
  if (months === 0) return "delivery";
  return months < 0 ? `${t.months(-months)} months before delivery` : `${t.months(months)} months after delivery`;
}

function monthZh(months: number, t: Terms): string {
  if (months === 0) return "分娩时";
  return months < 0 ? `产前 ${t.months(-months)} 个月` : `产后 ${t.months(months)} 个月`;
}
