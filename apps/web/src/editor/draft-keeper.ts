import { ApiProblem, request } from "../api/request.ts";
import { draftOf } from "./drafts.ts";
import { isChanged, type RecordEditor } from "./record-editor.ts";

/** Writes the work to the server as a draft, while it goes on and when the page goes. */
export type DraftKeeper<T extends object> = {
  /** Keeps the work as soon as the hand rests. */
  readonly soon: () => void;
  readonly now: () => void;
  /** Keeps at once what waits for the hand to rest, if anything does. */
  readonly offer: () => void;
  /** Keeps nothing more until it is asked again. */
  readonly pause: () => void;
  /** Everything asked for has been tried. */
  readonly written: () => Promise<void>;
  /** Runs after what is being written. */
  readonly after: (act: () => Promise<void>) => void;
  /** Does the server hold the work as it is? */
  readonly isKept: () => boolean;
  /** Is this what the server holds? */
  readonly holds: (work: RecordEditor<T>) => boolean;
  /** Would the work be lost with the page, because a closing page can send so much and no more? */
  readonly isTooLargeToFlush: () => boolean;
  /** Keeps what is left when the page is hidden or goes, and tries again what failed; returns the stop. */
  readonly start: () => () => void;
};

/** Long enough to join the letters of a word, short enough that a closed lid loses nothing. */
const DRAFT_DELAY_MS = 300;
const RETRY_MS = 4000;
/** A request that outlives its page carries 64 KiB at most, over all such requests. */
const FLUSH_BYTES = 60 * 1024;

export function createDraftKeeper<T extends object>(options: {
  readonly path: () => string;
  readonly work: () => RecordEditor<T>;
  readonly onKept: (work: RecordEditor<T>) => void;
  readonly onRefused: (work: RecordEditor<T>, problem: ApiProblem) => void;
}): DraftKeeper<T> {
  const { path, work } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let kept = work();
  let isRunning = false;

  const pause = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const holds = (editor: RecordEditor<T>): boolean => isSameWork(editor, kept);
  const isKept = (): boolean => holds(work());

  // One at a time and in order, so that an older draft never lands on a newer one.
  const now = (): void => {
    pause();
    const editor = work();
    writing = writing.then(async () => {
      try {
        if (isChanged(editor)) await request(path(), { method: "PUT", body: draftOf(editor) });
        else await request(path(), { method: "DELETE" });
        kept = editor;
        options.onKept(editor);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        options.onRefused(editor, error);
        // Kept already or not: only another try tells when a server that is away is back.
        if (isRunning && timer === undefined && (!isKept() || error.isAway)) timer = setTimeout(now, RETRY_MS);
      }
    });
  };

  const offer = (): void => {
    if (timer !== undefined) now();
  };
  const hidden = (): void => {
    if (document.visibilityState === "hidden") offer();
  };
  // A draft that waits behind another one would not be sent any more: whatever the server does not hold yet goes now.
  const flush = (): void => {
    pause();
    if (isKept() || !isChanged(work())) return;
    void request(path(), { method: "PUT", body: draftOf(work()), keepalive: true }).catch(() => undefined);
  };

  return {
    soon: () => {
      pause();
      timer = setTimeout(now, DRAFT_DELAY_MS);
    },
    now,
    offer,
    pause,
    written: () => writing,
    after: (act) => {
      writing = writing.then(act);
    },
    isKept,
    holds,
    isTooLargeToFlush: () => new TextEncoder().encode(JSON.stringify(draftOf(work()))).length > FLUSH_BYTES,
    start: () => {
      isRunning = true;
      addEventListener("pagehide", flush);
      document.addEventListener("visibilitychange", hidden);
      return () => {
        isRunning = false;
        removeEventListener("pagehide", flush);
        document.removeEventListener("visibilitychange", hidden);
        offer();
      };
    },
  };
}

/** Leaving a field makes another editor of the same work. */
export function isSameWork<T extends object>(a: RecordEditor<T>, b: RecordEditor<T>): boolean {
  return a.record === b.record && a.pending === b.pending && a.revision === b.revision;
}
