import type { CaseRecord, SeriesHead } from "@materbone/clinical";
import type { Registry } from "../registry.ts";
import { caseRow } from "../store/case-row.ts";
import type { StoreWriter } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";
import { type Core, headAt, recordAt } from "./core.ts";
import { seriesRow } from "./counts.ts";
import { isLiterature } from "./locate.ts";
import { pauses } from "./pause.ts";
import { afterEntry, purgedWithSeries } from "./replay.ts";

/** Entries read at a time. */
const BATCH = 200;

export function rebuilding({ store }: Core): Pick<Registry, "rebuild"> {
  return {
    rebuild: ({ progress, signal } = {}) =>
      store.write(async (writer) => {
        const total = await writer.countEntries(undefined);
        const pause = pauses();
        await writer.clearDerived();
        const states = await replayAll(writer, async (done) => {
          signal?.throwIfAborted();
          progress?.(done, total);
          await pause();
        });
        const headBySeries = new Map<number, SeriesHead>();
        // Series first: the row of a woman needs the head and the place of hers.
        for (const state of [...states.values()].sort(seriesFirst)) {
          signal?.throwIfAborted();
          await pause();
          await writer.putDocument(state);
          if (!state.isPurged) await putRow(writer, state, states, headBySeries);
        }
      }),
  };
}

/** Every document as its log leaves it. */
async function replayAll(
  writer: StoreWriter,
  step: (sequence: number) => Promise<void>,
): Promise<ReadonlyMap<number, DocumentRow>> {
  const states = new Map<number, DocumentRow>();
  for (let sequence = 0; ; ) {
    const batch = await writer.entriesAfter(sequence, BATCH);
    for (const entry of batch) replay(states, entry);
    const last = batch.at(-1);
    if (last === undefined) return states;
    sequence = last.sequence;
    await step(sequence);
  }
}

/** One more entry of the log, with what it does to the women of a series. */
export function replay(
  states: Map<number, DocumentRow>,
  entry: Parameters<typeof afterEntry>[1] & { readonly content: Parameters<typeof afterEntry>[2] },
): void {
  states.set(entry.document, afterEntry(states.get(entry.document), entry, entry.content));
  if (entry.kind !== "purged" || entry.parent !== null) return;
  for (const [key, state] of states) if (state.parent === entry.document) states.set(key, purgedWithSeries(state));
}

async function putRow(
  writer: StoreWriter,
  state: DocumentRow,
  states: ReadonlyMap<number, DocumentRow>,
  headBySeries: Map<number, SeriesHead>,
): Promise<void> {
  if (state.parent === null) {
    if (isLiterature(state)) return;
    const head = await headAt(writer, state.contentSequence);
    headBySeries.set(state.key, head);
    await writer.putSeriesRow(seriesRow(state, head, state.contentSequence));
    return;
  }
  const head = headBySeries.get(state.parent);
  const series = states.get(state.parent);
  if (head === undefined || series === undefined) return;
  const record: CaseRecord = await recordAt(writer, state.contentSequence);
  await writer.addCaseRow(caseRow(state, record, head, series.contentSequence));
}

function seriesFirst(a: DocumentRow, b: DocumentRow): number {
  return Number(a.parent !== null) - Number(b.parent !== null) || a.key - b.key;
}
