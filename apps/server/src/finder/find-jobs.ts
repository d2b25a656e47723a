import { randomUUID } from "node:crypto";
import type {
  ConversionTrouble,
  FindProgress,
  Manifest,
  RunHead,
  SaidProblems,
  Refusal as SourceRefusal,
} from "@materbone/exchange";

/** How a search in files stands; what went wrong is a kind, to be said in the language of who asks. */
export type Job =
  | { readonly kind: "running"; readonly id: string; readonly data: string; readonly progress: FindProgress }
  | { readonly kind: "done"; readonly id: string; readonly run: RunHead; readonly problems: Manifest["problems"] }
  | { readonly kind: "cancelled"; readonly id: string }
  | { readonly kind: "refused"; readonly id: string; readonly why: SourceRefusal }
  | { readonly kind: "failed"; readonly id: string; readonly trouble: ConversionTrouble | EngineTrouble };

/** The converted data, in this folder, could not be asked, for want of memory or otherwise. */
export type EngineTrouble = { readonly kind: "engine"; readonly folder: string; readonly isOutOfMemory: boolean };

/** The same in words. */
export type JobState =
  | {
      readonly kind: "running";
      readonly id: string;
      /** Key of the data that are converted or asked. */
      readonly data: string;
      readonly progress: FindProgress;
    }
  | {
      readonly kind: "done";
      readonly id: string;
      readonly run: string;
      readonly data: string;
      readonly candidates: number;
      /** What the conversion met, kind by kind: how many, and the first places. */
      readonly problems: readonly SaidProblems[];
    }
  | { readonly kind: "cancelled"; readonly id: string }
  | { readonly kind: "refused" | "failed"; readonly id: string; readonly why: string; readonly said: string };

export type Ended =
  Exclude<Job, { kind: "running" }> extends infer E ? (E extends { id: string } ? Omit<E, "id"> : never) : never;

export type FindJobs = {
  /** `undefined` while another one runs: a conversion takes the whole machine. */
  readonly start: (
    data: string,
    work: (signal: AbortSignal, onProgress: (progress: FindProgress) => void) => Promise<Ended>,
  ) => Job | undefined;
  /** Does one run? */
  readonly isBusy: () => boolean;
  readonly read: (id: string) => Job | undefined;
  readonly list: () => readonly Job[];
  /** `false` when there is no such job. */
  readonly cancel: (id: string) => boolean;
};

/** Jobs that are remembered. */
const KEPT = 20;

/** Searches in files, one at a time, as long as the program runs. */
export function createFindJobs(onFault: (error: unknown) => void): FindJobs {
  const jobs = new Map<string, { job: Job; readonly controller: AbortController }>();
  const isBusy = (): boolean => [...jobs.values()].some(({ job }) => job.kind === "running");
  return {
    isBusy,
    start: (data, work) => {
      if (isBusy()) return undefined;
      const id = randomUUID();
      const controller = new AbortController();
      const begun: Job = { kind: "running", id, data, progress: { phase: "detect", done: 0, total: 1 } };
      const entry: { job: Job; readonly controller: AbortController } = { job: begun, controller };
      jobs.set(id, entry);
      for (const old of [...jobs.keys()].slice(0, Math.max(0, jobs.size - KEPT))) jobs.delete(old);
      work(controller.signal, (progress) => {
        if (entry.job.kind === "running") entry.job = { kind: "running", id, data, progress };
      }).then(
        (ended) => {
          entry.job = { ...ended, id };
        },
        (error: unknown) => {
          entry.job = controller.signal.aborted
            ? { kind: "cancelled", id }
            : { kind: "failed", id, trouble: { kind: "other" } };
          if (!controller.signal.aborted) onFault(error);
        },
      );
      return begun;
    },
    read: (id) => jobs.get(id)?.job,
    list: () => [...jobs.values()].map(({ job }) => job).reverse(),
    cancel: (id) => {
      const entry = jobs.get(id);
      entry?.controller.abort(new Error("cancelled"));
      return entry !== undefined;
    },
  };
}
