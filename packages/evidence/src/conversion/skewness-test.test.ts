import { describe, expect, it } from "vitest";
import { summaryOf } from "./median-summary.fixture.ts";
import type { MedianSummary } from "./median-summary.ts";
import { referenceNormals } from "./reference-draws.fixture.ts";
import { skewnessTest } from "./skewness-test.ts";

describe("skewnessTest", () => {
  it("finds a symmetric sample not skewed, and is not done below five", () => {
    expect(skewnessTest(summaryOf({ n: 20, min: 1, median: 2, max: 3 }))).toMatchObject({
      statistic: 0,
      isSkewed: false,
    });
    expect(skewnessTest(summaryOf({ n: 4, min: 1, median: 2, max: 3 }))).toEqual({ kind: "notTested", needed: 5 });
  });

  it.each(["range", "quartiles", "fiveNumbers"] as const)("finds about 5%% of normal samples skewed by %s", (kind) => {
    const samples = 3000;
    const n = 41;
    const normals = referenceNormals(samples * n);
    let skewed = 0;
    for (let i = 0; i < samples; i++) {
      const sample = normals.subarray(i * n, (i + 1) * n).toSorted();
      const [min, q1, median, q3, max] = [0, 10, 20, 30, 40].map((rank) => sample[rank]);
      const summary: MedianSummary =
        kind === "range"
          ? { kind, n, min, median, max }
          : kind === "quartiles"
            ? { kind, n, q1, median, q3 }
            : { kind, n, min, q1, median, q3, max };
      const test = skewnessTest(summary);
      if (test.kind === "tested" && test.isSkewed) skewed++;
    }
    // Four standard errors of 5% in 3000 samples are 1.6%.
    expect(Math.abs(skewed / samples - 0.05)).toBeLessThan(0.016);
  });
});
