import { contentDigests, FIRST_LINK, linkHash } from "../hash-chain.ts";
import type { Registry } from "../registry.ts";
import type { Verification, VerificationFault } from "../revision.ts";
import type { LoggedEntry } from "../store/log-entry.ts";
import type { Store, StoreReader } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";
import { compareLists } from "./compare-lists.ts";
import type { Core } from "./core.ts";
import { pauses } from "./pause.ts";
import { replay } from "./rebuild.ts";

/** Entries read at a time; other work goes on between. */
const BATCH = 100;

/** What the log itself says, walked from its beginning. */
type Walk = {
  sequence: number;
  hash: string;
  /** Entries whose content is gone, to be explained by a purge that follows. */
  readonly missing: Map<number, LoggedEntry>;
  readonly states: Map<number, DocumentRow>;
  readonly faults: VerificationFault[];
};

export function verifying({ store }: Core): Pick<Registry, "verify"> {
  return {
    verify: async ({ progress, signal } = {}) => {
      const walk: Walk = { sequence: 0, hash: FIRST_LINK, missing: new Map(), states: new Map(), faults: [] };
      const [last, revisions] = await store.read(async (reader) => [
        (await reader.lastEntry())?.sequence ?? 0,
        await reader.countEntries(undefined),
      ]);
      const documents = await store.read((reader) => reader.countDocuments());
      const total = revisions + documents;
      const pause = pauses();
      const step = async (done: number): Promise<void> => {
        signal?.throwIfAborted();
        progress?.(Math.min(done, total), total);
        await pause();
      };
      let walked = 0;
      while (walk.sequence < last) {
        const after = walk.sequence;
        const batch = await store.read((reader) => reader.entriesAfter(after, BATCH));
        const known = batch.filter((entry) => entry.sequence <= last);
        for (const entry of known) follow(walk, entry);
        walked += known.length;
        if (known.length === 0) break;
        await step(walked);
      }
      await explainByLaterPurges(store, walk.missing, last);
      for (const sequence of walk.missing.keys()) walk.faults.push({ kind: "contentMissing", sequence });
      const compared = await compareLists(store, walk.states, last, (done) => step(revisions + done));
      walk.faults.push(...compared.faults);
      walk.faults.push(...(await store.read((reader) => unreadableDrafts(reader))));
      for (const detail of await store.inspect()) walk.faults.push({ kind: "damagedFile", detail });
      return {
        revisions: walked,
        documents: compared.documents,
        head: walk.hash === FIRST_LINK ? undefined : walk.hash,
        faults: walk.faults,
      } satisfies Verification;
    },
  };
}

function follow(walk: Walk, entry: LoggedEntry): void {
  for (let sequence = walk.sequence + 1; sequence < entry.sequence; sequence += 1) {
    walk.faults.push({ kind: "missingRevision", sequence });
  }
  const { content, hash, ...unlinked } = entry;
  const isIntact = content === undefined || isDigestOf(entry);
  if (linkHash(walk.hash, unlinked) !== hash || !isIntact) {
    walk.faults.push({ kind: "brokenChain", sequence: entry.sequence });
  }
  if (content === undefined) walk.missing.set(entry.sequence, entry);
  explain(walk.missing, entry);
  replay(walk.states, entry);
  walk.sequence = entry.sequence;
  walk.hash = hash;
}

/** Content that this entry purges is missing with good reason. */
function explain(missing: Walk["missing"], purge: LoggedEntry): void {
  if (purge.kind !== "purged") return;
  for (const [sequence, { document, parent }] of missing) {
    if (sequence < purge.sequence && (document === purge.document || parent === purge.document)) {
      missing.delete(sequence);
    }
  }
}

/** A purge that came in meanwhile took content from before the end of the walk, and its own entry stands behind it. */
async function explainByLaterPurges({ read }: Store, missing: Walk["missing"], last: number): Promise<void> {
  for (let after = last; missing.size > 0; ) {
    const from = after;
    const batch = await read((reader) => reader.entriesAfter(from, BATCH));
    for (const entry of batch) explain(missing, entry);
    const final = batch.at(-1);
    if (final === undefined) return;
    after = final.sequence;
  }
}

function isDigestOf({ content, whyDigest, contentDigest }: LoggedEntry): boolean {
  if (content === undefined) return false;
  const digests = contentDigests(content);
  return digests.whyDigest === whyDigest && digests.contentDigest === contentDigest;
}

/** A draft may say anything, but it has to be readable. */
async function unreadableDrafts(reader: StoreReader): Promise<readonly VerificationFault[]> {
  return (await reader.drafts()).flatMap((draft, position): readonly VerificationFault[] => {
    try {
      JSON.parse(draft.body);
      return [];
    } catch {
      return [{ kind: "damagedFile", detail: `draft ${position + 1} is not JSON` }];
    }
  });
}
