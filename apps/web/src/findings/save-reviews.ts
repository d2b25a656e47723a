import type { SeriesHead } from "@materbone/clinical";
import type { Saved, Stored } from "@materbone/registry";
import { ApiProblem, request, seriesPath } from "../api/request.ts";

/** Reads and writes the head of one series. */
export type HeadStore = {
  readonly read: () => Promise<Stored<SeriesHead>>;
  readonly write: (head: SeriesHead, fromRevision: number) => Promise<Saved>;
};

/** Someone who saves at the same moment can be in the way a few times, not forever. */
const ATTEMPTS = 4;

/**
 * Applies a change to the head as it is now. When someone saved in between, it is read again and the change applied to that:
 * a review adds to a list and takes nothing of theirs away.
 *
 * @returns the head that was saved, with its revision
 * @throws ApiProblem when the server refuses for another reason
 */
export async function changeHead(
  store: HeadStore,
  change: (head: SeriesHead) => SeriesHead,
): Promise<{ readonly value: SeriesHead; readonly revision: number }> {
  for (let attempt = 1; ; attempt++) {
    const stored = await store.read();
    const value = change(stored.value);
    try {
      const saved = await store.write(value, stored.revision);
      return { value, revision: saved.revision };
    } catch (error) {
      const isStale = error instanceof ApiProblem && error.kind === "stale-revision";
      if (!isStale || attempt === ATTEMPTS) throw error;
    }
  }
}

/** The head of a series on the server. */
export function headStore(series: string): HeadStore {
  return {
    read: () => request(seriesPath(series)),
    write: (head, fromRevision) => request(seriesPath(series), { method: "PUT", body: head, fromRevision }),
  };
}
