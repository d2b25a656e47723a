import type { DocumentRef, Stored } from "../document.ts";
import type { CaseRef, LiteratureRef, SeriesRef } from "../registry.ts";
import {
  DocumentExistsError,
  DocumentNotFoundError,
  DocumentStateError,
  StaleRevisionError,
} from "../registry-error.ts";
import { deletion } from "../store/case-row.ts";
import { LITERATURE_ID } from "../store/literature-id.ts";
import type { StoreReader } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";

/** A document with the series it stands in, which for a head and for the literature is itself. */
export type Located = { readonly series: DocumentRow; readonly document: DocumentRow };

export function seriesRef(series: string): SeriesRef {
  return { kind: "series", series };
}

export const LITERATURE: LiteratureRef = { kind: "literature" };

/** Ids under which the store keeps a document, and its drafts. */
export function idsOf(ref: DocumentRef): { readonly series: string; readonly case: string | null } {
  if (ref.kind === "literature") return { series: LITERATURE_ID, case: null };
  return { series: ref.series, case: ref.kind === "case" ? ref.case : null };
}

/** Is this row, or this entry with the id of its series, of the literature? */
export function isLiterature({ parent, id }: Pick<DocumentRow, "parent" | "id">): boolean {
  return parent === null && id === LITERATURE_ID;
}

/** @throws DocumentNotFoundError */
export async function findSeries(reader: StoreReader, id: string): Promise<DocumentRow> {
  const series = await findOuter(reader, seriesRef(id));
  if (series === undefined) throw new DocumentNotFoundError(seriesRef(id));
  return series;
}

/** The literature, also when it was given up; `undefined` when there is none. */
export function findLiterature(reader: StoreReader): Promise<DocumentRow | undefined> {
  return findOuter(reader, LITERATURE);
}

/** The document that stands by itself on the way to another: the series, or the literature. */
async function findOuter(reader: StoreReader, ref: DocumentRef): Promise<DocumentRow | undefined> {
  return isMisnamed(ref) ? undefined : reader.findSeries(idsOf(ref).series);
}

async function findOuterPurged(reader: StoreReader, ref: DocumentRef): Promise<DocumentRow | undefined> {
  return isMisnamed(ref) ? undefined : reader.findPurged(null, idsOf(ref).series);
}

/** Nobody reaches the literature by calling it a series. */
function isMisnamed(ref: DocumentRef): boolean {
  return ref.kind !== "literature" && ref.series === LITERATURE_ID;
}

/** @throws DocumentNotFoundError */
export async function locate(reader: StoreReader, ref: DocumentRef): Promise<Located> {
  const series = await findOuter(reader, ref);
  if (series === undefined) throw new DocumentNotFoundError(ref.kind === "case" ? seriesRef(ref.series) : ref);
  if (ref.kind !== "case") return { series, document: series };
  const document = await reader.findCase(series.key, ref.case);
  if (document === undefined) throw new DocumentNotFoundError(ref);
  return { series, document };
}

/** The document of that id, or the one that had it last; its log can be read although it is purged. */
export async function findEver(reader: StoreReader, ref: DocumentRef): Promise<DocumentRow | undefined> {
  const series = (await findOuter(reader, ref)) ?? (await findOuterPurged(reader, ref));
  if (series === undefined || ref.kind !== "case") return series;
  return (await reader.findCase(series.key, ref.case)) ?? (await reader.findPurged(series.key, ref.case));
}

/** As `findEver`. @throws DocumentNotFoundError */
export async function locateEver(reader: StoreReader, ref: DocumentRef): Promise<DocumentRow> {
  const document = await findEver(reader, ref);
  if (document === undefined) throw new DocumentNotFoundError(ref);
  return document;
}

/** @throws DocumentNotFoundError, StaleRevisionError */
export async function locateAtRevision(reader: StoreReader, ref: DocumentRef, fromRevision: number): Promise<Located> {
  const located = await locate(reader, ref);
  refuseStale(located.document, ref, fromRevision);
  return located;
}

/** @throws DocumentNotFoundError, DocumentStateError when it or its series is deleted, StaleRevisionError */
export async function locateToChange(reader: StoreReader, ref: DocumentRef, fromRevision: number): Promise<Located> {
  const located = await locate(reader, ref);
  refuseDeleted(located, ref);
  refuseStale(located.document, ref, fromRevision);
  return located;
}

/** @param document - `undefined` when there is none, which is revision 0 @throws StaleRevisionError */
export function refuseStale(document: DocumentRow | undefined, ref: DocumentRef, fromRevision: number): void {
  const revision = document?.revision ?? 0;
  if (revision !== fromRevision) throw new StaleRevisionError(ref, fromRevision, revision);
}

/** @throws DocumentStateError */
export function refuseDeleted({ series, document }: Located, ref: DocumentRef): void {
  if (series.deletedAt !== null && ref.kind === "case") throw new DocumentStateError(seriesRef(ref.series), true);
  if (document.deletedAt !== null) throw new DocumentStateError(ref, true);
}

/** @throws DocumentStateError when it is not deleted */
export function refuseUndeleted({ document }: Located, ref: DocumentRef): void {
  if (document.deletedAt === null) throw new DocumentStateError(ref, false);
}

/** @throws DocumentNotFoundError when the document was purged and nobody has its id now: nothing of it may come back */
export async function refusePurged(reader: StoreReader, ref: DocumentRef): Promise<void> {
  const series = await findOuter(reader, ref);
  const isThere =
    series !== undefined && (ref.kind !== "case" || (await reader.findCase(series.key, ref.case)) !== undefined);
  if (isThere) return;
  const purged =
    series !== undefined && ref.kind === "case"
      ? await reader.findPurged(series.key, ref.case)
      : await findOuterPurged(reader, ref);
  if (purged !== undefined) throw new DocumentNotFoundError(ref);
}

/** @throws DocumentExistsError when the id belongs to a document, deleted or not */
export async function refuseTaken(
  reader: StoreReader,
  ref: SeriesRef | CaseRef,
  series: DocumentRow | undefined,
): Promise<void> {
  if (ref.kind === "series" && isMisnamed(ref)) throw new RangeError(`not the id of a series: ${ref.series}`);
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
