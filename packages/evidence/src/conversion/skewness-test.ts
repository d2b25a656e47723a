import type { MedianSummary } from "./median-summary.ts";

/** Is the sample too skewed to be normal? At 5%. */
export type SkewnessTest =
  | { readonly kind: "tested"; readonly statistic: number; readonly critical: number; readonly isSkewed: boolean }
  /** The approximation of the critical value holds from n = 5 on. */
  | { readonly kind: "notTested"; readonly needed: number };

/**
 * Test of skewness by the asymmetry of range and quartiles around the median, at 5%.
 *
 * @see Shi J, Luo D, Wan X, Liu Y, Liu J, Bian Z, Tong T (2023) Stat Methods Med Res 32:1338-1360
 */
export function skewnessTest(summary: MedianSummary): SkewnessTest {
  const { n } = summary;
  if (!(n >= 5)) return { kind: "notTested", needed: 5 };
  const [statistic, critical] = compare(summary);
  return { kind: "tested", statistic, critical, isSkewed: statistic >= critical };
}

function compare(summary: MedianSummary): readonly [number, number] {
  const { n, median } = summary;
  switch (summary.kind) {
    case "range":
      return [asymmetry(summary.min, median, summary.max), 1 / Math.log(n + 9) + 2.5 / (n + 1)];
    case "quartiles":
      return [asymmetry(summary.q1, median, summary.q3), 2.65 / Math.sqrt(n) - 6 / n ** 2];
    case "fiveNumbers": {
      const ofRange = ((2.65 * Math.log(0.6 * n)) / Math.sqrt(n)) * asymmetry(summary.min, median, summary.max);
      const ofQuartiles = asymmetry(summary.q1, median, summary.q3);
      return [Math.max(ofRange, ofQuartiles), 3 / Math.sqrt(n) - 40 / n ** 3];
    }
  }
}

/** From 0 (symmetric) to 1; 0 for quartiles that coincide. */
function asymmetry(lower: number, median: number, upper: number): number {
  return upper > lower ? Math.abs(lower + upper - 2 * median) / (upper - lower) : 0;
}
