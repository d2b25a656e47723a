import type { CaseSelection } from "../store/case-selection.ts";
import { hasFacets } from "../store/facets.ts";
import type { LoggedEntry } from "../store/log-entry.ts";
import type { DocumentWithBody, ListedCase, Store, StoreReader, StoreWriter } from "../store/store.ts";
import type { CaseRow, DocumentRow, DraftRow, SeriesRow } from "../store/store-row.ts";
import { type TagCount, tagList } from "../store/tags.ts";

/** Everything that a store holds. Rows are replaced, never changed, so a copy of the maps is a copy of the state. */
export type Shelf = {
  readonly log: LoggedEntry[];
  readonly documents: Map<number, DocumentRow>;
  readonly series: Map<number, SeriesRow>;
  readonly cases: Map<number, CaseRow>;
  readonly drafts: Map<string, DraftRow>;
  readonly settings: Map<string, string>;
};

/** A store in memory, for tests and for trying things out. It says by its plainness what the SQLite store has to do. */
export function memoryStore(): Store {
  let shelf: Shelf = {
    log: [],
    documents: new Map(),
    series: new Map(),
    cases: new Map(),
    drafts: new Map(),
    settings: new Map(),
  };
  let turn: Promise<unknown> = Promise.resolve();
  return {
    read: (work) => work(shelfReader(shelf)),
    write: (work) => {
      const result = turn.then(async () => {
        const changed = copyOf(shelf);
        const value = await work(shelfWriter(changed));
        shelf = changed;
        return value;
      });
      turn = result.catch(() => undefined);
      return result;
    },
    canCompact: async () => undefined,
    compact: async () => undefined,
    inspect: async () => [],
    copyTo: async () => {
      throw new Error("a registry in memory has no file to copy");
    },
    close: async () => undefined,
  };
}

function copyOf(shelf: Shelf): Shelf {
  return {
    log: [...shelf.log],
    documents: new Map(shelf.documents),
    series: new Map(shelf.series),
    cases: new Map(shelf.cases),
    drafts: new Map(shelf.drafts),
    settings: new Map(shelf.settings),
  };
}

function shelfReader(shelf: Shelf): StoreReader {
  const documents = (): DocumentRow[] => [...shelf.documents.values()].sort((a, b) => a.key - b.key);
  const entriesOf = (document: number | undefined): LoggedEntry[] =>
    document === undefined ? shelf.log : shelf.log.filter((entry) => entry.document === document);
  const body = (sequence: number): string | undefined => shelf.log[sequence - 1]?.content?.body ?? undefined;
  const withBody = (document: DocumentRow): DocumentWithBody[] => {
    const text = body(document.contentSequence);
    return text === undefined ? [] : [{ document, body: text }];
  };
  const live = (parent: number | null, id: string): DocumentRow | undefined =>
    documents().find((row) => !row.isPurged && row.parent === parent && row.id === id);
  const visible = (series: number): CaseRow[] =>
    [...shelf.cases.values()].filter((row) => row.series === series && !row.isDeleted);
  const stale = (): CaseRow[] =>
    [...shelf.cases.values()]
      .filter((row) => row.context < (shelf.series.get(row.series)?.context ?? 0))
      .sort((a, b) => a.key - b.key);
  return {
    lastEntry: async () => shelf.log.at(-1),
    entriesAfter: async (sequence, most) => shelf.log.slice(sequence, sequence + most),
    entriesOf: async (document, offset, limit) => [...entriesOf(document)].reverse().slice(offset, offset + limit),
    countEntries: async (document) => entriesOf(document).length,
    contentEntry: async (document, revision) =>
      entriesOf(document).findLast((entry) => entry.revision <= revision && entry.contentDigest !== null),
    hasRevision: async (document, revision) => entriesOf(document).some((entry) => entry.revision === revision),
    bodyAt: async (sequence) => body(sequence),
    findSeries: async (id) => live(null, id),
    findCase: async (series, id) => live(series, id),
    findPurged: async (parent, id) =>
      documents().findLast((row) => row.isPurged && row.parent === parent && row.id === id),
    documentOf: async (key) => shelf.documents.get(key),
    lastKey: async () => documents().at(-1)?.key ?? 0,
    documentsAfter: async (key, most) =>
      documents()
        .filter((row) => row.key > key)
        .slice(0, most),
    countDocuments: async () => shelf.documents.size,
    listSeries: async (isDeleted) =>
      documents().filter((row) => row.parent === null && !row.isPurged && (row.deletedAt !== null) === isDeleted),
    casesAfter: async (series, { key, most, isDeleted, containing = "" }) =>
      documents()
        .filter((row) => row.parent === series && !row.isPurged && row.key > key)
        .filter((row) => isDeleted === undefined || (row.deletedAt !== null) === isDeleted)
        .flatMap(withBody)
        .filter((woman) => woman.body.includes(containing))
        .slice(0, most),
    countCases: async (series) => visible(series).length,
    lastSavedAt: async (series) =>
      documents()
        .filter((row) => row.parent === series && !row.isPurged)
        .map((row) => row.savedAt)
        .sort()
        .at(-1),
    seriesRow: async (key) => shelf.series.get(key),
    caseRow: async (key) => shelf.cases.get(key),
    listCases: async (selection) => selected(shelf, selection),
    listTags: async (series) => tagCounts(visible(series)),
    staleCases: async (most) =>
      stale()
        .slice(0, most)
        .flatMap((row) => {
          const document = shelf.documents.get(row.key);
          return document === undefined ? [] : withBody(document);
        }),
    countStale: async () => stale().length,
    drafts: async (of) =>
      [...shelf.drafts.values()].filter(
        (row) => of === undefined || (row.series === of.series && row.case === of.case),
      ),
    setting: async (name) => shelf.settings.get(name),
  };
}

function shelfWriter(shelf: Shelf): StoreWriter {
  return {
    ...shelfReader(shelf),
    append: async (entry, content) => {
      if (entry.sequence !== shelf.log.length + 1) throw new RangeError(`entry ${entry.sequence} is out of order`);
      shelf.log.push({ ...entry, content });
    },
    putDocument: async (row) => void shelf.documents.set(row.key, row),
    putSeriesRow: async (row) => void shelf.series.set(row.key, row),
    putCaseRow: async (row) => void shelf.cases.set(row.key, row),
    addCaseRow: async (row) => void shelf.cases.set(row.key, row),
    erase: async (document) => {
      const purged =
        shelf.log.findLast((entry) => entry.document === document && entry.kind === "purged")?.sequence ?? 0;
      for (const [position, entry] of shelf.log.entries()) {
        const isMeant = entry.document === document || entry.parent === document;
        if (isMeant && entry.sequence < purged) shelf.log[position] = { ...entry, content: undefined };
      }
      for (const row of shelf.documents.values()) {
        if (row.key !== document && row.parent !== document) continue;
        shelf.documents.set(row.key, { ...row, deletedAt: null, deletedBy: null, deletedWhy: null, isPurged: true });
        shelf.cases.delete(row.key);
        shelf.series.delete(row.key);
      }
    },
    clearDerived: async () => {
      for (const map of [shelf.documents, shelf.series, shelf.cases]) map.clear();
    },
    putDraft: async (row) => void shelf.drafts.set(draftKey(row), row),
    dropDrafts: async ({ series, case: woman, window }) => {
      for (const [key, row] of shelf.drafts) {
        if (row.series !== series || (woman !== undefined && row.case !== woman)) continue;
        if (window === undefined || row.window === window) shelf.drafts.delete(key);
      }
    },
    moveDrafts: async (from, to) => {
      for (const [key, row] of [...shelf.drafts]) {
        if (row.series !== from.series || (from.case !== undefined && row.case !== from.case)) continue;
        const moved = { ...row, series: to.series, case: to.case ?? row.case };
        shelf.drafts.delete(key);
        shelf.drafts.set(draftKey(moved), moved);
      }
    },
    putSetting: async (name, body) => void shelf.settings.set(name, body),
  };
}

function selected(
  shelf: Shelf,
  selection: CaseSelection,
): { readonly total: number; readonly cases: readonly ListedCase[] } {
  const { series, isDeleted, needles, facets, offset, limit } = selection;
  const rows = [...shelf.cases.values()]
    .filter((row) => row.series === series && row.isDeleted === isDeleted && hasFacets(row.facets, facets))
    .filter((row) => needles.every((needle) => row.search.includes(needle)))
    .sort(inOrder(selection));
  const page = rows.slice(offset, offset + limit).flatMap((row): readonly ListedCase[] => {
    const document = shelf.documents.get(row.key);
    return document === undefined ? [] : [{ document, row }];
  });
  return { total: rows.length, cases: page };
}

const orderValue: Readonly<Record<CaseSelection["order"], (row: CaseRow) => number | string | null>> = {
  id: (row) => row.natural,
  age: (row) => row.ageYears,
  delivery: (row) => row.deliveryDay,
  diagnosis: (row) => row.diagnosisMonths,
  lowestZ: (row) => row.lowestZ,
  findings: (row) => row.findings,
  saved: (row) => row.savedMs,
};

/** Women without the value last; those with the same value in the order they came, turned with the direction. */
function inOrder({ order, isDescending }: CaseSelection): (a: CaseRow, b: CaseRow) => number {
  const direction = isDescending ? -1 : 1;
  return (a, b) => {
    const [mine, theirs] = [orderValue[order](a), orderValue[order](b)];
    if (mine === null || theirs === null) {
      if (mine !== theirs) return mine === null ? 1 : -1;
      return direction * (a.key - b.key);
    }
    return direction * (mine < theirs ? -1 : mine > theirs ? 1 : a.key - b.key);
  };
}

function tagCounts(rows: readonly CaseRow[]): readonly TagCount[] {
  const counts = new Map<string, number>();
  for (const tag of rows.flatMap((row) => row.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return tagList([...counts].map(([tag, cases]) => ({ tag, cases })));
}

function draftKey({ series, case: woman, window }: Pick<DraftRow, "series" | "case" | "window">): string {
  return JSON.stringify([series, woman, window]);
}
