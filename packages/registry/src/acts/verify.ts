import type { CaseRecord, SeriesHead } from "@materbone/clinical";
import { changesBetween } from "@materbone/clinical";
import { contentDigests, FIRST_LINK, linkHash } from "../hash-chain.ts";
import type { Registry } from "../registry.ts";
import type { Verification, VerificationFault } from "../revision.ts";
import { caseRow } from "../store/case-row.ts";
import type { LoggedEntry } from "../store/log-entry.ts";
import type { StoreReader } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";
import { type Core, headAt } from "./core.ts";
import { seriesRow } from "./counts.ts";
import { pauses } from "./pause.ts";
import { replay } from "./rebuild.ts";

/** Entries and documents read at a time; other work goes on between. */
const BATCH = 100;

/** Heads kept parsed meanwhile. */
const HEADS_KEPT = 16;

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
      for (const sequence of walk.missing.keys()) walk.faults.push({ kind: "contentMissing", sequence });
      const seen = await compareProjections(store.read, walk, last, (done) => step(revisions + done));
      walk.faults.push(...(await store.read((reader) => unreadableDrafts(reader))));
      for (const detail of await store.inspect()) walk.faults.push({ kind: "damagedFile", detail });
      return {
        revisions: walked,
        documents: seen,
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
  if (entry.kind === "purged") {
    for (const [sequence, { document, parent }] of walk.missing) {
      if (sequence < entry.sequence && (document === entry.document || parent === entry.document)) {
        walk.missing.delete(sequence);
      }
    }
  }
  replay(walk.states, entry);
  walk.sequence = entry.sequence;
  walk.hash = hash;
}

function isDigestOf({ content, whyDigest, contentDigest }: LoggedEntry): boolean {
  if (content === undefined) return false;
  const digests = contentDigests(content);
  return digests.whyDigest === whyDigest && digests.contentDigest === contentDigest;
}

/** Holds what lists read against the log. Documents that were saved meanwhile are left out: they are not of this walk. */
async function compareProjections(
  read: Core["store"]["read"],
  walk: Walk,
  last: number,
  step: (done: number) => Promise<void>,
): Promise<number> {
  const unseen = new Map(walk.states);
  const headBySequence = new Map<number, SeriesHead>();
  let seen = 0;
  for (let key = -1; ; ) {
    const after = key;
    const batch = await read(async (reader) => {
      const documents = await reader.documentsAfter(after, BATCH);
      const differing: DocumentRow[] = [];
      for (const document of documents) {
        if (await isNewer(reader, document, last)) continue;
        if (!(await isAsLogged(reader, document, walk, headBySequence))) differing.push(document);
      }
      return { documents, differing };
    });
    for (const document of batch.differing) walk.faults.push(projectionDiffers(document, walk.states));
    for (const document of batch.documents) unseen.delete(document.key);
    const final = batch.documents.at(-1);
    if (final === undefined) break;
    key = final.key;
    seen += batch.documents.length;
    await step(seen);
  }
  for (const state of unseen.values()) walk.faults.push(projectionDiffers(state, walk.states));
  return seen;
}

/** Saved after the walk began, she or her series; what the log says of that is not in the walk. */
async function isNewer(reader: StoreReader, document: DocumentRow, last: number): Promise<boolean> {
  const end = (await reader.lastEntry())?.sequence ?? 0;
  const series = document.parent === null ? document : await reader.documentOf(document.parent);
  return [document, series].some((row) => row !== undefined && row.sequence > last && row.sequence <= end);
}

async function isAsLogged(
  reader: StoreReader,
  document: DocumentRow,
  walk: Walk,
  headBySequence: Map<number, SeriesHead>,
): Promise<boolean> {
  const state = walk.states.get(document.key);
  if (state === undefined || !isSame(state, document)) return false;
  const body = await reader.bodyAt(document.contentSequence);
  if (document.parent === null) {
    const row = await reader.seriesRow(document.key);
    if (document.isPurged) return row === undefined;
    if (body === undefined || row === undefined || row.context > document.contentSequence) return false;
    return isSame(row, seriesRow(document, JSON.parse(body) as SeriesHead, row.context));
  }
  const row = await reader.caseRow(document.key);
  if (document.isPurged) return row === undefined;
  if (body === undefined || row === undefined) return false;
  const series = walk.states.get(document.parent);
  const context = (await reader.seriesRow(document.parent))?.context;
  if (series === undefined || context === undefined) return false;
  // Fresh counts are those of the head as it is; stale ones those of the head that they name.
  const head = await cachedHead(reader, row.context >= context ? series.contentSequence : row.context, headBySequence);
  return isSame(row, caseRow(document, JSON.parse(body) as CaseRecord, head, row.context));
}

async function cachedHead(
  reader: StoreReader,
  sequence: number,
  headBySequence: Map<number, SeriesHead>,
): Promise<SeriesHead> {
  const known = headBySequence.get(sequence);
  if (known !== undefined) return known;
  const head = await headAt(reader, sequence);
  if (headBySequence.size >= HEADS_KEPT) headBySequence.clear();
  headBySequence.set(sequence, head);
  return head;
}

function projectionDiffers(document: DocumentRow, states: ReadonlyMap<number, DocumentRow>): VerificationFault {
  if (document.parent === null) return { kind: "projectionDiffers", series: document.id };
  return { kind: "projectionDiffers", series: states.get(document.parent)?.id ?? "", case: document.id };
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

function isSame(a: unknown, b: unknown): boolean {
  return changesBetween(a, b).length === 0;
}
