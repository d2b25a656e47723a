import type { CaseRecord, SeriesHead } from "@materbone/clinical";
import type { Store, StoreReader } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";

/** What every part of a registry works with. */
export type Core = {
  readonly store: Store;
  /** A new salt as hex. */
  readonly salt: () => string;
  readonly head: (reader: StoreReader, series: DocumentRow) => Promise<SeriesHead>;
};

/** Heads that are kept parsed, because every save of a woman needs hers; a few series are worked on at a time. */
const HEADS_KEPT = 16;

const SALT_BYTES = 16;
const SALTS_DRAWN = 64;

export function openCore(store: Store, random: (bytes: number) => Uint8Array): Core {
  // An entry of the log never changes, so what was parsed from it stays right.
  const headBySequence = new Map<number, SeriesHead>();
  return {
    store,
    salt: salts(random),
    head: async (reader, series) => {
      const known = headBySequence.get(series.contentSequence);
      if (known !== undefined) return known;
      const head = await headAt(reader, series.contentSequence);
      const [oldest] = headBySequence.keys();
      if (headBySequence.size >= HEADS_KEPT && oldest !== undefined) headBySequence.delete(oldest);
      headBySequence.set(series.contentSequence, head);
      return head;
    },
  };
}

/** Salts as hex. Drawn many at a time, because each call of the operating system costs more than a whole save computes. */
function salts(random: (bytes: number) => Uint8Array): () => string {
  let drawn: Uint8Array = new Uint8Array();
  let used = 0;
  return () => {
    if (used >= drawn.length) {
      drawn = random(SALT_BYTES * SALTS_DRAWN);
      used = 0;
    }
    const salt = drawn.subarray(used, used + SALT_BYTES);
    used += SALT_BYTES;
    return Array.from(salt, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
}

export async function headAt(reader: StoreReader, sequence: number): Promise<SeriesHead> {
  return JSON.parse(await bodyAt(reader, sequence)) as SeriesHead;
}

export async function recordAt(reader: StoreReader, sequence: number): Promise<CaseRecord> {
  return JSON.parse(await bodyAt(reader, sequence)) as CaseRecord;
}

/** The content of an entry that has one. */
export async function bodyAt(reader: StoreReader, sequence: number): Promise<string> {
  const body = await reader.bodyAt(sequence);
  if (body === undefined) throw new Error(`entry ${sequence} of the log has no content`);
  return body;
}
