import type { EvidenceRow } from "./evidence-row.ts";
import { restsOnOthers } from "./rests-on-others.ts";
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
    const isSummary = restsOnOthers(row.study);
    if (isSummary) exclusions.push({ row, reason: "summaryOfStudies" });
    return !isSummary;
  });
  const ranked = primary.toSorted((a, b) => rank(b) - rank(a));
  const counted = countedRows(countPossibleOnce);
  for (const row of ranked) {
    const rival = counted.rivalOf(row);
    if (rival === undefined) counted.add(row);
    else exclusions.push({ row, reason: isOneArm(rival, row) ? "armCountedOnce" : "womenCountedElsewhere" });
  }
  return { kept: primary.filter(counted.has), exclusions };
}

/** A reported spread outweighs any number of women. */
function rank(row: EvidenceRow): number {
  const hasSpread = row.reading?.spread !== undefined;
  return (hasSpread ? 1e7 : 0) + (row.women ?? 0);
}

function isOneArm(a: EvidenceRow, b: EvidenceRow): boolean {
  return a.study.id === b.study.id && a.arm.id === b.arm.id;
}

/** The first row of a group, and the first of another study than that one's: among them stands the first of any other study. */
type Firsts = { readonly place: number; readonly studyId: string; other: number | undefined };

/** Rows whose women are counted, with the ways to find one that shares women with another row, each without a search. */
type CountedRows = {
  readonly has: (row: EvidenceRow) => boolean;
  readonly add: (row: EvidenceRow) => void;
  /** The earliest row that shares women, or may. */
  readonly rivalOf: (row: EvidenceRow) => EvidenceRow | undefined;
};

/** Two values of one arm are the same women, arms of one study are different ones; two studies share women when they say so. */
function countedRows(countPossibleOnce: boolean): CountedRows {
  const counted: EvidenceRow[] = [];
  const all = new Set<EvidenceRow>();
  const byArm = new Map<string, number>();
  const byCohort = new Map<string, Firsts>();
  const byNamedCohort = new Map<string, Firsts>();
  const namedBy = ({ study }: EvidenceRow): readonly string[] =>
    (study.overlaps ?? [])
      .filter(({ certainty }) => certainty === "same" || (certainty === "possible" && countPossibleOnce))
      .map(({ cohort }) => cohort);
  return {
    has: (row) => all.has(row),
    add: (row) => {
      const place = counted.push(row) - 1;
      all.add(row);
      const arm = armKey(row);
      if (!byArm.has(arm)) byArm.set(arm, place);
      note(byCohort, row.study.cohort, row, place);
      for (const cohort of namedBy(row)) note(byNamedCohort, cohort, row, place);
    },
    rivalOf: (row) => {
      const { id, cohort } = row.study;
      const places = [
        byArm.get(armKey(row)),
        ofAnotherStudy(byNamedCohort, cohort, id),
        ...[cohort, ...namedBy(row)].map((named) => ofAnotherStudy(byCohort, named, id)),
      ];
      const found = places.filter((place) => place !== undefined);
      return found.length === 0 ? undefined : counted[Math.min(...found)];
    },
  };
}

function armKey({ study, arm }: EvidenceRow): string {
  return JSON.stringify([study.id, arm.id]);
}

function note(groups: Map<string, Firsts>, cohort: string, { study }: EvidenceRow, place: number): void {
  const firsts = groups.get(cohort);
  if (firsts === undefined) groups.set(cohort, { place, studyId: study.id, other: undefined });
  else if (firsts.studyId !== study.id) firsts.other ??= place;
}

function ofAnotherStudy(groups: ReadonlyMap<string, Firsts>, cohort: string, studyId: string): number | undefined {
  const firsts = groups.get(cohort);
  return firsts?.studyId === studyId ? firsts.other : firsts?.place;
}
