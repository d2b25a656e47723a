import { localText } from "@materbone/clinical";
import type { Literature, ScreeningReason, ScreeningRecord } from "./literature-record.ts";

export type ReasonCount = { readonly reason: ScreeningReason; readonly reports: number };

/** Numbers of a PRISMA 2020 flow diagram (Page et al. 2021, BMJ 372:n71), counted from the screening log. */
export type ScreeningFlow = {
  readonly identified: readonly { readonly found: ScreeningRecord["found"]; readonly reports: number }[];
  readonly duplicates: number;
  readonly screened: number;
  readonly excludedAtScreening: readonly ReasonCount[];
  readonly sought: number;
  readonly notRetrieved: number;
  readonly assessed: number;
  readonly excludedReports: readonly ReasonCount[];
  readonly includedReports: number;
  readonly includedStudies: number;
  /** Included studies by how they are known. */
  readonly includedByReach: { readonly fullText: number; readonly abstract: number; readonly secondary: number };
};

export function screeningFlow(literature: Literature): ScreeningFlow {
  const { records } = literature.screening;
  const duplicates = records.filter(({ decision }) => decision === "duplicate").length;
  const atScreening = records.filter(({ decision, stage }) => decision === "excluded" && stage === "screening");
  const atReport = records.filter(({ decision, stage }) => decision === "excluded" && stage !== "screening");
  const notRetrieved = records.filter(({ decision }) => decision === "notRetrieved").length;
  const included = records.filter(({ decision }) => decision === "included");
  const screened = records.length - duplicates;
  const sought = screened - atScreening.length;
  const studies = new Set(included.map(({ study, report }) => study ?? localText(report, "en")));
  return {
    identified: countsOf(records.map(({ found }) => found)).map(([found, reports]) => ({ found, reports })),
    duplicates,
    screened,
    excludedAtScreening: reasonsOf(atScreening),
    sought,
    notRetrieved,
    assessed: sought - notRetrieved,
    excludedReports: reasonsOf(atReport),
    includedReports: included.length,
    includedStudies: studies.size,
    includedByReach: {
      fullText: reachedBy(literature, studies, "fullText"),
      abstract: reachedBy(literature, studies, "abstract"),
      secondary: reachedBy(literature, studies, "secondary"),
    },
  };
}

function reachedBy(
  { studies }: Literature,
  included: ReadonlySet<string>,
  reach: Literature["studies"][number]["reached"],
): number {
  return studies.filter(({ id, reached }) => included.has(id) && reached === reach).length;
}

function reasonsOf(records: readonly ScreeningRecord[]): readonly ReasonCount[] {
  return countsOf(records.map(({ reason }) => reason ?? "other")).map(([reason, reports]) => ({ reason, reports }));
}

function countsOf<T>(values: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}
