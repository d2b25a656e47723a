import { type CaseRecord, type SeriesHead, seriesReferences } from "@materbone/clinical";
import type { DerivedSummary } from "../case-summary.ts";
import type { Registry } from "../registry.ts";
import { DocumentStateError } from "../registry-error.ts";
import { rowOf } from "../store/case-row.ts";
import type { LogEntry } from "../store/log-entry.ts";
import type { StoreWriter } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";
import { summaryOf } from "../summary-of.ts";
import { type Appender, appender, saved } from "./append.ts";
import type { Core } from "./core.ts";
import { seriesRow } from "./counts.ts";
import { caseRef, findSeries, refuseTaken, seriesRef } from "./locate.ts";
import { pauses } from "./pause.ts";
import { checkCase, refuse } from "./references.ts";
import { afterEntry } from "./replay.ts";

type Creating = Pick<Registry, "createSeries" | "createCase">;

export function creating({ store, salt, head: headOf }: Core): Creating {
  return {
    createSeries: async (series, act) => {
      // Asked here and again inside, so that a refusal waits for no work and the work keeps nobody from writing.
      await store.read((reader) => refuseTaken(reader, seriesRef(series.id), undefined));
      refuse(seriesReferences(series));
      const { cases, ...head } = series;
      const women = await summarized(cases, head);
      return store.write(async (writer) => {
        await refuseTaken(writer, seriesRef(series.id), undefined);
        const append = await appender(writer, act, salt);
        const created = await createHead(writer, append, head);
        const pause = pauses();
        let last = created.entry;
        let key = created.document.key;
        for (const woman of women) {
          key += 1;
          last = await createWoman(writer, append, created.document, woman, key);
          await pause();
        }
        // The last link stands for the whole series.
        return { ...saved(created.entry), hash: last.hash };
      });
    },
    createCase: (id, record, act) =>
      store.write(async (writer) => {
        const series = await findSeries(writer, id);
        if (series.deletedAt !== null) throw new DocumentStateError(seriesRef(id), true);
        await refuseTaken(writer, caseRef(id, record.id), series);
        const head = await headOf(writer, series);
        checkCase(record, head);
        const append = await appender(writer, act, salt);
        const woman = { record, summary: summaryOf(record, head) };
        return saved(await createWoman(writer, append, series, woman, (await writer.lastKey()) + 1));
      }),
  };
}

/** A record with what lists show of it. */
type Woman = { readonly record: CaseRecord; readonly summary: DerivedSummary };

async function summarized(cases: readonly CaseRecord[], head: SeriesHead): Promise<readonly Woman[]> {
  const pause = pauses();
  const women: Woman[] = [];
  for (const record of cases) {
    women.push({ record, summary: summaryOf(record, head) });
    await pause();
  }
  return women;
}

async function createHead(
  writer: StoreWriter,
  append: Appender,
  head: SeriesHead,
): Promise<{ readonly entry: LogEntry; readonly document: DocumentRow }> {
  const key = (await writer.lastKey()) + 1;
  const body = JSON.stringify(head);
  const entry = await append({
    kind: "created",
    document: key,
    parent: null,
    series: head.id,
    case: null,
    revision: 1,
    body,
  });
  const document = afterEntry(undefined, entry, undefined);
  await writer.putDocument(document);
  await writer.putSeriesRow(seriesRow(document, head, entry.sequence));
  return { entry, document };
}

async function createWoman(
  writer: StoreWriter,
  append: Appender,
  series: DocumentRow,
  { record, summary }: Woman,
  key: number,
): Promise<LogEntry> {
  const entry = await append({
    kind: "created",
    document: key,
    parent: series.key,
    series: series.id,
    case: record.id,
    revision: 1,
    body: JSON.stringify(record),
  });
  const document = afterEntry(undefined, entry, undefined);
  await writer.putDocument(document);
  await writer.addCaseRow(rowOf(document, summary, series.contentSequence));
  return entry;
}
