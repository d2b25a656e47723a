import type { LscSource, SeriesView } from "@materbone/clinical";

/** What a report is made from; everything else is computed from it. */
export type ReportInput = {
  readonly series: SeriesView;
  /** The least significant change that judges responses; the report names it wherever it decides. */
  readonly lsc: LscSource;
  /** Month from delivery that the follow-up plan is judged by; absent = the end of each record. */
  readonly asOfMonths?: number | undefined;
  /** Name and version of the program, for the footer. */
  readonly program?: string | undefined;
  /** Date of the report as the caller prints it; the report has no clock. */
  readonly producedOn?: string | undefined;
};
