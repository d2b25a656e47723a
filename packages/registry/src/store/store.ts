import type { Progress } from "../registry.ts";
import type { CaseSelection } from "./case-selection.ts";
import type { LogContent, LogEntry, LoggedEntry } from "./log-entry.ts";
import type { CaseRow, DocumentRow, DraftRow, SeriesRow } from "./store-row.ts";

/** What a list prints of a woman. */
export type ListedCase = { readonly document: DocumentRow; readonly row: Pick<CaseRow, "context" | "body"> };
/** A document with its content. */
export type DocumentWithBody = { readonly document: DocumentRow; readonly body: string };

/** What the registry asks of a place to keep things in. One implementation in memory, one in SQLite; no rule lives here. */
export type StoreReader = {
  readonly lastEntry: () => Promise<LogEntry | undefined>;
  /** Entries of the log after a sequence, oldest first. */
  readonly entriesAfter: (sequence: number, most: number) => Promise<readonly LoggedEntry[]>;
  /** Entries of one document, or of all, newest first. */
  readonly entriesOf: (document: number | undefined, offset: number, limit: number) => Promise<readonly LoggedEntry[]>;
  readonly countEntries: (document: number | undefined) => Promise<number>;
  /** The latest entry of a document at or before a revision that had content of its own. */
  readonly contentEntry: (document: number, revision: number) => Promise<LoggedEntry | undefined>;
  readonly hasRevision: (document: number, revision: number) => Promise<boolean>;
  readonly bodyAt: (sequence: number) => Promise<string | undefined>;

  /** The document that has the id now; deleted ones have it, purged ones do not. The literature is found as a series is. */
  readonly findSeries: (id: string) => Promise<DocumentRow | undefined>;
  readonly findCase: (series: number, id: string) => Promise<DocumentRow | undefined>;
  /** The document that had the id last before it was purged. */
  readonly findPurged: (parent: number | null, id: string) => Promise<DocumentRow | undefined>;
  readonly documentOf: (key: number) => Promise<DocumentRow | undefined>;
  readonly lastKey: () => Promise<number>;
  /** Documents in the order of their keys, purged ones too. */
  readonly documentsAfter: (key: number, most: number) => Promise<readonly DocumentRow[]>;
  readonly countDocuments: () => Promise<number>;
  /** Documents that stand in no other: series, and the literature. */
  readonly listSeries: (isDeleted: boolean) => Promise<readonly DocumentRow[]>;
  /** Women of a series in its order that are not purged, after a key. */
  readonly casesAfter: (
    series: number,
    options: {
      readonly key: number;
      readonly most: number;
      readonly isDeleted?: boolean;
      readonly containing?: string;
    },
  ) => Promise<readonly DocumentWithBody[]>;

  readonly countCases: (series: number) => Promise<number>;
  readonly lastSavedAt: (series: number) => Promise<string | undefined>;
  readonly seriesRow: (key: number) => Promise<SeriesRow | undefined>;
  readonly caseRow: (key: number) => Promise<CaseRow | undefined>;
  readonly listCases: (
    selection: CaseSelection,
  ) => Promise<{ readonly total: number; readonly cases: readonly ListedCase[] }>;
  readonly listTags: (series: number) => Promise<readonly { readonly tag: string; readonly cases: number }[]>;
  /** Women whose counts were made with an older head; deleted ones too. */
  readonly staleCases: (most: number) => Promise<readonly DocumentWithBody[]>;
  readonly countStale: () => Promise<number>;

  /** In no order. */
  readonly drafts: (of?: Pick<DraftRow, "series" | "case">) => Promise<readonly DraftRow[]>;
  readonly setting: (name: string) => Promise<string | undefined>;
};

export type StoreWriter = StoreReader & {
  readonly append: (entry: LogEntry, content: LogContent) => Promise<void>;
  readonly putDocument: (row: DocumentRow) => Promise<void>;
  readonly putSeriesRow: (row: SeriesRow) => Promise<void>;
  readonly putCaseRow: (row: CaseRow) => Promise<void>;
  /** `putCaseRow` of a woman who has no row, without looking for one. */
  readonly addCaseRow: (row: CaseRow) => Promise<void>;
  /** Erases what a purge of this document, whose entry is already in the log, has to erase. */
  readonly erase: (document: number) => Promise<void>;
  /** Takes away everything that is derived from the log. */
  readonly clearDerived: () => Promise<void>;
  readonly putDraft: (row: DraftRow) => Promise<void>;
  /** `window` absent: of every window; `case` absent: of the series and of every woman in it. */
  readonly dropDrafts: (of: {
    readonly series: string;
    readonly case?: string | null;
    readonly window?: string;
  }) => Promise<void>;
  /** Drafts follow a document to its new id. */
  readonly moveDrafts: (from: Moved, to: Moved) => Promise<void>;
  readonly putSetting: (name: string, body: string) => Promise<void>;
};

/** `case` absent: the series itself, and its women with it. */
export type Moved = { readonly series: string; readonly case?: string };

export type Store = {
  /** One consistent state for everything that `work` reads. */
  readonly read: <T>(work: (reader: StoreReader) => Promise<T>) => Promise<T>;
  /** One transaction, alone from its beginning; all of it or, when `work` rejects, nothing. */
  readonly write: <T>(work: (writer: StoreWriter) => Promise<T>) => Promise<T>;
  /** @throws StoreError when what is erased now could not be overwritten, because another program is reading */
  readonly canCompact: () => Promise<void>;
  /** Leaves nothing on the disk of what was erased. */
  readonly compact: () => Promise<void>;
  /** What the engine itself finds wrong with its file; empty when sound. */
  readonly inspect: () => Promise<readonly string[]>;
  readonly copyTo: (file: string, progress: Progress | undefined) => Promise<void>;
  readonly close: () => Promise<void>;
};
