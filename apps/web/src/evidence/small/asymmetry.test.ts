import { createTerms, say } from "@materbone/clinical";
import { type Literature, shippedLiterature, synthesise, type TreatmentPool } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { asymmetryOf } from "./asymmetry.ts";
import { sayTested } from "./small-words.ts";

const study = firstStudy();

/** Studies of one stratum with these women and changes. */
function pooled(women: readonly number[], change: (position: number) => number): TreatmentPool {
  const literature: Literature = {
    ...shippedLiterature,
    studies: women.map((count, position) => ({
      ...study,
      id: `s${position}`,
      cohort: `s${position}`,
      overlaps: [],
      arms: [
        {
          id: "bp",
          treatment: "bisphosphonate",
          women: count,
          regimens: [],
          outcomes: [
            {
              id: "x",
              site: "lumbarSpine",
              metric: "percentChange",
              months: 12,
              readings: [
                {
                  value: change(position),
                  statistic: "mean",
                  document: "zhang-table-3",
                  checked: "2026-11-22",
                },
              ],
            },
          ],
        },
      ],
    })),
  };
  const pool = synthesise(literature).strata[0]?.pools[0];
  if (pool === undefined) throw new TypeError("nothing pooled");
  return pool;
}

const TEN = [4, 6, 8, 10, 12, 15, 20, 30, 40, 60];

describe("tests of asymmetry", () => {
  it("are asked from ten studies on", () => {
    expect(asymmetryOf(pooled(TEN.slice(1), (at) => at))).toEqual({ kind: "tooFew", studies: 9, fewest: 10 });
    expect(asymmetryOf(pooled(TEN, (at) => at)).kind).toBe("tested");
  });

  it("are not asked where every study has the same standard error", () => {
    expect(
      asymmetryOf(
        pooled(
          TEN.map(() => 10),
          (at) => at,
        ),
      ).kind,
    ).toBe("alike");
  });

  it("see that small studies gain more, and say it in both languages", () => {
    const found = asymmetryOf(pooled(TEN, (at) => 10 + 60 / (TEN[at] ?? 1) + (at % 2)));
    if (found.kind !== "tested") throw new TypeError(found.kind);
    expect(found.egger.slope).toBeGreaterThan(0);
    expect(found.egger.p).toBeLessThan(0.05);
    for (const lang of ["zh", "en"] as const) expect(say(sayTested, found, createTerms(lang))).not.toContain("NaN");
  });
});

function firstStudy(): Literature["studies"][number] {
  const [first] = shippedLiterature.studies;
  if (first === undefined) throw new TypeError("no study");
  return first;
}
