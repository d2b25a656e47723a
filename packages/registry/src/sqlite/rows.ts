import type { Selectable } from "kysely";
import type { DerivedSummary } from "../case-summary.ts";
import type { LogEntry, LoggedEntry } from "../store/log-entry.ts";
import type { CaseRow, DocumentRow, DraftRow } from "../store/store-row.ts";
import { distinctTags } from "../store/tags.ts";
import type { Tables } from "./tables.ts";

type Row<T extends keyof Tables> = Selectable<Tables[T]>;

export function logEntry(row: Row<"revision">): LogEntry {
  return {
    sequence: row.sequence,
    document: row.document,
    parent: row.parent,
    kind: row.kind,
    series: row.series,
    case: row.case_id,
    revision: row.revision,
    at: row.at,
    by: row.by,
    whyDigest: row.why_digest,
    contentDigest: row.content_digest,
    hash: row.hash,
  };
}

export function revisionRow(entry: LogEntry): Row<"revision"> {
  return {
    sequence: entry.sequence,
    document: entry.document,
    parent: entry.parent,
    kind: entry.kind,
    series: entry.series,
    case_id: entry.case,
    revision: entry.revision,
    at: entry.at,
    by: entry.by,
    why_digest: entry.whyDigest,
    content_digest: entry.contentDigest,
    hash: entry.hash,
  };
}

type ContentColumns = { readonly salt: string | null; readonly why: string | null; readonly body: string | null };

/** From a left join, which has no salt where the content is gone. */
export function loggedEntry(row: Row<"revision"> & ContentColumns): LoggedEntry {
  const { salt, why, body } = row;
  return { ...logEntry(row), content: salt === null ? undefined : { salt, why, body } };
}

export function documentRow(row: Row<"document">): DocumentRow {
  return {
    key: row.key,
    parent: row.parent,
    id: row.id,
    revision: row.revision,
    sequence: row.sequence,
    contentSequence: row.content_sequence,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    deletedAt: row.deleted_at,
    deletedBy: row.deleted_by,
    deletedWhy: row.deleted_why,
    isPurged: row.is_purged === 1,
  };
}

export function documentColumns(row: DocumentRow): Row<"document"> {
  return {
    key: row.key,
    parent: row.parent,
    id: row.id,
    revision: row.revision,
    sequence: row.sequence,
    content_sequence: row.contentSequence,
    saved_at: row.savedAt,
    saved_by: row.savedBy,
    deleted_at: row.deletedAt,
    deleted_by: row.deletedBy,
    deleted_why: row.deletedWhy,
    is_purged: Number(row.isPurged),
  };
}

export function caseRowOf(row: Row<"case_summary">): CaseRow {
  return {
    key: row.key,
    series: row.series,
    isDeleted: row.is_deleted === 1,
    natural: row.natural,
    search: row.search,
    facets: row.facets,
    tags: tagsIn(row.body),
    ageYears: row.age_years,
    deliveryDay: row.delivery_day,
    diagnosisMonths: row.diagnosis_months,
    lowestZ: row.lowest_z,
    findings: row.findings,
    savedMs: row.saved_ms,
    context: row.context,
    body: row.body,
  };
}

export function caseColumns(row: CaseRow): Row<"case_summary"> {
  return {
    key: row.key,
    series: row.series,
    is_deleted: Number(row.isDeleted),
    natural: row.natural,
    search: row.search,
    facets: row.facets,
    age_years: row.ageYears,
    delivery_day: row.deliveryDay,
    diagnosis_months: row.diagnosisMonths,
    lowest_z: row.lowestZ,
    findings: row.findings,
    saved_ms: row.savedMs,
    context: row.context,
    body: row.body,
  };
}

/** Tags of a woman as her row has them; they stand in its body. */
export function tagsIn(body: string): readonly string[] {
  return distinctTags((JSON.parse(body) as Pick<DerivedSummary, "tags">).tags);
}

export function draftRow(row: Row<"draft">): DraftRow {
  return {
    series: row.series,
    case: row.case_id === "" ? null : row.case_id,
    window: row.window,
    baseRevision: row.base_revision,
    body: row.body,
    at: row.at,
    by: row.by,
  };
}

export function draftColumns(row: DraftRow): Row<"draft"> {
  return {
    series: row.series,
    case_id: row.case ?? "",
    window: row.window,
    base_revision: row.baseRevision,
    body: row.body,
    at: row.at,
    by: row.by,
  };
}
