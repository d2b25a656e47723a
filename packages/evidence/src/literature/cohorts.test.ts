import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutSharedWomen } from "./cohorts.ts";
import { type EvidenceRow, evidenceRows } from "./evidence-row.ts";
import { shippedLiterature } from "./shipped-literature.ts";

const [model] = evidenceRows(shippedLiterature).filter(({ reading }) => reading !== undefined);

type Overlap = { readonly cohort: string; readonly certainty: "same" | "possible" | "none" };
type Draw = {
  readonly study: number;
  readonly arm: number;
  readonly women: number;
};
type StudyDraw = { readonly cohort: string; readonly overlaps: readonly Overlap[] };

/** A row of an invented study. */
function rowOf({ study, arm, women }: Draw, { cohort, overlaps }: StudyDraw): EvidenceRow {
  const named = overlaps.flatMap(({ cohort: other, certainty }) =>
    certainty === "none" ? [] : [{ cohort: other, certainty, source: "invented" }],
  );
  return {
    ...model,
    women,
    study: { ...model.study, id: `s${study}`, cohort, overlaps: named as unknown as EvidenceRow["study"]["overlaps"] },
    arm: { ...model.arm, id: `a${arm}` },
  } as EvidenceRow;
}

/** The rule as it is said, row against row. */
function shareWomen(a: EvidenceRow, b: EvidenceRow, possibleToo: boolean): boolean {
  if (a.study.id === b.study.id) return a.arm.id === b.arm.id;
  if (a.study.cohort === b.study.cohort) return true;
  const says = (one: EvidenceRow, other: EvidenceRow): boolean =>
    (one.study.overlaps ?? []).some(
      ({ cohort, certainty }) =>
        cohort === other.study.cohort && (certainty === "same" || (possibleToo && certainty === "possible")),
    );
  return says(a, b) || says(b, a);
}

const overlap = fc.record({
  cohort: fc.constantFrom("c0", "c1", "c2", "c3", "c4"),
  certainty: fc.constantFrom("same", "possible", "none"),
});
const studies = fc.array(
  fc.record({ cohort: fc.constantFrom("c0", "c1", "c2", "c3", "c4"), overlaps: fc.array(overlap, { maxLength: 3 }) }),
  { minLength: 6, maxLength: 6 },
);
const draws = fc.array(
  fc.record({ study: fc.nat({ max: 5 }), arm: fc.nat({ max: 2 }), women: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 25 },
);

describe("withoutSharedWomen", () => {
  it("keeps and leaves out what the rule says, row against row", () => {
    fc.assert(
      fc.property(studies, draws, fc.boolean(), (drawnStudies, drawn, countPossibleOnce) => {
        const rows = drawn.map((one) => rowOf(one, drawnStudies[one.study]));
        const kept: EvidenceRow[] = [];
        const reasons = new Map<EvidenceRow, string>();
        for (const row of rows.toSorted((a, b) => (b.women ?? 0) - (a.women ?? 0))) {
          const rival = kept.find((one) => shareWomen(one, row, countPossibleOnce));
          if (rival === undefined) kept.push(row);
          else {
            const isOneArm = rival.study.id === row.study.id && rival.arm.id === row.arm.id;
            reasons.set(row, isOneArm ? "armCountedOnce" : "womenCountedElsewhere");
          }
        }
        const found = withoutSharedWomen(rows, { countPossibleOnce });
        expect(found.kept).toEqual(rows.filter((row) => kept.includes(row)));
        expect(new Map(found.exclusions.map(({ row, reason }) => [row, reason]))).toEqual(reasons);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps one of every two studies that share a cohort, of 20 000", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) =>
      rowOf({ study: i, arm: 0, women: 1 + (i % 50) }, { cohort: `c${Math.floor(i / 2)}`, overlaps: [] }),
    );
    const { kept, exclusions } = withoutSharedWomen(rows);
    expect([kept.length, exclusions.length]).toEqual([10_000, 10_000]);
  });
});
