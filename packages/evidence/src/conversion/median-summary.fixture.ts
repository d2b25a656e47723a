import { type MedianReport, type MedianSummary, readMedianSummary } from "./median-summary.ts";

/** A report that is known to be complete and in order. */
export function summaryOf(report: MedianReport): MedianSummary {
  const read = readMedianSummary(report);
  if (read.kind !== "summary") throw new Error(read.reason);
  return read.summary;
}
