import type { Terms } from "../../language/terms.ts";
import type { SkeletalSite } from "../../record/scan.ts";

/** A score at one site as a fact. */
export type SiteScore = { readonly site: SkeletalSite; readonly score: number };

/** "lumbar spine (−2.9) and total hip (−2.0)". */
export function saySiteScores(scores: readonly SiteScore[], t: Terms): string {
  return t.list(
    scores.map(({ site, score }) =>
      t.lang === "zh" ? `${t.site(site)}（${t.fixed(score, 1)}）` : `${t.site(site)} (${t.fixed(score, 1)})`,
    ),
  );
}
