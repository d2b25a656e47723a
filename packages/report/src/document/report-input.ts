import type { LscSource, SeriesView } from "@materbone/clinical";
import type { TestedBenchmark } from "@materbone/evidence";

/** What a report is made from; everything else is computed from it. */
export type ReportInput = {
  readonly series: SeriesView;
  /** The least significant change that judges responses; the report names it wherever it decides. */
  readonly lsc: LscSource;
  /** The change that is expected without a drug; every change is set beside it. */
  readonly benchmark: TestedBenchmark;
  /** Month from delivery that the follow-up plan is judged by; absent = the end of each record. */
  readonly asOfMonths?: number | undefined;
  /** Name and version of the program, for the footer. */
  readonly program?: string | undefined;
  /** Date of the report as the caller prints it; the report has no clock. */
  readonly producedOn?: string | undefined;
};
