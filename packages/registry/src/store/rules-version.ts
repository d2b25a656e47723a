/**
 * Version of the rules that `caseRow` counts by. Raised whenever a woman's row would come out differently, so that a
 * registry which was counted by other rules is counted anew. `rules-version.test.ts` holds it to what is counted.
 */
export const RULES_VERSION = 1;

/** Setting that says which rules counted the rows of a registry. */
export const RULES_SETTING = "rulesVersion";

/** Stands as the context of a row that other rules counted: older than every head, so it is stale until recounted. */
export const OTHER_RULES = 0;
