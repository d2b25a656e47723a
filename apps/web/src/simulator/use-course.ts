import type { ScenarioFile } from "@materbone/circuit";
import { useEffect, useMemo, useRef, useState } from "react";
import { type CourseQueue, courseQueue } from "./course-queue.ts";
import type { CourseResult } from "./simulate-course.ts";

const queue: CourseQueue = courseQueue((onReply) => {
  // A file of its own beside the page's scripts: the page's policy runs nothing else.
  const worker = new Worker(new URL("./course-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<CourseResult>) => onReply(data));
  worker.addEventListener("error", ({ message }) => onReply({ kind: "failed", message }));
  return { send: (file) => worker.postMessage(file), stop: () => worker.terminate() };
});

export type ShownCourses = {
  /** In the order of the scenarios; of the scenarios before while the new ones are run. */
  readonly results: readonly CourseResult[] | undefined;
  readonly isRunning: boolean;
};

/**
 * Runs scenarios without holding the page up. While new ones are run, the results before stay.
 *
 * @param files - keep the array the same between renders
 */
export function useCourses(files: readonly ScenarioFile[]): ShownCourses {
  const keys = useMemo(() => files.map((file) => JSON.stringify(file)), [files]);
  const [, setArrived] = useState(0);
  const last = useRef<readonly CourseResult[] | undefined>(undefined);
  useEffect(() => {
    const tell = (): void => setArrived((count) => count + 1);
    const ends = keys.map((key, position) => {
      const file = files[position];
      return file === undefined ? () => undefined : queue.want(key, file, tell);
    });
    return () => {
      for (const end of ends) end();
    };
  }, [keys, files]);
  const found = keys.map((key) => queue.result(key));
  const ready = found.filter((result) => result !== undefined);
  const isReady = ready.length === keys.length;
  useEffect(() => {
    if (isReady) last.current = ready;
  });
  return { results: isReady ? ready : last.current, isRunning: !isReady };
}
