import { type SqlBool, sql } from "kysely";
import type { StoreWriter } from "../store/store.ts";
import { caseColumns, documentColumns, draftColumns, revisionRow, tagsIn } from "./rows.ts";
import { type Queries, sqliteReader } from "./sqlite-reader.ts";

/** Set while something was erased and its place on the disk is not yet overwritten. */
export const COMPACTION_DUE = "compactionDue";

export function sqliteWriter(queries: Queries): StoreWriter {
  const reader = sqliteReader(queries);
  const countTags = async (series: number, tags: readonly string[], change: 1 | -1): Promise<void> => {
    for (const tag of tags) {
      await queries
        .insertInto("tag_count")
        .values({ series, tag, cases: change })
        .onConflict((oc) => oc.columns(["series", "tag"]).doUpdateSet({ cases: sql<number>`cases + ${change}` }))
        .execute();
    }
    if (change < 0 && tags.length > 0) {
      await queries.deleteFrom("tag_count").where("series", "=", series).where("cases", "<=", 0).execute();
    }
  };
  /** What a row that goes or changes had counted. */
  const uncountTags = async (key: number): Promise<void> => {
    const query = queries.selectFrom("case_summary").select(["series", "is_deleted", "body"]).where("key", "=", key);
    const before = await query.executeTakeFirst();
    if (before !== undefined && before.is_deleted === 0) await countTags(before.series, tagsIn(before.body), -1);
  };
  return {
    ...reader,
    append: async (entry, { salt, why, body }) => {
      await queries.insertInto("revision").values(revisionRow(entry)).execute();
      await queries.insertInto("revision_content").values({ sequence: entry.sequence, salt, why, body }).execute();
    },
    putDocument: async (row) => {
      const columns = documentColumns(row);
      const insert = queries.insertInto("document").values(columns);
      await insert.onConflict((oc) => oc.column("key").doUpdateSet(columns)).execute();
    },
    putSeriesRow: async (row) => {
      const insert = queries.insertInto("series_summary").values(row);
      await insert.onConflict((oc) => oc.column("key").doUpdateSet(row)).execute();
    },
    putCaseRow: async (row) => {
      await uncountTags(row.key);
      const columns = caseColumns(row);
      const insert = queries.insertInto("case_summary").values(columns);
      await insert.onConflict((oc) => oc.column("key").doUpdateSet(columns)).execute();
      if (!row.isDeleted) await countTags(row.series, row.tags, 1);
    },
    addCaseRow: async (row) => {
      await queries.insertInto("case_summary").values(caseColumns(row)).execute();
      if (!row.isDeleted) await countTags(row.series, row.tags, 1);
    },
    erase: async (document) => {
      const purge = sql`(select max(sequence) from revision where document = ${document} and kind = 'purged')`;
      await queries
        .deleteFrom("revision_content")
        .where(
          sql<SqlBool>`sequence in (select sequence from revision
            where (document = ${document} or parent = ${document}) and sequence < ${purge})`,
        )
        .execute();
      const ofDocument = sql<SqlBool>`(key = ${document} or key in (select key from document where parent = ${document}))`;
      await uncountTags(document);
      await queries.deleteFrom("tag_count").where("series", "=", document).execute();
      await queries.deleteFrom("case_summary").where(ofDocument).execute();
      await queries.deleteFrom("series_summary").where("key", "=", document).execute();
      await queries
        .updateTable("document")
        .set({ deleted_at: null, deleted_by: null, deleted_why: null, is_purged: 1 })
        .where(ofDocument)
        .execute();
      await putSetting(queries, COMPACTION_DUE, "true");
    },
    clearDerived: async () => {
      // Documents point at one another, whatever order they go and come in.
      await sql`pragma defer_foreign_keys = on`.execute(queries);
      for (const table of ["tag_count", "case_summary", "series_summary", "document"] as const) {
        await queries.deleteFrom(table).execute();
      }
    },
    putDraft: async (row) => {
      const columns = draftColumns(row);
      const insert = queries.insertInto("draft").values(columns);
      await insert.onConflict((oc) => oc.columns(["series", "case_id", "window"]).doUpdateSet(columns)).execute();
    },
    dropDrafts: async ({ series, case: woman, window }) => {
      let query = queries.deleteFrom("draft").where("series", "=", series);
      if (woman !== undefined) query = query.where("case_id", "=", woman ?? "");
      if (window !== undefined) query = query.where("window", "=", window);
      await query.execute();
    },
    moveDrafts: async (from, to) => {
      // A draft that already stands at the new place for the same window is older work on an id that was free.
      const moved =
        from.case === undefined || to.case === undefined
          ? sql`update or replace draft set series = ${to.series} where series = ${from.series}`
          : sql`update or replace draft set series = ${to.series}, case_id = ${to.case}
              where series = ${from.series} and case_id = ${from.case}`;
      await moved.execute(queries);
    },
    putSetting: (name, body) => putSetting(queries, name, body),
  };
}

async function putSetting(queries: Queries, name: string, body: string): Promise<void> {
  const insert = queries.insertInto("setting").values({ name, body });
  await insert.onConflict((oc) => oc.column("name").doUpdateSet({ body })).execute();
}
