import { valueAt } from "@materbone/clinical";
import type { Draft } from "@materbone/registry";
import { ApiProblem, request } from "../api/request.ts";
import { openDocument, type Reader, type RecordEditor } from "./record-editor.ts";
import { claimWindow, windowId } from "./window-id.ts";

/** What a draft keeps of the work. What it started from is the content of `baseRevision` and is not kept again. */
type DraftBody<T extends object> = Pick<RecordEditor<T>, "record" | "pending">;

/** A draft with the content of the revision that it started from; `undefined` where that is not to be had. */
export type KeptDraft = Draft & { readonly base: unknown };

/** The drafts of a document, newest first. @throws ApiProblem */
export async function draftsOf(path: string, signal?: AbortSignal): Promise<readonly KeptDraft[]> {
  const options = signal === undefined ? {} : { signal };
  await claimWindow();
  const { drafts } = await request<{ drafts: readonly Draft[] }>(`${path}/drafts`, options);
  const baseOf = async (revision: number): Promise<unknown> => {
    try {
      return (await request<{ value: unknown }>(`${path}/revisions/${revision}`, options)).value;
    } catch (error) {
      // Purged, or never there. A server that cannot be reached is another matter: the work must not begin without.
      if (error instanceof ApiProblem && error.details.status >= 400 && error.details.status < 500) return undefined;
      throw error;
    }
  };
  const bases = new Map<number, Promise<unknown>>();
  for (const { baseRevision } of drafts) {
    if (!bases.has(baseRevision)) bases.set(baseRevision, baseOf(baseRevision));
  }
  return Promise.all(drafts.map(async (draft) => ({ ...draft, base: await bases.get(draft.baseRevision) })));
}

/** The work as a draft of the server. */
export function draftOf<T extends object>({
  record,
  pending,
  revision,
}: RecordEditor<T>): {
  readonly baseRevision: number;
  readonly body: DraftBody<T>;
} {
  return { baseRevision: revision, body: { record, pending } };
}

/**
 * The work of a draft, from the revision it started from, so that a save still notices what came in between; `undefined`
 * where the draft cannot be read.
 */
export function resumed<T extends object>(draft: KeptDraft, read: Reader<T>): RecordEditor<T> | undefined {
  const record = read(valueAt(draft.body, "/record"));
  const saved = read(draft.base);
  if (record.kind !== "read" || saved.kind !== "read") return undefined;
  const pending = (valueAt(draft.body, "/pending") ?? {}) as RecordEditor["pending"];
  return { ...openDocument(saved.value, draft.baseRevision, read), record: record.value, pending };
}

/** Drafts by whose they are; one that cannot be read is nobody's to go on with, and stays until it is discarded. */
export type SortedDrafts = {
  /** Name under which this window keeps its draft of the document. */
  readonly window: string;
  readonly own: KeptDraft | undefined;
  readonly others: readonly KeptDraft[];
  readonly unreadable: readonly KeptDraft[];
};

/** An unreadable draft of this window is not written over: the work goes under another name beside it. */
export function sortedDrafts<T extends object>(drafts: readonly KeptDraft[], read: Reader<T>): SortedDrafts {
  const id = windowId();
  const unreadable = drafts.filter((draft) => resumed(draft, read) === undefined);
  const readable = drafts.filter((draft) => !unreadable.includes(draft));
  const own = readable.find(({ window }) => window === id || window.startsWith(`${id}.`));
  let window = own?.window ?? id;
  for (let beside = 1; unreadable.some((draft) => draft.window === window); beside++) window = `${id}.${beside}`;
  return { window, own, others: readable.filter((draft) => draft !== own), unreadable };
}
