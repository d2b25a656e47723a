import { printedScore } from "../../densitometry/printed-score.ts";
import { SKELETAL_SITES, type SkeletalSite } from "../../record/scan.ts";
import { claimTest, outcomeForAll } from "../claim-result.ts";
import { namedCase } from "../named-case.ts";

/** The site said to be reduced most in every woman: lowest printed Z-score of the scan the diagnosis rests on; a tie counts. */
export const lowestSite = claimTest({
  kind: "lowestSite",
  test: (claim, view) => {
    const women = view.cases.map((woman) => {
      const sites = woman.diagnosticScan?.entry.sites;
      const scores = SKELETAL_SITES.flatMap((site) => {
        const zScore = sites?.[site]?.zScore;
        return zScore === undefined ? [] : [{ site, zScore: printedScore(zScore) }];
      });
      return { ...namedCase(woman.record), scores, lowest: lowestOf(scores) };
    });
    const comparable = women.filter(
      ({ scores }) => scores.length > 1 && scores.some(({ site }) => site === claim.site),
    );
    const exceptions = comparable.filter(({ lowest }) => !lowest.includes(claim.site));
    return {
      outcome: outcomeForAll(women.length, exceptions.length, women.length - comparable.length),
      facts: {
        site: claim.site,
        women,
        exceptions: exceptions.map(({ case: id, name, lowest }) => ({ case: id, name, lowest })),
      },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      const scores = facts.women.map(
        ({ name, scores }) =>
          `${t.text(name)} ${scores.length === 0 ? "no Z-scores" : t.series(scores.map(({ site, zScore }) => `${t.site(site)} ${t.fixed(zScore, 1)}`))}`,
      );
      return `The ${t.site(facts.site)} is called the most reduced site in all women; baseline Z-scores: ${scores.join("; ")}.`;
    },
    zh: ({ facts }, t) => {
      const scores = facts.women.map(
        ({ name, scores }) =>
          `${t.text(name)} ${scores.length === 0 ? "未记录 Z 值" : t.series(scores.map(({ site, zScore }) => `${t.site(site)} ${t.fixed(zScore, 1)}`))}`,
      );
      return `文中称全部病例以${t.site(facts.site)}减低最为显著；基线 Z 值：${scores.join("；")}。`;
    },
  },
});

function lowestOf(
  scores: readonly { readonly site: SkeletalSite; readonly zScore: number }[],
): readonly SkeletalSite[] {
  const lowest = Math.min(...scores.map(({ zScore }) => zScore));
  return scores.filter(({ zScore }) => zScore === lowest).map(({ site }) => site);
}
