/** State of one document, derived from the log. Women, series and the literature stand in one table. */
export type DocumentRow = {
  readonly key: number;
  /** Key of the series of a woman; `null` for other documents. */
  readonly parent: number | null;
  readonly id: string;
  readonly revision: number;
  /** Entry of the log that made the current state. */
  readonly sequence: number;
  /** Entry that holds the current content. */
  readonly contentSequence: number;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly deletedAt: string | null;
  readonly deletedBy: string | null;
  readonly deletedWhy: string | null;
  readonly isPurged: boolean;
};

/** Numbers that women are ordered by; `null` comes last in either direction. */
export type OrderValues = {
  readonly ageYears: number | null;
  readonly deliveryDay: number | null;
  readonly diagnosisMonths: number | null;
  readonly lowestZ: number | null;
  readonly findings: number;
  /** Milliseconds of the last save. */
  readonly savedMs: number;
};

/** What lists and searches read of one woman. */
export type CaseRow = OrderValues & {
  readonly key: number;
  readonly series: number;
  readonly isDeleted: boolean;
  /** The id with its digits weighed as numbers, so that case-2 comes before case-10. */
  readonly natural: string;
  /** Folded id and tags, each between line ends. */
  readonly search: string;
  /** Yes-or-no answers as bits; see `facets.ts`. */
  readonly facets: number;
  readonly tags: readonly string[];
  /** Entry of the head that the counts were made with; before the context of the series when they are stale, 0 when other rules made them. */
  readonly context: number;
  /** `DerivedSummary` as JSON. */
  readonly body: string;
};

/** What the start page reads of one series. */
export type SeriesRow = {
  readonly key: number;
  /** Entry of the head since which nothing that counts depend on has changed. */
  readonly context: number;
  /** Title and origin as JSON. */
  readonly body: string;
};

export type DraftRow = {
  readonly series: string;
  /** `null` for the head. */
  readonly case: string | null;
  readonly window: string;
  readonly baseRevision: number;
  readonly body: string;
  readonly at: string;
  readonly by: string;
};
