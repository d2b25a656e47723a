import {
  type CaseRecord,
  type Divergence,
  divergences,
  type Problem,
  readCase,
  readSeriesHead,
  type SeriesHead,
  valueAt,
  withValueAt,
} from "@materbone/clinical";
import type { Draft, Saved, Stored } from "@materbone/registry";
import { ApiProblem, casePath, request, seriesPath } from "../api/request.ts";
import * as work from "./record-editor.ts";
import { windowId } from "./window-id.ts";

/** How the work stands towards the disk. */
export type SaveStatus<T extends object = CaseRecord> =
  | { readonly kind: "saved" }
  /** Changed; the draft is on its way to the disk or, with `keptAt`, there. */
  | { readonly kind: "draft"; readonly keptAt: string | undefined }
  | { readonly kind: "saving" }
  /** Someone saved in between; each place is decided, then saved again. */
  | { readonly kind: "conflict"; readonly conflict: Conflict<T> }
  | { readonly kind: "refused"; readonly problem: ApiProblem };

export type Conflict<T extends object = CaseRecord> = {
  readonly theirs: T;
  readonly revision: number;
  readonly savedAt: string | undefined;
  readonly savedBy: string | undefined;
  readonly divergences: readonly Divergence[];
};

/** What a draft keeps of the work. */
export type DraftBody<T extends object = CaseRecord> = Pick<work.RecordEditor<T>, "record" | "pending" | "saved">;

export type EditorSnapshot<T extends object = CaseRecord> = {
  readonly editor: work.RecordEditor<T>;
  readonly status: SaveStatus<T>;
  readonly savedAt: string;
  /** Empty after a save of this window, whose author needs no naming. */
  readonly savedBy: string;
  /** Unsaved work of other windows on the same woman. */
  readonly otherDrafts: readonly Draft[];
};

export type EditorStore<T extends object = CaseRecord> = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => EditorSnapshot<T>;
  readonly edit: (change: work.Edit) => void;
  readonly leavePending: (at: string, waiting: work.PendingText) => void;
  readonly dropPending: (at: string) => void;
  /** @returns what stands in the way; empty when it was done */
  readonly editAll: (edits: readonly work.Edit[], at?: string) => readonly Problem[];
  /** Takes an entry out of a list. @returns what stands in the way; empty when it was done */
  readonly removeEntry: (at: string) => readonly Problem[];
  readonly settle: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly save: (why?: string) => Promise<void>;
  /** Back to what was saved; the work stays in the undo steps. */
  readonly revert: () => void;
  /** Goes on with the work of another window, which loses its draft. */
  readonly takeOver: (draft: Draft) => void;
  readonly discardDraft: (draft: Draft) => Promise<void>;
  /** Decides every place that both changed. @returns what stands in the way; empty when it was done */
  readonly merge: (mineAt: ReadonlySet<string>) => readonly Problem[];
  /** Starts to keep drafts; returns the stop. */
  readonly start: () => () => void;
};

/** Long enough to join the letters of a word, short enough that a closed lid loses nothing. */
const DRAFT_DELAY_MS = 300;

type StoreOptions<T extends object> = {
  readonly stored: Stored<T>;
  readonly drafts: readonly Draft[];
  readonly onSaved: (record: T, saved: Saved) => void;
};

/** The work on one woman, kept as a draft on the server while it goes on. */
export function createEditorStore(options: StoreOptions<CaseRecord> & { readonly series: string }): EditorStore {
  const { series, ...rest } = options;
  return createDocumentStore(rest, { read: readCase, pathOf: (record) => casePath(series, record.id) });
}

/** The work on the head of a series, kept in the same way. */
export function createHeadStore(options: StoreOptions<SeriesHead>): EditorStore<SeriesHead> {
  return createDocumentStore(options, { read: readSeriesHead, pathOf: (head) => seriesPath(head.id) });
}

/** What tells one kind of document from another. */
type DocumentKind<T extends object> = {
  readonly read: work.Reader<T>;
  /** Path of a document at the server; a save under another id moves it. */
  readonly pathOf: (record: T) => string;
};

function createDocumentStore<T extends object>(
  options: StoreOptions<T>,
  { read, pathOf }: DocumentKind<T>,
): EditorStore<T> {
  const { stored, onSaved } = options;
  let path = pathOf(stored.value);
  const own = options.drafts.find((draft) => draft.window === windowId());
  const continued = own === undefined ? undefined : resumed(own, read);
  let snapshot: EditorSnapshot<T> = {
    editor: continued ?? work.openDocument(stored.value, stored.revision, read),
    status: own === undefined || continued === undefined ? { kind: "saved" } : { kind: "draft", keptAt: own.at },
    savedAt: stored.savedAt,
    savedBy: stored.savedBy,
    otherDrafts: options.drafts.filter((draft) => draft.window !== windowId()),
  };
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  let isSaving = false;
  /** The work that the server holds; what differs from it goes once more when the page does. */
  let kept = snapshot.editor;

  const show = (change: Partial<EditorSnapshot<T>>): void => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const draftPath = (): string => `${path}/drafts/${windowId()}`;

  const apply = (editor: work.RecordEditor<T>): void => {
    if (editor === snapshot.editor) return;
    const status: SaveStatus<T> =
      snapshot.status.kind === "conflict"
        ? { kind: "conflict", conflict: conflictOf(snapshot.status.conflict, editor) }
        : work.isChanged(editor)
          ? { kind: "draft", keptAt: undefined }
          : { kind: "saved" };
    show({ editor, status });
    clearTimeout(timer);
    timer = setTimeout(keepDraft, DRAFT_DELAY_MS);
  };

  // One at a time and in order, so that an older draft never lands on a newer one.
  const keepDraft = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { editor } = snapshot;
    writing = writing.then(async () => {
      try {
        if (!work.isChanged(editor)) {
          await request(draftPath(), { method: "DELETE" });
          kept = editor;
          return;
        }
        await request(draftPath(), { method: "PUT", body: draftOf(editor) });
        kept = editor;
        if (isSameWork(snapshot.editor, editor) && snapshot.status.kind === "draft") {
          show({ status: { kind: "draft", keptAt: new Date().toISOString() } });
        }
      } catch (error) {
        if (error instanceof ApiProblem && isSameWork(snapshot.editor, editor) && snapshot.status.kind === "draft") {
          show({ status: { kind: "refused", problem: error } });
        }
      }
    });
  };

  // A draft that waits behind another one would not be sent any more: whatever the server does not hold yet goes now.
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (isSameWork(snapshot.editor, kept) || !work.isChanged(snapshot.editor)) return;
    void request(draftPath(), { method: "PUT", body: draftOf(snapshot.editor), keepalive: true }).catch(
      () => undefined,
    );
  };

  const save = async (why?: string): Promise<void> => {
    const { editor } = snapshot;
    // What is typed during a save takes its status away, but a second save would be held for someone else's.
    if (isSaving || snapshot.status.kind === "conflict") return;
    if (!work.isChanged(editor) || Object.keys(editor.pending).length > 0) return;
    isSaving = true;
    clearTimeout(timer);
    timer = undefined;
    show({ status: { kind: "saving" } });
    await writing;
    const { record } = editor;
    try {
      const saved = await request<Saved>(path, { method: "PUT", body: record, fromRevision: editor.revision, why });
      const now = work.settle(work.markSaved(snapshot.editor, record, saved.revision));
      const hasMore = work.isChanged(now);
      path = pathOf(record);
      show({
        editor: now,
        savedAt: saved.savedAt,
        savedBy: "",
        status: hasMore ? { kind: "draft", keptAt: undefined } : { kind: "saved" },
      });
      isSaving = false;
      // The page that a new id leads to reads the draft anew: it has to be gone, or newer, by then.
      keepDraft();
      await writing;
      onSaved(record, saved);
    } catch (error) {
      isSaving = false;
      if (!(error instanceof ApiProblem)) throw error;
      show({ status: refusal(error, read, snapshot.editor) });
      keepDraft();
    }
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    edit: (change) => apply(work.edit(snapshot.editor, change)),
    leavePending: (at, waiting) => apply(work.leavePending(snapshot.editor, at, waiting)),
    dropPending: (at) => apply(work.dropPending(snapshot.editor, at)),
    editAll: (edits, at) => {
      const { editor, problems } = work.editAll(snapshot.editor, edits, at);
      apply(editor);
      return problems;
    },
    removeEntry: (at) => {
      const { editor, problems } = work.removeEntry(snapshot.editor, at);
      apply(editor);
      return problems;
    },
    settle: () => {
      const editor = work.settle(snapshot.editor);
      if (editor !== snapshot.editor) show({ editor });
    },
    undo: () => apply(work.undo(snapshot.editor)),
    redo: () => apply(work.redo(snapshot.editor)),
    save,
    revert: () => apply(work.revertToSaved(snapshot.editor)),
    takeOver: (draft) => {
      const taken = resumed(draft, read);
      if (taken === undefined || isSaving) return;
      show({
        otherDrafts: snapshot.otherDrafts.filter((other) => other.window !== draft.window),
        status: { kind: "saved" },
      });
      apply(work.takenOver(snapshot.editor, taken));
      keepDraft();
      // Theirs goes only when this window holds it.
      writing = writing.then(async () => {
        if (!isSameWork(kept, taken)) return;
        await request(`${path}/drafts/${draft.window}`, { method: "DELETE" }).catch(() => undefined);
      });
    },
    discardDraft: async (draft) => {
      await request(`${path}/drafts/${draft.window}`, { method: "DELETE" });
      show({ otherDrafts: snapshot.otherDrafts.filter((other) => other.window !== draft.window) });
    },
    merge: (mineAt) => {
      if (snapshot.status.kind !== "conflict") return [];
      const { theirs, revision, divergences } = snapshot.status.conflict;
      const merged = read(mergedRecord(theirs, divergences, mineAt));
      if (merged.kind === "refused") return merged.problems;
      const editor = work.rebased(snapshot.editor, theirs, revision, merged.value);
      show({ status: { kind: "saved" } });
      apply(editor);
      return [];
    },
    start: () => {
      // The browser asks before it closes on work that the server could not be given.
      const hold = (event: BeforeUnloadEvent): void => {
        const isKept = isSameWork(snapshot.editor, kept) || !work.isChanged(snapshot.editor);
        if (snapshot.status.kind === "refused" && !isKept) event.preventDefault();
      };
      addEventListener("pagehide", flush);
      addEventListener("beforeunload", hold);
      return () => {
        removeEventListener("pagehide", flush);
        removeEventListener("beforeunload", hold);
        if (timer !== undefined) keepDraft();
      };
    },
  };
}

/** Their version with every place taken over that only this window changed, or that both did and `mineAt` names. */
function mergedRecord(theirs: object, divergences: readonly Divergence[], mineAt: ReadonlySet<string>): unknown {
  let merged: unknown = theirs;
  for (const { at, mine, by } of divergences) {
    if (by === "me" || (by === "both" && mineAt.has(at))) merged = withValueAt(merged, at, mine);
  }
  return merged;
}

function refusal<T extends object>(
  problem: ApiProblem,
  read: work.Reader<T>,
  editor: work.RecordEditor<T>,
): SaveStatus<T> {
  const { record, current, savedAt, savedBy } = problem.details;
  const theirs = problem.kind === "stale-revision" ? read(record) : undefined;
  if (theirs?.kind !== "read" || current === undefined) return { kind: "refused", problem };
  return {
    kind: "conflict",
    conflict: conflictOf({ theirs: theirs.value, revision: current, savedAt, savedBy }, editor),
  };
}

/** Where their version and the work differ now: what is typed before the merge belongs to it. */
function conflictOf<T extends object>(
  { theirs, revision, savedAt, savedBy }: Omit<Conflict<T>, "divergences">,
  editor: work.RecordEditor<T>,
): Conflict<T> {
  return { theirs, revision, savedAt, savedBy, divergences: divergences(editor.saved, editor.record, theirs) };
}

/** Leaving a field makes another editor of the same work. */
function isSameWork<T extends object>(a: work.RecordEditor<T>, b: work.RecordEditor<T>): boolean {
  return a.record === b.record && a.pending === b.pending;
}

function draftOf<T extends object>({
  record,
  pending,
  saved,
  revision,
}: work.RecordEditor<T>): {
  readonly baseRevision: number;
  readonly body: DraftBody<T>;
} {
  return { baseRevision: revision, body: { record, pending, saved } };
}

/**
 * The work of a draft, from the revision it started from, so that a save still notices what came in between; `undefined`
 * where the draft cannot be read.
 */
function resumed<T extends object>(draft: Draft, read: work.Reader<T>): work.RecordEditor<T> | undefined {
  const record = read(valueAt(draft.body, "/record"));
  const saved = read(valueAt(draft.body, "/saved"));
  if (record.kind !== "read" || saved.kind !== "read") return undefined;
  const pending = (valueAt(draft.body, "/pending") ?? {}) as work.RecordEditor["pending"];
  return { ...work.openDocument(saved.value, draft.baseRevision, read), record: record.value, pending };
}
