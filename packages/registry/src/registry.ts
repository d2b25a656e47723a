import type { CaseRecord, Series, SeriesHead } from "@materbone/clinical";
import type { Act } from "./act.ts";
import type { CasePage, CaseQuery, SeriesSummary } from "./case-summary.ts";
import type { DocumentRef, LiteratureDocument, Saved, Stored } from "./document.ts";
import type { Draft } from "./draft.ts";
import type { RevisionPage, Verification } from "./revision.ts";

type SeriesRef = Extract<DocumentRef, { kind: "series" }>;
type CaseRef = Extract<DocumentRef, { kind: "case" }>;
type LiteratureRef = Extract<DocumentRef, { kind: "literature" }>;

/** What long work reports: done so far, of how many. */
export type Progress = (done: number, total: number) => void;

/**
 * Where series are kept. Every save appends one revision and updates what lists read, in one transaction, and resolves only
 * when it is on the disk. Values given to it are valid (`readCase`, `readSeriesHead`); it checks what spans documents.
 *
 * All methods reject with the errors of `registry-error.ts` and with nothing else that a caller could mend.
 */
export type Registry = {
  readonly listSeries: (options?: { readonly isDeleted?: boolean }) => Promise<readonly SeriesSummary[]>;
  /** A deleted document is returned with `deleted` set. @throws DocumentNotFoundError */
  readonly readHead: (series: string) => Promise<Stored<SeriesHead>>;
  /** @throws DocumentNotFoundError */
  readonly readCase: (ref: CaseRef) => Promise<Stored<CaseRecord>>;
  /** Records in the order of `ids`, or all that are not deleted in the order of the series. @throws DocumentNotFoundError */
  readonly readCases: (series: string, ids?: readonly string[]) => Promise<readonly Stored<CaseRecord>[]>;
  readonly listCases: (series: string, query: CaseQuery) => Promise<CasePage>;
  /** Tags in use in a series with their counts, most used first. */
  readonly listTags: (series: string) => Promise<readonly { readonly tag: string; readonly cases: number }[]>;

  /** Writes the head and every woman of a new series, all or nothing. @throws DocumentExistsError, BrokenReferenceError */
  readonly createSeries: (series: Series, act: Act) => Promise<Saved>;
  /** @throws DocumentExistsError, BrokenReferenceError */
  readonly createCase: (series: string, record: CaseRecord, act: Act) => Promise<Saved>;
  /**
   * The id inside the value may differ from the one addressed: that renames the series.
   * @throws StaleRevisionError, DocumentNotFoundError, DocumentStateError, DocumentExistsError, BrokenReferenceError
   */
  readonly saveHead: (series: string, head: SeriesHead, fromRevision: number, act: Act) => Promise<Saved>;
  /** As `saveHead`; another id renames the woman and the claims and reviews that name her must follow first. */
  readonly saveCase: (ref: CaseRef, record: CaseRecord, fromRevision: number, act: Act) => Promise<Saved>;
  /** The registry's own literature, with `deleted` set when it was given up; `undefined` when none was saved or it was purged. */
  readonly readLiterature: () => Promise<Stored<LiteratureDocument> | undefined>;
  /**
   * Saves the literature as a whole. One that was given up is begun anew from the revision that gave it up.
   *
   * @param fromRevision - 0 when there is none
   * @throws StaleRevisionError
   */
  readonly saveLiterature: (literature: LiteratureDocument, fromRevision: number, act: Act) => Promise<Saved>;
  /**
   * Makes an earlier revision the current content, as a new revision of kind `undone`; with the id that it had then. Of the
   * literature also when it was given up.
   */
  readonly undo: (
    ref: DocumentRef,
    toRevision: number,
    fromRevision: number,
    act: Act,
  ) => Promise<Saved & { readonly id: string }>;
  /**
   * Hides the document; `act.why` is required. Deleting a series hides its women with it. Claims and reviews of the head that
   * name a deleted woman stay there, and hold again when she is restored.
   */
  readonly remove: (ref: DocumentRef, fromRevision: number, act: Act & { readonly why: string }) => Promise<Saved>;
  readonly restore: (ref: DocumentRef, act: Act) => Promise<Saved>;
  /**
   * Erases the content of every revision of a deleted document, of its drafts, and for a series of all its women, and
   * compacts the file so that nothing of it is left there. Claims and reviews that name a purged woman are taken out of the
   * head, as a revision of it; earlier revisions of the head keep them. The log keeps that it existed and who purged it, and verifies.
   * @throws DocumentStateError when the head of a deleted series names the woman: the series is restored first, or purged
   * @throws StoreError `notOverwritten` when it is erased and the file could not be compacted; the next start does that
   */
  readonly purge: (ref: DocumentRef, act: Act & { readonly why: string }) => Promise<void>;

  /** Revisions of one document, or of everything when absent, newest first; none of a literature that was never saved. */
  readonly history: (
    ref: DocumentRef | undefined,
    page: { readonly offset: number; readonly limit: number },
  ) => Promise<RevisionPage>;
  /** Content of one revision; `undefined` once purged. */
  readonly readRevision: (
    ref: DocumentRef,
    revision: number,
  ) => Promise<SeriesHead | CaseRecord | LiteratureDocument | undefined>;

  /**
   * Replaces the draft of that window on that document.
   * @throws DocumentNotFoundError when it was purged; a literature may be begun again, from revision 0
   */
  readonly saveDraft: (draft: Draft) => Promise<void>;
  /** Drafts of one document, or all, newest first. */
  readonly drafts: (ref?: DocumentRef) => Promise<readonly Draft[]>;
  readonly discardDraft: (ref: DocumentRef, window: string) => Promise<void>;

  readonly readSettings: () => Promise<Settings>;
  readonly saveSettings: (settings: Settings) => Promise<void>;

  /** Walks the whole chain and compares the projections with the revisions. `signal` stops it. */
  readonly verify: (options?: { readonly progress?: Progress; readonly signal?: AbortSignal }) => Promise<Verification>;
  /** Makes what lists read anew from the revisions. */
  readonly rebuild: (options?: { readonly progress?: Progress; readonly signal?: AbortSignal }) => Promise<void>;
  /** Recounts up to `most` women whose series changed; how many are left. Called between requests. */
  readonly refreshStale: (most: number) => Promise<number>;
  /** Women whose counts are older than their series. */
  readonly countStale: () => Promise<number>;
  /** A consistent copy into a new file while others read and write. @throws StoreError when the file exists */
  readonly backup: (file: string, options?: { readonly progress?: Progress }) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Choices of this installation. */
export type Settings = {
  /** Who works here; stands in every revision. */
  readonly author: string;
};

export type { CaseRef, LiteratureRef, SeriesRef };
