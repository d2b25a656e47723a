import type { ScenarioFile } from "@materbone/circuit";
import type { CourseResult } from "./simulate-course.ts";

/** Runs scenarios somewhere, one at a time. */
export type CourseWorker = {
  readonly send: (file: ScenarioFile) => void;
  readonly stop: () => void;
};

export type StartCourseWorker = (onReply: (result: CourseResult) => void) => CourseWorker;

/** Results of scenarios that were asked for; a reader is told when one arrives. */
export type CourseQueue = {
  readonly result: (key: string) => CourseResult | undefined;
  /** @returns what ends the wish; a run that nobody waits for any more is given up */
  readonly want: (key: string, file: ScenarioFile, onReady: () => void) => () => void;
};

/** Results that are kept, the last used ones. */
const MOST_KEPT = 60;

/** One worker, the last wish first; what nobody wants any more is not run, and a run that nobody waits for is ended. */
export function courseQueue(startWorker: StartCourseWorker): CourseQueue {
  const results = new Map<string, CourseResult>();
  const wishes = new Map<string, { readonly file: ScenarioFile; readonly listeners: Set<() => void> }>();
  let worker: CourseWorker | undefined;
  let running: string | undefined;

  const onReply = (result: CourseResult): void => {
    const key = running;
    running = undefined;
    if (key !== undefined) {
      results.set(key, result);
      for (const oldest of results.keys()) {
        if (results.size <= MOST_KEPT) break;
        if (!wishes.has(oldest)) results.delete(oldest);
      }
      for (const tell of wishes.get(key)?.listeners ?? []) tell();
    }
    next();
  };

  const next = (): void => {
    if (running !== undefined) return;
    for (const [key, { file }] of wishes) {
      if (results.has(key)) continue;
      running = key;
      worker ??= startWorker(onReply);
      worker.send(file);
      return;
    }
  };

  return {
    result: (key) => results.get(key),
    want: (key, file, onReady) => {
      const wish = wishes.get(key) ?? { file, listeners: new Set() };
      wish.listeners.add(onReady);
      wishes.set(key, wish);
      next();
      return () => {
        wish.listeners.delete(onReady);
        if (wish.listeners.size > 0) return;
        wishes.delete(key);
        // Asked for again in the same moment, as when a page is drawn anew, it goes on.
        queueMicrotask(() => {
          if (running !== key || wishes.has(key)) return;
          worker?.stop();
          worker = undefined;
          running = undefined;
          next();
        });
      };
    },
  };
}
