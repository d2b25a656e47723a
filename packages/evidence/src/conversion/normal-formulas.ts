import { normalQuantile } from "@materbone/numerics";
import type { MedianSummary } from "./median-summary.ts";

/**
 * Mean of a normal sample by Luo et al.: weights that adapt to the size.
 *
 * @see Luo D, Wan X, Liu J, Tong T (2018) Stat Methods Med Res 27:1785-1805, equations 7, 11 and 15
 */
export function luoMean(summary: MedianSummary): number {
  const { n, median } = summary;
  switch (summary.kind) {
    case "range": {
      const weight = 4 / (4 + n ** 0.75);
      return weight * middle(summary.min, summary.max) + (1 - weight) * median;
    }
    case "quartiles": {
      const weight = 0.7 + 0.39 / n;
      return weight * middle(summary.q1, summary.q3) + (1 - weight) * median;
    }
    case "fiveNumbers": {
      const ofRange = 2.2 / (2.2 + n ** 0.75);
      const ofQuartiles = 0.7 - 0.72 / n ** 0.55;
      return (
        ofRange * middle(summary.min, summary.max) +
        ofQuartiles * middle(summary.q1, summary.q3) +
        (1 - ofRange - ofQuartiles) * median
      );
    }
  }
}

/**
 * Mean by fixed weights.
 *
 * @see Wan X, Wang W, Liu J, Tong T (2014) BMC Med Res Methodol 14:135 (quartiles); Hozo SP et al. (2005) 5:13 (range);
 *   Bland M (2015) Int J Stat Med Res 4:57-64 (five numbers)
 */
export function wanMean(summary: MedianSummary): number {
  const { median } = summary;
  switch (summary.kind) {
    case "range":
      return (summary.min + 2 * median + summary.max) / 4;
    case "quartiles":
      return (summary.q1 + median + summary.q3) / 3;
    case "fiveNumbers":
      return (summary.min + 2 * summary.q1 + 2 * median + 2 * summary.q3 + summary.max) / 8;
  }
}

/**
 * SD of a normal sample by the expected distance of its quantiles.
 *
 * @see Wan X, Wang W, Liu J, Tong T (2014) BMC Med Res Methodol 14:135, equations 9, 13 and 16
 */
export function wanSd(summary: MedianSummary): number {
  switch (summary.kind) {
    case "range":
      return (summary.max - summary.min) / rangeInSds(summary.n);
    case "quartiles":
      return (summary.q3 - summary.q1) / quartilesInSds(summary.n);
    case "fiveNumbers":
      return (
        (summary.max - summary.min) / (2 * rangeInSds(summary.n)) +
        (summary.q3 - summary.q1) / (2 * quartilesInSds(summary.n))
      );
  }
}

/**
 * SD of a normal sample from five numbers, by the weight of range against quartiles that suits the size.
 *
 * @see Shi J, Luo D, Weng H, Zeng XT, Lin L, Chu H, Tong T (2020) Res Synth Methods 11:641-654
 */
export function shiSd(summary: MedianSummary & { readonly kind: "fiveNumbers" }): number {
  const weight = 1 / (1 + 0.07 * summary.n ** 0.6);
  return (
    (weight * (summary.max - summary.min)) / rangeInSds(summary.n) +
    ((1 - weight) * (summary.q3 - summary.q1)) / quartilesInSds(summary.n)
  );
}

/**
 * Mean and SD from the range by inequalities, in steps of the size.
 *
 * @see Hozo SP, Djulbegovic B, Hozo I (2005) BMC Med Res Methodol 5:13
 */
export function hozoMeanAndSd(summary: MedianSummary & { readonly kind: "range" }): { mean: number; sd: number } {
  const { n, min, median, max } = summary;
  const mean = n <= 25 ? (min + 2 * median + max) / 4 : median;
  const width = max - min;
  if (n <= 15) return { mean, sd: Math.sqrt(((min - 2 * median + max) ** 2 / 4 + width ** 2) / 12) };
  return { mean, sd: n <= 70 ? width / 4 : width / 6 };
}

/** Expected range of a normal sample of n, in SDs, by Blom's approximation. */
export function rangeInSds(n: number): number {
  return 2 * normalQuantile((n - 0.375) / (n + 0.25));
}

/** Expected distance of the quartiles of a normal sample of n, in SDs, by Blom's approximation. */
export function quartilesInSds(n: number): number {
  return 2 * normalQuantile((0.75 * n - 0.125) / (n + 0.25));
}

function middle(a: number, b: number): number {
  return (a + b) / 2;
}
