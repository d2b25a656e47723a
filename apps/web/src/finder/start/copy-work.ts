import type { Upload } from "../../api/finder-keep-queries.ts";
import { ApiProblem, request } from "../../api/request.ts";
import { areSameFiles, type ChosenFile, type UploadProgress, uploadFiles } from "./upload-files.ts";

/** Files that are being copied, or whose copying a problem stopped. */
export type Copying = {
  readonly files: readonly ChosenFile[];
  readonly progress: UploadProgress | undefined;
  readonly problem: ApiProblem | undefined;
};

export type CopyWork = {
  /** `undefined` while nothing is copied. */
  readonly get: () => Copying | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Copies these; what there is of another choice is thrown away, so that two never mix. */
  readonly choose: (files: readonly ChosenFile[]) => Promise<void>;
  /** Goes on after a problem. */
  readonly goOn: () => void;
  /** Ends the copying and deletes what there is. */
  readonly discard: () => Promise<void>;
  /** Ends the copying; what there is stays, to go on with when the same files are chosen again. */
  readonly stop: () => void;
};

type Try = { readonly controller: AbortController; upload: Upload | undefined; ended: Promise<void> };

/**
 * Copies one choice of files at a time.
 *
 * @param onEnd - called with what is there whole, or without when copying ended otherwise or stopped at a problem
 */
export function createCopyWork(onEnd: (upload: Upload | undefined) => void): CopyWork {
  const listeners = new Set<() => void>();
  let state: Copying | undefined;
  let current: Try | undefined;
  const set = (next: Copying | undefined): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const begin = (files: readonly ChosenFile[], progress: UploadProgress | undefined): void => {
    const own: Try = { controller: new AbortController(), upload: undefined, ended: Promise.resolve() };
    current = own;
    set({ files, progress, problem: undefined });
    own.ended = copy(own, files);
  };
  const copy = async (own: Try, files: readonly ChosenFile[]): Promise<void> => {
    const { signal } = own.controller;
    try {
      const upload = await uploadFiles(files, signal, (progress) => {
        own.upload = progress.upload;
        if (!signal.aborted) set({ files, progress, problem: undefined });
      });
      if (signal.aborted) return;
      current = undefined;
      set(undefined);
      onEnd(upload);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ApiProblem)) throw error;
      set({ files, progress: state?.progress, problem: error });
      onEnd(undefined);
    }
  };
  /** Ends a try; the server writes nothing more of it then. */
  const halt = async (one: Try | undefined): Promise<Upload | undefined> => {
    one?.controller.abort();
    await one?.ended;
    return one?.upload;
  };
  const remove = async (upload: Upload | undefined): Promise<void> => {
    if (upload === undefined) return;
    try {
      await request(`/finder/uploads/${upload.id}`, { method: "DELETE" });
    } catch (error) {
      // Deleted elsewhere meanwhile, it is gone as was asked.
      if (!(error instanceof ApiProblem && error.kind === "not-found")) throw error;
    }
  };
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: async (files) => {
      const former = current;
      if (state !== undefined && former !== undefined && areSameFiles(state.files, files)) {
        if (state.problem !== undefined) begin(files, state.progress);
        return;
      }
      current = undefined;
      const waiting: Copying = { files, progress: undefined, problem: undefined };
      set(waiting);
      // Where it cannot be deleted now, as under a search, it stands in the list as not complete.
      await remove(await halt(former)).catch(() => undefined);
      if (state === waiting) begin(files, undefined);
    },
    goOn: () => {
      if (state !== undefined) begin(state.files, state.progress);
    },
    discard: async () => {
      const before = state;
      try {
        await remove(await halt(current));
        current = undefined;
        set(undefined);
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (before !== undefined) set({ ...before, problem: error });
      }
      onEnd(undefined);
    },
    stop: () => {
      if (state === undefined) return;
      current?.controller.abort();
      current = undefined;
      set(undefined);
      onEnd(undefined);
    },
  };
}
