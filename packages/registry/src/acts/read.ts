import type { CaseRecord, SeriesHead } from "@materbone/clinical";
import type { SeriesSummary } from "../case-summary.ts";
import type { Stored } from "../document.ts";
import type { Registry } from "../registry.ts";
import { caseSummary, deletion } from "../store/case-row.ts";
import { caseSelection } from "../store/case-selection.ts";
import type { StoreReader } from "../store/store.ts";
import type { DocumentRow } from "../store/store-row.ts";
import { bodyAt, type Core } from "./core.ts";
import { caseRef, findSeries, isLiterature, type Located, locate, seriesRef, stored } from "./locate.ts";
import { pauses } from "./pause.ts";
import { everyCase } from "./references.ts";

type Reading = Pick<Registry, "listSeries" | "readHead" | "readCase" | "readCases" | "listCases" | "listTags">;

export function reading({ store }: Core): Reading {
  return {
    listSeries: ({ isDeleted = false } = {}) =>
      store.read(async (reader) => {
        const summaries: SeriesSummary[] = [];
        const rows = (await reader.listSeries(isDeleted)).filter((row) => !isLiterature(row));
        for (const series of rows) summaries.push(await seriesSummary(reader, series));
        return summaries.sort((a, b) => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0));
      }),
    readHead: (series) =>
      store.read(async (reader) => read<SeriesHead>(reader, await locate(reader, seriesRef(series)))),
    readCase: (ref) => store.read(async (reader) => read<CaseRecord>(reader, await locate(reader, ref))),
    readCases: (id, ids) =>
      store.read(async (reader) => {
        const women: Stored<CaseRecord>[] = [];
        if (ids !== undefined) {
          for (const woman of ids) women.push(await read<CaseRecord>(reader, await locate(reader, caseRef(id, woman))));
          return women;
        }
        const series = await findSeries(reader, id);
        const pause = pauses();
        for await (const { document, body } of everyCase(reader, series)) {
          women.push(stored(body, document, series));
          await pause();
        }
        return women;
      }),
    listCases: (id, query) =>
      store.read(async (reader) => {
        const series = await findSeries(reader, id);
        const selection = caseSelection(series.key, query);
        if (selection === undefined) return { total: 0, cases: [] };
        const context = (await reader.seriesRow(series.key))?.context ?? 0;
        const { total, cases } = await reader.listCases(selection);
        return { total, cases: cases.map(({ document, row }) => caseSummary(document, row, context)) };
      }),
    listTags: (id) => store.read(async (reader) => reader.listTags((await findSeries(reader, id)).key)),
  };
}

async function read<T>(reader: StoreReader, { series, document }: Located): Promise<Stored<T>> {
  return stored<T>(await bodyAt(reader, document.contentSequence), document, series);
}

async function seriesSummary(reader: StoreReader, series: DocumentRow): Promise<SeriesSummary> {
  const row = await reader.seriesRow(series.key);
  const latest = (await reader.lastSavedAt(series.key)) ?? series.savedAt;
  return {
    id: series.id,
    ...(JSON.parse(row?.body ?? "{}") as Pick<SeriesSummary, "title" | "origin">),
    cases: await reader.countCases(series.key),
    revision: series.revision,
    savedAt: latest > series.savedAt ? latest : series.savedAt,
    ...deletion(series),
  };
}
