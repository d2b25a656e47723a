import type { DocumentRef, Stored } from "../document.ts";
import type { CaseRef, SeriesRef } from "../registry.ts";
import {
  DocumentExistsError,
  DocumentNotFoundError,
  DocumentStateError,
  StaleRevisionError,
} from "../registry-error.ts";
import { deletion } from "../store/case-row.ts";
import type { StoreReader } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";

/** A document with the series it stands in, which for a head is itself. */
export type Located = { readonly series: DocumentRow; readonly document: DocumentRow };

export function seriesRef(series: string): SeriesRef {
  return { kind: "series", series };
}

/** @throws DocumentNotFoundError */
export async function findSeries(reader: StoreReader, id: string): Promise<DocumentRow> {
  const series = await reader.findSeries(id);
  if (series === undefined) throw new DocumentNotFoundError(seriesRef(id));
  return series;
}

/** @throws DocumentNotFoundError */
export async function locate(reader: StoreReader, ref: DocumentRef): Promise<Located> {
  const series = await findSeries(reader, ref.series);
  if (ref.kind === "series") return { series, document: series };
  const document = await reader.findCase(series.key, ref.case);
  if (document === undefined) throw new DocumentNotFoundError(ref);
  return { series, document };
}

/** The document of that id, or the one that had it last; its log can be read although it is purged. */
export async function locateEver(reader: StoreReader, ref: DocumentRef): Promise<DocumentRow> {
  const series = (await reader.findSeries(ref.series)) ?? (await reader.findPurged(null, ref.series));
  if (series === undefined) throw new DocumentNotFoundError(ref);
  if (ref.kind === "series") return series;
  const document = (await reader.findCase(series.key, ref.case)) ?? (await reader.findPurged(series.key, ref.case));
  if (document === undefined) throw new DocumentNotFoundError(ref);
  return document;
}

/** @throws DocumentNotFoundError, DocumentStateError when it or its series is deleted, StaleRevisionError */
export async function locateToChange(reader: StoreReader, ref: DocumentRef, fromRevision: number): Promise<Located> {
  const located = await locate(reader, ref);
  refuseDeleted(located, ref);
  const { revision } = located.document;
  if (revision !== fromRevision) throw new StaleRevisionError(ref, fromRevision, revision);
  return located;
}

/** @throws DocumentStateError */
export function refuseDeleted({ series, document }: Located, ref: DocumentRef): void {
  if (series.deletedAt !== null) throw new DocumentStateError(seriesRef(ref.series), true);
  if (document.deletedAt !== null) throw new DocumentStateError(ref, true);
}

/** @throws DocumentStateError when it is not deleted */
export function refuseUndeleted({ document }: Located, ref: DocumentRef): void {
  if (document.deletedAt === null) throw new DocumentStateError(ref, false);
}

/** @throws DocumentNotFoundError when the document was purged and nobody has its id now: nothing of it may come back */
export async function refusePurged(reader: StoreReader, ref: DocumentRef): Promise<void> {
  const series = await reader.findSeries(ref.series);
  const isThere =
    series !== undefined && (ref.kind === "series" || (await reader.findCase(series.key, ref.case)) !== undefined);
  if (isThere) return;
  const purged =
    series !== undefined && ref.kind === "case"
      ? await reader.findPurged(series.key, ref.case)
      : await reader.findPurged(null, ref.series);
  if (purged !== undefined) throw new DocumentNotFoundError(ref);
}

/** @throws DocumentExistsError when the id belongs to a document, deleted or not */
export async function refuseTaken(
  reader: StoreReader,
  ref: DocumentRef,
  series: DocumentRow | undefined,
): Promise<void> {
  const taken =
    ref.kind === "series"
      ? await reader.findSeries(ref.series)
      : series === undefined
        ? undefined
        : await reader.findCase(series.key, ref.case);
  if (taken !== undefined) throw new DocumentExistsError(ref, taken.deletedAt !== null);
}

export function caseRef(series: string, id: string): CaseRef {
  return { kind: "case", series, case: id };
}

/** A document as callers see it; a woman of a deleted series is deleted with it. */
export function stored<T>(body: string, document: DocumentRow, series: DocumentRow): Stored<T> {
  return {
    value: JSON.parse(body) as T,
    revision: document.revision,
    savedAt: document.savedAt,
    savedBy: document.savedBy,
    ...deletion(document.deletedAt === null ? series : document),
  };
}
