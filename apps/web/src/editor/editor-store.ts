import { type CaseRecord, type Divergence, type Problem, readCase, valueAt, withValueAt } from "@materbone/clinical";
import type { Draft, Saved, Stored } from "@materbone/registry";
import { ApiProblem, casePath, request } from "../api/request.ts";
import * as work from "./record-editor.ts";
import { windowId } from "./window-id.ts";

/** How the work stands towards the disk. */
export type SaveStatus =
  | { readonly kind: "saved" }
  /** Changed; the draft is on its way to the disk or, with `keptAt`, there. */
  | { readonly kind: "draft"; readonly keptAt: string | undefined }
  | { readonly kind: "saving" }
  /** Someone saved in between; each place is decided, then saved again. */
  | { readonly kind: "conflict"; readonly conflict: Conflict }
  | { readonly kind: "refused"; readonly problem: ApiProblem };

export type Conflict = {
  readonly theirs: CaseRecord;
  readonly revision: number;
  readonly savedAt: string | undefined;
  readonly savedBy: string | undefined;
  readonly divergences: readonly Divergence[];
};

/** What a draft keeps of the work. */
export type DraftBody = Pick<work.RecordEditor, "record" | "pending" | "saved">;

export type EditorSnapshot = {
  readonly editor: work.RecordEditor;
  readonly status: SaveStatus;
  readonly savedAt: string;
  readonly savedBy: string;
  /** Unsaved work of other windows on the same woman. */
  readonly otherDrafts: readonly Draft[];
};

export type EditorStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => EditorSnapshot;
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

/** The work on one woman, kept as a draft on the server while it goes on. */
export function createEditorStore(options: {
  readonly series: string;
  readonly stored: Stored<CaseRecord>;
  readonly drafts: readonly Draft[];
  readonly onSaved: (record: CaseRecord, saved: Saved) => void;
}): EditorStore {
  const { series, stored, onSaved } = options;
  let path = casePath(series, stored.value.id);
  const own = options.drafts.find((draft) => draft.window === windowId());
  let snapshot: EditorSnapshot = {
    editor: own === undefined ? work.openEditor(stored.value, stored.revision) : resumed(stored, own),
    status: own === undefined ? { kind: "saved" } : { kind: "draft", keptAt: own.at },
    savedAt: stored.savedAt,
    savedBy: stored.savedBy,
    otherDrafts: options.drafts.filter((draft) => draft.window !== windowId()),
  };
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const show = (change: Partial<EditorSnapshot>): void => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const draftPath = (): string => `${path}/drafts/${windowId()}`;

  const apply = (editor: work.RecordEditor): void => {
    if (editor === snapshot.editor) return;
    const status: SaveStatus =
      snapshot.status.kind === "conflict"
        ? snapshot.status
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
          return;
        }
        const kept = await request<{ at: string }>(draftPath(), { method: "PUT", body: draftOf(editor) });
        if (snapshot.editor === editor && snapshot.status.kind === "draft") {
          show({ status: { kind: "draft", keptAt: kept.at } });
        }
      } catch (error) {
        if (error instanceof ApiProblem && snapshot.editor === editor && snapshot.status.kind !== "conflict") {
          show({ status: { kind: "refused", problem: error } });
        }
      }
    });
  };

  const flush = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    if (!work.isChanged(snapshot.editor)) return;
    void request(draftPath(), { method: "PUT", body: draftOf(snapshot.editor), keepalive: true }).catch(
      () => undefined,
    );
  };

  const save = async (why?: string): Promise<void> => {
    const { editor } = snapshot;
    if (snapshot.status.kind === "saving" || !work.isChanged(editor) || Object.keys(editor.pending).length > 0) return;
    clearTimeout(timer);
    timer = undefined;
    show({ status: { kind: "saving" } });
    await writing;
    const { record } = editor;
    try {
      const saved = await request<Saved>(path, { method: "PUT", body: record, fromRevision: editor.revision, why });
      const now = work.settle(work.markSaved(snapshot.editor, record, saved.revision));
      const hasMore = work.isChanged(now);
      path = casePath(series, record.id);
      show({
        editor: now,
        savedAt: saved.savedAt,
        status: hasMore ? { kind: "draft", keptAt: undefined } : { kind: "saved" },
      });
      onSaved(record, saved);
      if (hasMore) keepDraft();
      else await request(draftPath(), { method: "DELETE" }).catch(() => undefined);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      show({ status: refusal(error) });
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
      show({ otherDrafts: snapshot.otherDrafts.filter((other) => other.window !== draft.window) });
      apply(resumed({ ...stored, value: snapshot.editor.saved, revision: snapshot.editor.revision }, draft));
      void request(`${path}/drafts/${draft.window}`, { method: "DELETE" }).catch(() => undefined);
    },
    discardDraft: async (draft) => {
      await request(`${path}/drafts/${draft.window}`, { method: "DELETE" });
      show({ otherDrafts: snapshot.otherDrafts.filter((other) => other.window !== draft.window) });
    },
    merge: (mineAt) => {
      if (snapshot.status.kind !== "conflict") return [];
      const { theirs, revision, divergences } = snapshot.status.conflict;
      const merged = readCase(mergedRecord(theirs, divergences, mineAt));
      if (merged.kind === "refused") return merged.problems;
      const editor = work.rebased(snapshot.editor, theirs, revision, merged.value);
      show({ status: { kind: "saved" } });
      apply(editor);
      return [];
    },
    start: () => {
      addEventListener("pagehide", flush);
      return () => {
        removeEventListener("pagehide", flush);
        if (timer !== undefined) keepDraft();
      };
    },
  };
}

/** Their version with every place taken over that only this window changed, or that both did and `mineAt` names. */
function mergedRecord(theirs: CaseRecord, divergences: readonly Divergence[], mineAt: ReadonlySet<string>): unknown {
  let merged: unknown = theirs;
  for (const { at, mine, by } of divergences) {
    if (by === "me" || (by === "both" && mineAt.has(at))) merged = withValueAt(merged, at, mine);
  }
  return merged;
}

function refusal(problem: ApiProblem): SaveStatus {
  const { record, current, divergences, savedAt, savedBy } = problem.details;
  const theirs = problem.kind === "stale-revision" ? readCase(record) : undefined;
  if (theirs?.kind !== "read" || current === undefined) return { kind: "refused", problem };
  return {
    kind: "conflict",
    conflict: { theirs: theirs.value, revision: current, savedAt, savedBy, divergences: divergences ?? [] },
  };
}

function draftOf({ record, pending, saved, revision }: work.RecordEditor): { baseRevision: number; body: DraftBody } {
  return { baseRevision: revision, body: { record, pending, saved } };
}

/** The work of a draft goes on from the revision it started from, so that a save still notices what came in between. */
function resumed(stored: Stored<CaseRecord>, draft: Draft): work.RecordEditor {
  const fresh = work.openEditor(stored.value, stored.revision);
  const record = readCase(valueAt(draft.body, "/record"));
  const saved = readCase(valueAt(draft.body, "/saved"));
  if (record.kind !== "read" || saved.kind !== "read") return fresh;
  const pending = (valueAt(draft.body, "/pending") ?? {}) as work.RecordEditor["pending"];
  return { ...fresh, saved: saved.value, revision: draft.baseRevision, record: record.value, pending };
}
