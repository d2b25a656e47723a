import type { JobState } from "../../api/finder-queries.ts";

export type ShownJob = {
  /** The search whose state is shown: the one of the address, or without one the search that runs. */
  readonly job: JobState | undefined;
  /** One that runs and is not the one shown: it was started elsewhere. */
  readonly other: JobState | undefined;
};

/**
 * Which search a page shows.
 *
 * @param started - id in the address of the page
 */
export function shownJob(jobs: readonly JobState[], started: string | undefined): ShownJob {
  const running = jobs.find(({ kind }) => kind === "running");
  const job = started === undefined ? running : jobs.find(({ id }) => id === started);
  return { job, other: running === job ? undefined : running };
}
