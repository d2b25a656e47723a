import type { Literature, Synthesis } from "@materbone/evidence";

/** How much stands behind the page. */
export type LiteratureCounts = {
  readonly studies: number;
  readonly documents: number;
  readonly outcomes: number;
  /** Outcomes about which documents disagree. */
  readonly conflicts: number;
  /** Outcomes in a pooled effect of two studies or more. */
  readonly pooled: number;
  readonly searchedOn: string;
  readonly version: string;
};

export function literatureCounts(literature: Literature, { rows, strata }: Synthesis): LiteratureCounts {
  const pooled = strata
    .flatMap(({ pools }) => pools)
    .filter(({ withSingles }) => withSingles.kind === "pooled")
    .flatMap((pool) => pool.rows.flatMap(({ members }) => members));
  return {
    studies: literature.studies.length,
    documents: literature.documents.length,
    outcomes: rows.length,
    conflicts: rows.filter(({ hasConflict }) => hasConflict).length,
    pooled: pooled.length,
    searchedOn: literature.screening.searchedOn,
    version: literature.version,
  };
}
