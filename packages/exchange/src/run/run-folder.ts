import { join } from "node:path";

/** Files of a run's folder. */
export const RUN_FILES = {
  head: "manifest.json",
  definition: "definition.json",
  worklist: "worklist.json",
  ancestors: "ancestors.json",
  review: "review.json",
  written: "written.json",
} as const;

/** Ids of runs are names of folders: digits, letters and a dash, so that none leads elsewhere. */
export function isRunId(id: string): boolean {
  return /^\d{8}T\d{6}-[0-9a-f]{8}$/.test(id);
}

/** The begin of the run in UTC, and the first signs of its worklist's hash. */
export function runId(startedAt: string, hash: string): string {
  const time = startedAt.replace(/[-:]/g, "").slice(0, 15);
  return `${time}-${hash.replace("sha256:", "").slice(0, 8)}`;
}

/** File of the rows of one candidate within the folder of the run. */
export function timelineFile(folder: string, rank: number): string {
  return join(folder, "timelines", `${String(rank).padStart(7, "0")}.json`);
}
