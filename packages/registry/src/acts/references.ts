import {
  type CaseRecord,
  casesNamed,
  deviceReferences,
  headDuplicates,
  namedReferences,
  type Problem,
  type SeriesHead,
} from "@materbone/clinical";
import { BrokenReferenceError } from "../registry-error.ts";
import type { DocumentWithBody, StoreReader } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";
import { recordAt } from "./core.ts";

/** Women read at a time when a device goes from a head. */
const BATCH = 500;

/** Ids looked through for a slip; nobody is helped by one among more. */
const NEAREST_AMONG = 2000;

/** Most women that are named before the rest is left to the next attempt. */
const MOST_PROBLEMS = 100;

/** @throws BrokenReferenceError when there is a problem */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new BrokenReferenceError(problems);
}

/**
 * Does a woman fit her series: her scans on its devices, and what claims say about her about scans that she has? Places of
 * claims are in the head, those of scans in her record.
 */
export function checkCase(record: CaseRecord, head: SeriesHead): void {
  refuse([...deviceReferences(head)(record), ...namedReferences(head, () => record, [], record.id)]);
}

/** Claims and reviews that name a woman stand in the way of her taking another id. */
export function checkUnnamed(id: string, head: SeriesHead): void {
  refuse(namedReferences(head, () => undefined, [], id));
}

/**
 * Does a new head fit the women who are there? A deleted woman may come back: what names her stands, as long as it fits her
 * record. A scan of hers on a device that goes is asked about when she comes back.
 */
export async function checkHead(
  reader: StoreReader,
  series: DocumentRow,
  before: SeriesHead,
  after: SeriesHead,
): Promise<void> {
  const women = new Map<string, CaseRecord>();
  for (const id of casesNamed(after)) {
    const woman = await reader.findCase(series.key, id);
    if (woman !== undefined) women.set(id, await recordAt(reader, woman.contentSequence));
  }
  const find = (id: string): CaseRecord | undefined => women.get(id);
  const isComplete = namedReferences(after, find, []).length === 0;
  const known = isComplete ? [] : await someIds(reader, series);
  refuse([
    ...headDuplicates(after),
    ...namedReferences(after, find, known),
    ...(await lostDevices(reader, series, before, after)),
  ]);
}

/** Women who were scanned on a device that the new head no longer lists; a place names her by her id. */
async function lostDevices(
  reader: StoreReader,
  series: DocumentRow,
  before: SeriesHead,
  after: SeriesHead,
): Promise<readonly Problem[]> {
  const kept = new Set((after.methods?.densitometers ?? []).map((device) => device.id));
  const lost = (before.methods?.densitometers ?? []).filter((device) => !kept.has(device.id));
  const check = deviceReferences(after);
  const problems: Problem[] = [];
  for (const { id } of lost) {
    const containing = `"device":${JSON.stringify(id)}`;
    for await (const { document, body } of everyCase(reader, series, containing)) {
      const hers = check(JSON.parse(body) as CaseRecord);
      problems.push(...hers.map((problem) => ({ ...problem, at: `/cases/${document.id}${problem.at}` })));
      if (problems.length >= MOST_PROBLEMS) return problems;
    }
  }
  return problems;
}

/** Women of a series who are not deleted, in its order. */
export async function* everyCase(
  reader: StoreReader,
  series: DocumentRow,
  containing?: string,
): AsyncGenerator<DocumentWithBody> {
  for (let key = 0; ; ) {
    const options = { key, most: BATCH, isDeleted: false, ...(containing === undefined ? {} : { containing }) };
    const batch = await reader.casesAfter(series.key, options);
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return;
    key = last.document.key;
  }
}

async function someIds(reader: StoreReader, series: DocumentRow): Promise<readonly string[]> {
  const batch = await reader.casesAfter(series.key, { key: 0, most: NEAREST_AMONG, isDeleted: false });
  return batch.map(({ document }) => document.id);
}
