import { describe, expect, it } from "vitest";
import { summaryOf } from "./median-summary.fixture.ts";
import type { MedianSummary } from "./median-summary.ts";
import { hozoMeanAndSd, luoMean, quartilesInSds, rangeInSds, shiSd, wanMean, wanSd } from "./normal-formulas.ts";

function rangeOf(n: number, min: number, median: number, max: number): MedianSummary & { readonly kind: "range" } {
  const summary = summaryOf({ n, min, median, max });
  if (summary.kind !== "range") throw new Error("expected a range");
  return summary;
}

describe("hozoMeanAndSd", () => {
  it("steps from the inequality to a quarter and a sixth of the range, and from mean to median", () => {
    // Values 0, 2, 12: 1/12 ((0 - 4 + 12)² / 4 + 12²) = 160/12.
    expect(hozoMeanAndSd(rangeOf(15, 0, 2, 12)).sd).toBeCloseTo(Math.sqrt(160 / 12), 12);
    expect(hozoMeanAndSd(rangeOf(16, 0, 2, 12)).sd).toBe(3);
    expect(hozoMeanAndSd(rangeOf(70, 0, 2, 12)).sd).toBe(3);
    expect(hozoMeanAndSd(rangeOf(71, 0, 2, 12)).sd).toBe(2);
    expect(hozoMeanAndSd(rangeOf(25, 0, 2, 12)).mean).toBe(4);
    expect(hozoMeanAndSd(rangeOf(26, 0, 2, 12)).mean).toBe(2);
  });
});

describe("formulas for normal samples", () => {
  it("come near the expected range in SDs of the tables", () => {
    // d2 of control charts (range of a normal sample in SDs): 2.326 (n = 5), 3.078 (10), 3.735 (20); Blom is within 1.5%.
    for (const [n, d2] of [
      [5, 2.326],
      [10, 3.078],
      [20, 3.735],
    ]) {
      expect(Math.abs(rangeInSds(n) / d2 - 1)).toBeLessThan(0.015);
    }
    expect(quartilesInSds(1e7)).toBeCloseTo(2 * 0.6744897501960817, 5);
  });

  it("find mean and SD of summaries that lie where a normal sample's are expected", () => {
    for (const n of [5, 30, 500]) {
      const range = rangeInSds(n);
      const quartiles = quartilesInSds(n);
      const five = summaryOf({
        n,
        min: 10 - range,
        q1: 10 - quartiles,
        median: 10,
        q3: 10 + quartiles,
        max: 10 + range,
      });
      if (five.kind !== "fiveNumbers") throw new Error("expected five numbers");
      expect(luoMean(five)).toBeCloseTo(10, 12);
      expect(wanMean(five)).toBeCloseTo(10, 12);
      expect(wanSd(five)).toBeCloseTo(2, 12);
      expect(shiSd(five)).toBeCloseTo(2, 12);
    }
  });
});
