import { changesBetween, readCase, readSeriesHead, type SeriesHead } from "@materbone/clinical";
import type { VerificationFault } from "../revision.ts";
import { caseRow } from "../store/case-row.ts";
import { OTHER_RULES } from "../store/rules-version.ts";
import type { StoreReader } from "../store/store.ts";
import type { CaseRow, DocumentRow } from "../store/store-row.ts";
import { tagList } from "../store/tags.ts";
import { type Core, headAt } from "./core.ts";
import { seriesRow } from "./counts.ts";
import { isLiterature } from "./locate.ts";

/** Documents read at a time; other work goes on between. */
const BATCH = 100;

/** Heads kept parsed meanwhile. */
const HEADS_KEPT = 16;

type Comparison = { readonly documents: number; readonly faults: readonly VerificationFault[] };

/** What a comparison gathers on its way. */
type Pass = {
  readonly states: ReadonlyMap<number, DocumentRow>;
  /** Last entry of the walk that `states` come from. */
  readonly last: number;
  readonly headBySequence: Map<number, SeriesHead>;
  readonly tagsBySeries: Map<number, Map<string, number>>;
};

/**
 * Holds what lists read against what the log says. Documents that were saved meanwhile are left out, because the walk of
 * the log ended before them.
 *
 * @param states - every document as its log leaves it
 */
export async function compareLists(
  { read }: Core["store"],
  states: ReadonlyMap<number, DocumentRow>,
  last: number,
  step: (documents: number) => Promise<void>,
): Promise<Comparison> {
  const pass: Pass = { states, last, headBySequence: new Map(), tagsBySeries: new Map() };
  const unseen = new Map(states);
  const faults: VerificationFault[] = [];
  let documents = 0;
  for (let key = -1; ; ) {
    const after = key;
    const batch = await read((reader) => compareBatch(reader, after, pass));
    for (const { document, isAsLogged } of batch) {
      unseen.delete(document.key);
      if (!isAsLogged) faults.push(differs(document, states));
    }
    const final = batch.at(-1);
    if (final === undefined) break;
    key = final.document.key;
    documents += batch.length;
    await step(documents);
  }
  for (const state of unseen.values()) faults.push(differs(state, states));
  if (faults.length === 0) faults.push(...(await read((reader) => compareTags(reader, pass))));
  return { documents, faults };
}

type Compared = { readonly document: DocumentRow; readonly isAsLogged: boolean };

async function compareBatch(reader: StoreReader, after: number, pass: Pass): Promise<readonly Compared[]> {
  const end = (await reader.lastEntry())?.sequence ?? 0;
  const compared: Compared[] = [];
  for (const document of await reader.documentsAfter(after, BATCH)) {
    const series = document.parent === null ? document : await reader.documentOf(document.parent);
    // Sequences behind the end of the log are no saves but damage.
    const isNewer = [document, series].some(
      (row) => row !== undefined && row.sequence > pass.last && row.sequence <= end,
    );
    compared.push({ document, isAsLogged: isNewer || (await isAsLogged(reader, document, pass)) });
  }
  return compared;
}

async function isAsLogged(reader: StoreReader, document: DocumentRow, pass: Pass): Promise<boolean> {
  const state = pass.states.get(document.key);
  if (state === undefined || !isSame(state, document)) return false;
  try {
    if (document.parent !== null) return await isCaseAsLogged(reader, document, pass);
    return await (isLiterature(document) ? isLiteratureAsLogged(reader, document) : isHeadAsLogged(reader, document));
  } catch (error) {
    // Content that is no JSON any more; the chain tells where.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

async function isHeadAsLogged(reader: StoreReader, document: DocumentRow): Promise<boolean> {
  const row = await reader.seriesRow(document.key);
  if (document.isPurged) return row === undefined;
  const body = await reader.bodyAt(document.contentSequence);
  if (body === undefined || row === undefined || row.context > document.contentSequence) return false;
  const head = readSeriesHead(JSON.parse(body));
  return head.kind === "read" && isSame(row, seriesRow(document, head.value, row.context));
}

/** No list shows anything of the literature: it has a content that can be read, and no row. */
async function isLiteratureAsLogged(reader: StoreReader, document: DocumentRow): Promise<boolean> {
  if ((await reader.seriesRow(document.key)) !== undefined) return false;
  if (document.isPurged) return true;
  const body = await reader.bodyAt(document.contentSequence);
  const content: unknown = body === undefined ? undefined : JSON.parse(body);
  return typeof content === "object" && content !== null;
}

async function isCaseAsLogged(reader: StoreReader, document: DocumentRow, pass: Pass): Promise<boolean> {
  const row = await reader.caseRow(document.key);
  if (document.isPurged) return row === undefined;
  const body = await reader.bodyAt(document.contentSequence);
  const series = pass.states.get(document.parent ?? 0);
  const context = (await reader.seriesRow(document.parent ?? 0))?.context;
  if (row === undefined || body === undefined || series === undefined || context === undefined) return false;
  countTags(row, pass);
  // Counted by rules that this program does not have; the recount that it waits for makes it anew.
  if (row.context === OTHER_RULES) return row.series === document.parent;
  // Fresh counts are those of the head as it is; stale ones those of the head that they name.
  const sequence = row.context >= context ? series.contentSequence : row.context;
  const head = await cachedHead(reader, sequence, pass.headBySequence);
  if (head === undefined) return false;
  // Content that is no record any more can be counted by no rule; the chain tells where it was changed.
  const record = readCase(JSON.parse(body));
  return record.kind === "read" && isSame(row, caseRow(document, record.value, head, row.context));
}

async function cachedHead(
  reader: StoreReader,
  sequence: number,
  headBySequence: Map<number, SeriesHead>,
): Promise<SeriesHead | undefined> {
  const known = headBySequence.get(sequence);
  if (known !== undefined) return known;
  if ((await reader.bodyAt(sequence)) === undefined) return undefined;
  const head = await headAt(reader, sequence);
  if (readSeriesHead(head).kind === "refused") return undefined;
  if (headBySequence.size >= HEADS_KEPT) headBySequence.clear();
  headBySequence.set(sequence, head);
  return head;
}

function countTags({ series, tags, isDeleted }: CaseRow, { tagsBySeries }: Pass): void {
  if (isDeleted) return;
  const counts = tagsBySeries.get(series) ?? new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  tagsBySeries.set(series, counts);
}

/** Counts of tags can only be compared while nobody has saved since the walk. */
async function compareTags(
  reader: StoreReader,
  { states, last, tagsBySeries }: Pass,
): Promise<readonly VerificationFault[]> {
  if (((await reader.lastEntry())?.sequence ?? 0) !== last) return [];
  const faults: VerificationFault[] = [];
  for (const state of states.values()) {
    if (state.parent !== null || state.isPurged) continue;
    const counted = [...(tagsBySeries.get(state.key) ?? [])].map(([tag, cases]) => ({ tag, cases }));
    if (!isSame(await reader.listTags(state.key), tagList(counted))) faults.push(differs(state, states));
  }
  return faults;
}

function differs(document: DocumentRow, states: ReadonlyMap<number, DocumentRow>): VerificationFault {
  if (isLiterature(document)) return { kind: "projectionDiffers" };
  if (document.parent === null) return { kind: "projectionDiffers", series: document.id };
  return { kind: "projectionDiffers", series: states.get(document.parent)?.id ?? "", case: document.id };
}

function isSame(a: unknown, b: unknown): boolean {
  return changesBetween(a, b).length === 0;
}
