import { type CaseRecord, type Problem, readCase, readSeriesHead, type SeriesHead } from "@materbone/clinical";
import type { Saved, Stored } from "@materbone/registry";
import { ApiProblem, casePath, request, seriesPath } from "../api/request.ts";
import { byPlace, type Comparison } from "./comparison.ts";
import { type Conflict, conflictIn, conflictOf, versionsOf } from "./conflict-of.ts";
import { createDraftKeeper, isSameWork } from "./draft-keeper.ts";
import { type KeptDraft, resumed, sortedDrafts } from "./drafts.ts";
import * as work from "./record-editor.ts";

/** How the work stands towards the disk. */
export type SaveStatus<T extends object = CaseRecord> =
  | { readonly kind: "saved" }
  /** Nothing to save, and not what was saved last: `newest` is another revision. */
  | { readonly kind: "behind"; readonly newest: number }
  /** Changed; the draft is on its way to the disk or, with `keptAt`, there. */
  | { readonly kind: "draft"; readonly keptAt: string | undefined }
  /** Changed, and the server did not take the draft; it is offered again every few seconds. */
  | { readonly kind: "unkept"; readonly problem: ApiProblem }
  | { readonly kind: "saving" }
  /** Someone saved in between; each place is decided, then saved again. */
  | { readonly kind: "conflict"; readonly conflict: Conflict<T> }
  | { readonly kind: "refused"; readonly problem: ApiProblem };

export type EditorSnapshot<T extends object = CaseRecord> = {
  readonly editor: work.RecordEditor<T>;
  readonly status: SaveStatus<T>;
  /** Empty while nothing was saved: work may begin with what ships. */
  readonly savedAt: string;
  /** Empty after a save of this window, whose author needs no naming. */
  readonly savedBy: string;
  /** Unsaved work of other windows on the same document. */
  readonly otherDrafts: readonly KeptDraft[];
  /** Unsaved work, of this window or others, that cannot be read any more. */
  readonly unreadableDrafts: readonly KeptDraft[];
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
  /** Back to what was saved last, by whomever; the work stays in the undo steps. */
  readonly revert: () => void;
  /** Begins anew from what another act of this window made the current content. */
  readonly renew: (stored: Stored<T>) => void;
  /** Goes on with the work of another window, which loses its draft. */
  readonly takeOver: (draft: KeptDraft) => void;
  readonly discardDraft: (draft: KeptDraft) => Promise<void>;
  /** Decides every place that both changed. @returns what stands in the way; empty when it was done */
  readonly merge: (mineAt: ReadonlySet<string>) => readonly Problem[];
  /** Starts to keep drafts; returns the stop. */
  readonly start: () => () => void;
  /** Gives the server at once what still waits for the hand to rest. */
  readonly offer: () => void;
  /** Does the server hold the work as it is? */
  readonly isKept: () => boolean;
  /** Is there anything that a save would write, or that cannot be saved yet? */
  readonly isChanged: () => boolean;
};

export type StoreOptions<T extends object> = {
  readonly stored: Stored<T>;
  readonly drafts: readonly KeptDraft[];
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
export type DocumentKind<T extends object> = {
  readonly read: work.Reader<T>;
  /** Path of a document at the server; a save under another id moves it. */
  readonly pathOf: (record: T) => string;
  /** How versions of it are merged; by their places when left out. */
  readonly comparison?: Comparison;
};

/** The work on a document of any kind. */
export function createDocumentStore<T extends object>(
  { stored, drafts, onSaved }: StoreOptions<T>,
  { read, pathOf, comparison = byPlace }: DocumentKind<T>,
): EditorStore<T> {
  let path = pathOf(stored.value);
  const { window, own, others, unreadable } = sortedDrafts(drafts, read);
  const continued = own === undefined ? undefined : resumed(own, read);
  /** What was saved last, as far as this window knows. */
  let newest: Newest<T> = { saved: stored.value, revision: stored.revision };
  let snapshot: EditorSnapshot<T> = {
    editor: continued ?? work.openDocument(stored.value, stored.revision, read),
    status: own === undefined ? { kind: "saved" } : { kind: "draft", keptAt: own.at },
    savedAt: stored.savedAt,
    savedBy: stored.savedBy,
    otherDrafts: others,
    unreadableDrafts: unreadable,
  };
  const listeners = new Set<() => void>();
  let isSaving = false;

  const show = (change: Partial<EditorSnapshot<T>>): void => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const learn = (known: Newest<T>): void => {
    if (known.revision > newest.revision) newest = known;
  };

  const keeper = createDraftKeeper<T>({
    path: () => `${path}/drafts/${window}`,
    work: () => snapshot.editor,
    onKept: (editor) => {
      const { status } = snapshot;
      const isOpen = status.kind === "draft" || status.kind === "unkept" || isAwayRefusal(status);
      if (!isSameWork(snapshot.editor, editor) || !isOpen) return show({});
      // A server that is back takes the word away that it does not answer.
      show({
        status: work.isChanged(editor) ? { kind: "draft", keptAt: new Date().toISOString() } : { kind: "saved" },
      });
    },
    onRefused: (editor, problem) => {
      const { status } = snapshot;
      if (!isSameWork(snapshot.editor, editor)) return;
      if (status.kind === "draft") show({ status: { kind: "unkept", problem } });
      // What stands in the way may have become another thing: the server is back and knows this page no more.
      else if ((status.kind === "unkept" || isAwayRefusal(status)) && status.problem.kind !== problem.kind)
        show({ status: { kind: status.kind, problem } });
    },
  });

  const statusOf = (editor: work.RecordEditor<T>): SaveStatus<T> => {
    const { status } = snapshot;
    if (status.kind === "conflict")
      return { kind: "conflict", conflict: conflictOf(status.conflict, editor, comparison) };
    if (work.isChanged(editor)) return status.kind === "unkept" ? status : { kind: "draft", keptAt: undefined };
    return editor.revision === newest.revision ? { kind: "saved" } : { kind: "behind", newest: newest.revision };
  };

  const apply = (editor: work.RecordEditor<T>): void => {
    if (editor === snapshot.editor) return;
    show({ editor, status: statusOf(editor) });
    keeper.soon();
  };

  /** Their version is the ground from here on, and the question that it raised is answered. */
  const agreed = ({ savedAt = snapshot.savedAt, savedBy = "" }: Conflict<T>): void =>
    show({ savedAt, savedBy, status: { kind: "saved" } });

  const save = async (why?: string): Promise<void> => {
    const { editor } = snapshot;
    // What is typed during a save takes its status away, but a second save would be held for someone else's.
    if (isSaving || snapshot.status.kind === "conflict") return;
    if (!work.isChanged(editor) || Object.keys(editor.pending).length > 0) return;
    isSaving = true;
    keeper.pause();
    show({ status: { kind: "saving" } });
    await keeper.written();
    const { record, revision: from } = editor;
    try {
      const saved = await request<Saved>(path, { method: "PUT", body: record, fromRevision: from, why });
      learn({ saved: record, revision: saved.revision });
      path = pathOf(record);
      const now = work.settle(work.markSaved(snapshot.editor, record, saved.revision, from));
      show({ editor: now, savedAt: saved.savedAt, savedBy: "", status: statusOf(now) });
      isSaving = false;
      // The page that a new id leads to reads the draft anew: it has to be gone, or newer, by then.
      keeper.now();
      await keeper.written();
      onSaved(record, saved);
    } catch (error) {
      isSaving = false;
      if (!(error instanceof ApiProblem)) throw error;
      const conflict = conflictIn(error, snapshot.editor, comparison);
      if (conflict !== undefined) learn({ saved: conflict.theirs, revision: conflict.revision });
      show({ status: conflict === undefined ? { kind: "refused", problem: error } : { kind: "conflict", conflict } });
      keeper.now();
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
    revert: () => {
      if (snapshot.status.kind === "conflict") agreed(snapshot.status.conflict);
      apply(work.revertToSaved(snapshot.editor, newest));
    },
    renew: (now) => {
      newest = { saved: now.value, revision: now.revision };
      show({
        editor: work.openDocument(now.value, now.revision, read),
        status: { kind: "saved" },
        savedAt: now.savedAt,
        savedBy: now.savedBy,
      });
      keeper.now();
    },
    takeOver: (draft) => {
      const taken = resumed(draft, read);
      if (taken === undefined || isSaving) return;
      learn(taken);
      show({
        otherDrafts: snapshot.otherDrafts.filter((other) => other.window !== draft.window),
        status: { kind: "saved" },
      });
      apply(work.takenOver(snapshot.editor, taken));
      keeper.now();
      // Theirs goes only when this window holds it.
      keeper.after(async () => {
        if (!keeper.holds(taken)) return;
        await request(`${path}/drafts/${draft.window}`, { method: "DELETE" }).catch(() => undefined);
      });
    },
    discardDraft: async (draft) => {
      await request(`${path}/drafts/${draft.window}`, { method: "DELETE" });
      const left = (drafts: readonly KeptDraft[]) => drafts.filter((other) => other.window !== draft.window);
      show({ otherDrafts: left(snapshot.otherDrafts), unreadableDrafts: left(snapshot.unreadableDrafts) });
    },
    merge: (mineAt) => {
      if (snapshot.status.kind !== "conflict") return [];
      const { conflict } = snapshot.status;
      const before = snapshot.editor;
      const merged = read(comparison.merged(versionsOf(conflict.theirs, before), mineAt));
      if (merged.kind === "refused") return merged.problems;
      const { theirs, revision } = conflict;
      const editor = work.rebased(before, { saved: theirs, revision, record: merged.value }, (at) =>
        comparison.placeIn(at, before.record, merged.value),
      );
      agreed(conflict);
      apply(editor);
      return [];
    },
    start: () => {
      // The browser asks before it closes on work that the server could not be given.
      const hold = (event: BeforeUnloadEvent): void => {
        if (keeper.isKept() || !work.isChanged(snapshot.editor)) return;
        const { kind } = snapshot.status;
        if (kind === "refused" || kind === "unkept" || kind === "conflict" || keeper.isTooLargeToFlush())
          event.preventDefault();
      };
      addEventListener("beforeunload", hold);
      const stop = keeper.start();
      return () => {
        removeEventListener("beforeunload", hold);
        stop();
      };
    },
    offer: keeper.offer,
    isKept: keeper.isKept,
    isChanged: () => work.isChanged(snapshot.editor),
  };
}

/** Was a save refused by nothing in the record, but because the server is not there for this page? */
function isAwayRefusal<T extends object>(
  status: SaveStatus<T>,
): status is Extract<SaveStatus<T>, { readonly kind: "refused" }> {
  return status.kind === "refused" && status.problem.isAway;
}

type Newest<T extends object> = Pick<work.RecordEditor<T>, "saved" | "revision">;
