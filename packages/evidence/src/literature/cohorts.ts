import type { EvidenceRow } from "./evidence-row.ts";
import type { Exclusion } from "./stratum.ts";

export type OverlapRule = {
  /** Count cohorts that may share women once; default true. */
  readonly countPossibleOnce?: boolean;
};

/**
 * Leaves every woman counted once among rows of one stratum and treatment. A summary of other studies gives way to them; of the
 * values of one arm, and of cohorts that share women, or may, the row with a spread stays, else the one with more women, else the
 * first.
 */
export function withoutSharedWomen(
  rows: readonly EvidenceRow[],
  { countPossibleOnce = true }: OverlapRule = {},
): { readonly kept: readonly EvidenceRow[]; readonly exclusions: readonly Exclusion[] } {
  const exclusions: Exclusion[] = [];
  const primary = rows.filter((row) => {
    const isSummary = row.study.overlaps?.some(({ certainty }) => certainty === "contains") === true;
    if (isSummary) exclusions.push({ row, reason: "summaryOfStudies" });
    return !isSummary;
  });
  const ranked = primary.toSorted((a, b) => rank(b) - rank(a));
  const kept: EvidenceRow[] = [];
  for (const row of ranked) {
    const rival = kept.find((candidate) => shareWomen(candidate, row, countPossibleOnce));
    if (rival === undefined) kept.push(row);
    else exclusions.push({ row, reason: isOneArm(rival, row) ? "armCountedOnce" : "womenCountedElsewhere" });
  }
  return { kept: primary.filter((row) => kept.includes(row)), exclusions };
}

/** A reported spread outweighs any number of women. */
function rank(row: EvidenceRow): number {
  const hasSpread = row.reading?.spread !== undefined;
  return (hasSpread ? 1e7 : 0) + (row.women ?? 0);
}

function isOneArm(a: EvidenceRow, b: EvidenceRow): boolean {
  return a.study.id === b.study.id && a.arm.id === b.arm.id;
}

/** Two values of one arm are the same women, arms of one study are different ones; two studies share women when they say so. */
function shareWomen(a: EvidenceRow, b: EvidenceRow, countPossibleOnce: boolean): boolean {
  if (a.study.id === b.study.id) return isOneArm(a, b);
  if (a.study.cohort === b.study.cohort) return true;
  return [
    ...(a.study.overlaps ?? []).filter(({ cohort }) => cohort === b.study.cohort),
    ...(b.study.overlaps ?? []).filter(({ cohort }) => cohort === a.study.cohort),
  ].some(({ certainty }) => certainty === "same" || (certainty === "possible" && countPossibleOnce));
}
