import type { Act } from "../act.ts";
import type { Saved } from "../document.ts";
import { contentDigests, FIRST_LINK, linkHash } from "../hash-chain.ts";
import type { RevisionKind } from "../revision.ts";
import { plain } from "../store/folded.ts";
import type { LogEntry } from "../store/log-entry.ts";
import type { StoreWriter } from "../store/store.ts";

/** What one act says about one document. */
export type Said = {
  readonly kind: RevisionKind;
  readonly document: number;
  readonly parent: number | null;
  readonly series: string;
  readonly case: string | null;
  readonly revision: number;
  /** The document as JSON; `null` where the act has no content of its own. */
  readonly body: string | null;
};

export type Appender = (said: Said) => Promise<LogEntry>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * Begins an act: what it appends continues the chain. Only inside a write transaction, where nobody else appends.
 *
 * @throws RangeError when the instant of the act is not in UTC with milliseconds
 */
export async function appender(writer: StoreWriter, act: Act, salt: () => string): Promise<Appender> {
  if (!INSTANT.test(act.at) || Number.isNaN(Date.parse(act.at))) throw new RangeError(`not an instant: ${act.at}`);
  const last = await writer.lastEntry();
  let previous = last?.hash ?? FIRST_LINK;
  let sequence = last?.sequence ?? 0;
  const why = reasonOf(act);
  const by = plain(act.by);
  return async ({ body, ...said }) => {
    const content = { salt: salt(), why, body };
    const unlinked = { ...said, sequence: sequence + 1, at: act.at, by, ...contentDigests(content) };
    const entry: LogEntry = { ...unlinked, hash: linkHash(previous, unlinked) };
    await writer.append(entry, content);
    ({ sequence, hash: previous } = entry);
    return entry;
  };
}

/** Why, as the log keeps it; `null` when nothing was said. */
export function reasonOf({ why }: Act): string | null {
  return why === undefined || why.trim() === "" ? null : plain(why);
}

export function saved(entry: LogEntry): Saved {
  return { revision: entry.revision, savedAt: entry.at, hash: entry.hash };
}
