import { type CaseRecord, changesBetween, type Review, type SeriesHead } from "@materbone/clinical";
import { caseRow } from "../store/case-row.ts";
import type { DocumentWithBody, StoreReader, StoreWriter } from "../store/store.ts";
import type { DocumentRow, SeriesRow } from "../store/store-row.ts";

/** Women that are recounted inside the save of their head; of a larger series they are marked stale and follow later. */
const RECOUNTED_AT_ONCE = 300;

/**
 * Women whose counts another head changes. A review says something of the woman it names; methods, intervals, comparator
 * and recruitment years of everyone.
 */
export function recounted(before: SeriesHead | undefined, after: SeriesHead): "all" | readonly string[] {
  if (before === undefined || changesBetween(judgedWith(before), judgedWith(after)).length > 0) return "all";
  const lost = (before.reviews ?? []).filter((review) => !hasReview(after, review));
  const gained = (after.reviews ?? []).filter((review) => !hasReview(before, review));
  // The first review that fits a finding counts, so their order is part of what they say.
  const isReordered = lost.length === 0 && gained.length === 0 && !isSame(before.reviews ?? [], after.reviews ?? []);
  const changed = isReordered ? (after.reviews ?? []) : [...lost, ...gained];
  return [...new Set(changed.flatMap((review) => review.case ?? []))];
}

/** Brings the rows of women up to a head that was just saved. @param series - with the new head as its content */
export async function recount(
  writer: StoreWriter,
  series: DocumentRow,
  head: SeriesHead,
  which: "all" | readonly string[],
): Promise<void> {
  const before = await writer.seriesRow(series.key);
  const women = which === "all" ? await firstWomen(writer, series) : await namedWomen(writer, series, which);
  const isAtOnce = women.length <= RECOUNTED_AT_ONCE;
  // Named women who are too many are left to the recount of everyone.
  const context = which === "all" || !isAtOnce ? series.contentSequence : (before?.context ?? series.contentSequence);
  await writer.putSeriesRow(seriesRow(series, head, context));
  if (!isAtOnce) return;
  for (const woman of women) await putCaseRow(writer, woman, series, head);
}

export async function putCaseRow(
  writer: StoreWriter,
  { document, body }: DocumentWithBody,
  series: DocumentRow,
  head: SeriesHead,
): Promise<void> {
  await writer.putCaseRow(caseRow(document, JSON.parse(body) as CaseRecord, head, series.contentSequence));
}

export function seriesRow({ key }: DocumentRow, head: SeriesHead, context: number): SeriesRow {
  const { title, origin } = head;
  return { key, context, body: JSON.stringify({ title, origin }) };
}

function firstWomen(reader: StoreReader, series: DocumentRow): Promise<readonly DocumentWithBody[]> {
  return reader.casesAfter(series.key, { key: 0, most: RECOUNTED_AT_ONCE + 1 });
}

async function namedWomen(
  reader: StoreReader,
  series: DocumentRow,
  ids: readonly string[],
): Promise<readonly DocumentWithBody[]> {
  const women: DocumentWithBody[] = [];
  for (const id of ids.slice(0, RECOUNTED_AT_ONCE + 1)) {
    const document = await reader.findCase(series.key, id);
    const body = document === undefined ? undefined : await reader.bodyAt(document.contentSequence);
    if (document !== undefined && body !== undefined) women.push({ document, body });
  }
  return women;
}

function judgedWith({ methods, laboratory, comparator, recruitmentYears }: SeriesHead): Partial<SeriesHead> {
  return { methods, laboratory, comparator, recruitmentYears } as Partial<SeriesHead>;
}

function hasReview(head: SeriesHead, review: Review): boolean {
  return (head.reviews ?? []).some((candidate) => isSame(candidate, review));
}

function isSame(a: unknown, b: unknown): boolean {
  return changesBetween(a, b).length === 0;
}
