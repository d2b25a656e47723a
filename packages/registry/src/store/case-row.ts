import { type CaseRecord, dayInterval, type SeriesHead } from "@materbone/clinical";
import type { CaseSummary, DerivedSummary } from "../case-summary.ts";
import { isFractured, summaryOf } from "../summary-of.ts";
import { facetsOf } from "./facets.ts";
import { naturalOrder, searchText } from "./folded.ts";
import type { CaseRow, DocumentRow } from "./store-row.ts";
import { distinctTags } from "./tags.ts";

type Deletion = NonNullable<CaseSummary["deleted"]>;

/** Weights that order women by their most serious open findings first. */
const MAJOR_WEIGHT = 1_000_000;
const MINOR_WEIGHT = 1_000;

/** Everything that lists read of one woman. @param context - entry of the head that she is judged with */
export function caseRow(document: DocumentRow, record: CaseRecord, head: SeriesHead, context: number): CaseRow {
  return rowOf(document, summaryOf(record, head), context);
}

/** The row of a woman whose summary, which takes nearly all of the work, is made already. */
export function rowOf(document: DocumentRow, summary: DerivedSummary, context: number): CaseRow {
  const { major, minor, info } = summary.openFindings;
  const [earliest, latest] = summary.deliveredOn ?? [null, null];
  const delivered = earliest ?? latest;
  return {
    key: document.key,
    series: document.parent ?? 0,
    isDeleted: document.deletedAt !== null,
    natural: naturalOrder(document.id),
    search: searchText(document.id, summary.tags),
    facets: facetsOf(summary, isFractured(summary)),
    tags: distinctTags(summary.tags),
    ageYears: summary.ageYears ?? null,
    deliveryDay: delivered === null ? null : dayInterval(delivered).earliest,
    diagnosisMonths: summary.monthsToDiagnosis?.[0] ?? summary.monthsToDiagnosis?.[1] ?? null,
    lowestZ: summary.lowestZ?.zScore ?? null,
    findings: major * MAJOR_WEIGHT + minor * MINOR_WEIGHT + info,
    savedMs: Date.parse(document.savedAt),
    context,
    body: JSON.stringify(summary),
  };
}

/** The summary as lists show it: what is derived, and the state of the document. */
export function caseSummary(
  document: DocumentRow,
  row: Pick<CaseRow, "context" | "body">,
  seriesContext: number,
): CaseSummary {
  return {
    ...(JSON.parse(row.body) as DerivedSummary),
    revision: document.revision,
    savedAt: document.savedAt,
    isStale: row.context < seriesContext,
    ...deletion(document),
  };
}

/** `deleted` of a document that is; nothing of one that is not. */
export function deletion({ deletedAt, deletedBy, deletedWhy }: DocumentRow): { readonly deleted?: Deletion } {
  if (deletedAt === null) return {};
  return { deleted: { at: deletedAt, by: deletedBy ?? "", why: deletedWhy ?? "" } };
}
