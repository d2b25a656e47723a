/**
 * A sample by its size, median, and range or quartiles or both; values ascend and are not all equal.
 *
 * The three forms are S1, S2 and S3 of Wan et al. (2014).
 */
export type MedianSummary =
  | {
      readonly kind: "range";
      readonly n: number;
      readonly min: number;
      readonly median: number;
      readonly max: number;
    }
  | {
      readonly kind: "quartiles";
      readonly n: number;
      readonly q1: number;
      readonly median: number;
      readonly q3: number;
    }
  | {
      readonly kind: "fiveNumbers";
      readonly n: number;
      readonly min: number;
      readonly q1: number;
      readonly median: number;
      readonly q3: number;
      readonly max: number;
    };

/** What a paper gives; `undefined` where it gives nothing. */
export type MedianReport = {
  readonly n: number | undefined;
  readonly median: number | undefined;
  readonly min?: number | undefined;
  readonly q1?: number | undefined;
  readonly q3?: number | undefined;
  readonly max?: number | undefined;
};

export type BadSummaryReason =
  /** Neither both ends of the range nor both quartiles, or no median or size. */
  | "incomplete"
  | "notFinite"
  /** Fewer than one person, or not a whole number of them. */
  | "sizeNotWhole"
  /** Not min <= q1 <= median <= q3 <= max. */
  | "notAscending"
  /** All values are equal. */
  | "noSpread";

/** Puts what a paper gives into one of the three forms; one end of the range or one quartile alone is not used. */
export function readMedianSummary(
  report: MedianReport,
):
  | { readonly kind: "summary"; readonly summary: MedianSummary }
  | { readonly kind: "badSummary"; readonly reason: BadSummaryReason } {
  const { n, median, min, q1, q3, max } = report;
  if (n === undefined || median === undefined) return { kind: "badSummary", reason: "incomplete" };
  const hasRange = min !== undefined && max !== undefined;
  const hasQuartiles = q1 !== undefined && q3 !== undefined;
  const summary: MedianSummary | undefined =
    hasRange && hasQuartiles
      ? { kind: "fiveNumbers", n, min, q1, median, q3, max }
      : hasRange
        ? { kind: "range", n, min, median, max }
        : hasQuartiles
          ? { kind: "quartiles", n, q1, median, q3 }
          : undefined;
  if (summary === undefined) return { kind: "badSummary", reason: "incomplete" };
  const reason = badReason(summary);
  return reason === undefined ? { kind: "summary", summary } : { kind: "badSummary", reason };
}

/** Values of a summary in ascending order: three, or five. */
export function quantilesOf(summary: MedianSummary): readonly number[] {
  switch (summary.kind) {
    case "range":
      return [summary.min, summary.median, summary.max];
    case "quartiles":
      return [summary.q1, summary.median, summary.q3];
    case "fiveNumbers":
      return [summary.min, summary.q1, summary.median, summary.q3, summary.max];
  }
}

/** The same summary after an increasing transformation of the values. */
export function mapSummary(summary: MedianSummary, f: (value: number) => number): MedianSummary {
  switch (summary.kind) {
    case "range":
      return { ...summary, min: f(summary.min), median: f(summary.median), max: f(summary.max) };
    case "quartiles":
      return { ...summary, q1: f(summary.q1), median: f(summary.median), q3: f(summary.q3) };
    case "fiveNumbers":
      return {
        ...summary,
        min: f(summary.min),
        q1: f(summary.q1),
        median: f(summary.median),
        q3: f(summary.q3),
        max: f(summary.max),
      };
  }
}

function badReason(summary: MedianSummary): BadSummaryReason | undefined {
  const values = quantilesOf(summary);
  if (!values.every(Number.isFinite) || !Number.isFinite(summary.n)) return "notFinite";
  if (!(summary.n >= 1 && Number.isInteger(summary.n))) return "sizeNotWhole";
  for (let i = 1; i < values.length; i++) if (!(values[i - 1] <= values[i])) return "notAscending";
  return values[0] < values[values.length - 1] ? undefined : "noSpread";
}
