import type { LogContent, LogEntry } from "../store/log-entry.ts";
import type { DocumentRow } from "../store/store-row.ts";

/**
 * State of a document after one more entry of its log. Saving, rebuilding and verifying all go through here, so that what
 * is stored beside the log cannot mean anything else than the log.
 *
 * @param before - `undefined` for the first entry of the document
 */
export function afterEntry(
  before: DocumentRow | undefined,
  entry: LogEntry,
  content: Pick<LogContent, "why"> | undefined,
): DocumentRow {
  const isDeletion = entry.kind === "deleted";
  return {
    key: entry.document,
    parent: entry.parent,
    id: entry.case ?? entry.series,
    revision: entry.revision,
    sequence: entry.sequence,
    contentSequence: entry.contentDigest === null ? (before?.contentSequence ?? entry.sequence) : entry.sequence,
    savedAt: entry.at,
    savedBy: entry.by,
    deletedAt: isDeletion ? entry.at : null,
    deletedBy: isDeletion ? entry.by : null,
    deletedWhy: isDeletion ? (content?.why ?? null) : null,
    isPurged: entry.kind === "purged",
  };
}

/** A woman whose series was purged: gone with it, without an entry of her own. */
export function purgedWithSeries(woman: DocumentRow): DocumentRow {
  return { ...woman, deletedAt: null, deletedBy: null, deletedWhy: null, isPurged: true };
}
