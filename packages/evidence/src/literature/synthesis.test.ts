import { describe, expect, it } from "vitest";
import { womenSdAt } from "./between-women-sd.ts";
import { evidenceRows } from "./evidence-row.ts";
import { gainOverTime } from "./gain-over-time.ts";
import type { Arm, Literature, Outcome, Reading } from "./literature-record.ts";
import { shippedLiterature } from "./shipped-literature.ts";
import { DEFAULT_CHOICES, synthesise, type TreatmentPool } from "./synthesis.ts";

const document = shippedLiterature.documents[0]?.id ?? "";

/** A change of the spine of `value` percent after `months`. */
function change(months: number, value: number, reading: Partial<Reading> = {}): Outcome {
  return {
    id: `${months}`,
    site: "lumbarSpine",
    metric: "percentChange",
    months,
    readings: [{ value, statistic: "mean", document, checked: "2026-11-26", ...reading }],
  };
}

/** A literature of studies, each with one arm on a bisphosphonate. */
function literature(arms: readonly { readonly women: number; readonly outcomes: Outcome[] }[]): Literature {
  return {
    ...shippedLiterature,
    studies: arms.map(({ women, outcomes }, position) => {
      const arm: Arm = { id: "bp", treatment: "bisphosphonate", women, regimens: [], outcomes };
      const id = `study-${position}`;
      return {
        id,
        label: id,
        design: "caseSeries",
        documents: [document],
        reached: "abstract",
        population: { kind: "plo" },
        cohort: id,
        arms: [arm],
      };
    }),
  };
}

function poolOf(of: Literature): TreatmentPool {
  const pool = synthesise(of).strata[0]?.pools[0];
  if (pool === undefined) throw new TypeError("no pool");
  return pool;
}

describe("a pooled effect", () => {
  it("counts the women of an arm once, where two of its times fall into one window", () => {
    const pool = poolOf(literature([{ women: 5, outcomes: [change(10, 5), change(14, 9)] }]));
    expect(pool.rows).toMatchObject([{ women: 5, yi: 5, vi: 49 / 5 }]);
    expect(pool.exclusions.map(({ row, reason }) => [row.key, reason])).toEqual([["study-0/bp/14", "armCountedOnce"]]);
  });

  it("has no prediction interval from two studies, and one from three", () => {
    const arm = (value: number) => ({ women: 4, outcomes: [change(12, value)] });
    const two = poolOf(literature([arm(5), arm(9)])).withSingles;
    const three = poolOf(literature([arm(5), arm(9), arm(10)])).withSingles;
    expect(two).toMatchObject({ kind: "pooled", women: 8, prediction: { reason: "fewerThanThreeStudies" } });
    expect(three).toMatchObject({ kind: "pooled", women: 12, prediction: { kind: "interval" } });
  });

  it.each([
    ["an interval without breadth", { kind: "ci95", lower: 5, upper: 5 }],
    ["an SD of next to nothing", { kind: "sd", value: 1e-300 }],
    ["an SD beyond all numbers", { kind: "sd", value: 1e300 }],
  ] as const)("takes the SD of other women for %s", (_what, spread) => {
    const arm = (value: number) => ({ women: 4, outcomes: [change(12, value, { spread })] });
    const pool = poolOf(literature([arm(5), arm(9)]));
    expect(pool.rows.map(({ vi, sd }) => [vi, sd.kind])).toEqual([
      [49 / 4, "assumed"],
      [49 / 4, "assumed"],
    ]);
  });
});

describe("SD between women", () => {
  it("is that of the four arms of Hong 2018 and Lampropoulou-Adamidou 2021 at the spine, by their degrees of freedom", () => {
    const sd = womenSdAt("lumbarSpine", evidenceRows(shippedLiterature), { kind: "pooled" });
    expect(sd).toMatchObject({ kind: "pooled", degreesOfFreedom: 55, arms: 4 });
    expect(sd.points).toBeCloseTo(Math.sqrt((26 * 6.6 ** 2 + 4 * 7.1 ** 2 + 18 * 11.9 ** 2 + 7 * 4.8 ** 2) / 55), 12);
  });

  it("takes an arm with two times once, at the time with most women, the first of equals", () => {
    const spread = (value: number) => ({ spread: { kind: "sd" as const, value } });
    const arms = [
      { women: 11, outcomes: [change(6, 5, spread(4)), change(12, 8, spread(6))] },
      { women: 6, outcomes: [change(12, 8, spread(8))] },
    ];
    const sd = womenSdAt("lumbarSpine", evidenceRows(literature(arms)), { kind: "pooled" });
    expect(sd).toMatchObject({ degreesOfFreedom: 15, arms: 2 });
    expect(sd.points).toBeCloseTo(Math.sqrt((10 * 16 + 5 * 64) / 15), 12);
  });
});

describe("gain over time", () => {
  it("lets a last value that cannot be pooled not push out the one before it", () => {
    const arms = [6, 12, 18, 24].map((months) => ({ women: 4, outcomes: [change(months, months)] }));
    const median = { women: 4, outcomes: [change(12, 9), change(36, 12, { statistic: "median" })] };
    const gain = gainOverTime(
      synthesise(literature([...arms, median]), DEFAULT_CHOICES),
      "lumbarSpine",
      "bisphosphonate",
    );
    if (gain.kind !== "fitted") throw new TypeError(gain.reason);
    expect(gain.rows.map(({ months }) => months)).toEqual([6, 12, 12, 18, 24]);
  });
});
