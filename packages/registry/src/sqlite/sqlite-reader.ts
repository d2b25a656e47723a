import { type Kysely, type SqlBool, sql } from "kysely";
import type { DocumentWithBody, StoreReader } from "../store/store.ts";
import { tagList } from "../store/tags.ts";
import { caseRowOf, documentRow, draftRow, logEntry, loggedEntry } from "./rows.ts";
import { listCases } from "./sqlite-list.ts";
import type { Tables } from "./tables.ts";

/** A connection or a transaction on it. */
export type Queries = Kysely<Tables>;

// Written out, because only so does the engine see that a partial index answers.
const isLive = sql<SqlBool>`is_purged = 0`;
const isSeries = sql<SqlBool>`parent is null`;
const isCase = sql<SqlBool>`parent is not null`;

export function sqliteReader(queries: Queries): StoreReader {
  const entries = () =>
    queries
      .selectFrom("revision")
      .leftJoin("revision_content", "revision_content.sequence", "revision.sequence")
      .selectAll("revision")
      .select(["revision_content.salt", "revision_content.why", "revision_content.body"]);
  const documents = () => queries.selectFrom("document").selectAll();
  return {
    lastEntry: async () => {
      const row = await queries
        .selectFrom("revision")
        .selectAll()
        .orderBy("sequence", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : logEntry(row);
    },
    entriesAfter: async (sequence, most) => {
      const rows = await entries()
        .where("revision.sequence", ">", sequence)
        .orderBy("revision.sequence")
        .limit(most)
        .execute();
      return rows.map(loggedEntry);
    },
    entriesOf: async (document, offset, limit) => {
      const query = document === undefined ? entries() : entries().where("revision.document", "=", document);
      const rows = await query.orderBy("revision.sequence", "desc").limit(limit).offset(offset).execute();
      return rows.map(loggedEntry);
    },
    countEntries: async (document) => {
      const query = queries.selectFrom("revision").select((eb) => eb.fn.countAll<number>().as("entries"));
      const counted = document === undefined ? query : query.where("document", "=", document);
      return (await counted.executeTakeFirstOrThrow()).entries;
    },
    contentEntry: async (document, revision) => {
      const row = await entries()
        .where("revision.document", "=", document)
        .where("revision.revision", "<=", revision)
        .where("revision.content_digest", "is not", null)
        .orderBy("revision.revision", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : loggedEntry(row);
    },
    hasRevision: async (document, revision) => {
      const query = queries.selectFrom("revision").select("sequence").where("document", "=", document);
      return (await query.where("revision", "=", revision).executeTakeFirst()) !== undefined;
    },
    bodyAt: async (sequence) => {
      const query = queries.selectFrom("revision_content").select("body").where("sequence", "=", sequence);
      return (await query.executeTakeFirst())?.body ?? undefined;
    },
    findSeries: async (id) => {
      const row = await documents().where("id", "=", id).where(isSeries).where(isLive).executeTakeFirst();
      return row === undefined ? undefined : documentRow(row);
    },
    findCase: async (series, id) => {
      const query = documents().where("parent", "=", series).where("id", "=", id);
      const row = await query.where(isCase).where(isLive).executeTakeFirst();
      return row === undefined ? undefined : documentRow(row);
    },
    findPurged: async (parent, id) => {
      const query = documents().where("parent", "is", parent).where("id", "=", id).where("is_purged", "=", 1);
      const row = await query.orderBy("key", "desc").limit(1).executeTakeFirst();
      return row === undefined ? undefined : documentRow(row);
    },
    documentOf: async (key) => {
      const row = await documents().where("key", "=", key).executeTakeFirst();
      return row === undefined ? undefined : documentRow(row);
    },
    lastKey: async () => {
      const query = queries.selectFrom("document").select("key").orderBy("key", "desc").limit(1);
      return (await query.executeTakeFirst())?.key ?? 0;
    },
    documentsAfter: async (key, most) =>
      (await documents().where("key", ">", key).orderBy("key").limit(most).execute()).map(documentRow),
    countDocuments: async () => {
      const query = queries.selectFrom("document").select((eb) => eb.fn.countAll<number>().as("documents"));
      return (await query.executeTakeFirstOrThrow()).documents;
    },
    listSeries: async (isDeleted) => {
      const query = documents()
        .where(isSeries)
        .where(isLive)
        .where("deleted_at", isDeleted ? "is not" : "is", null);
      return (await query.orderBy("key").execute()).map(documentRow);
    },
    casesAfter: async (series, { key, most, isDeleted, containing }) => {
      let query = withBodies(queries)
        .where("document.parent", "=", series)
        .where(isLive)
        .where("document.key", ">", key);
      if (isDeleted !== undefined) query = query.where("document.deleted_at", isDeleted ? "is not" : "is", null);
      if (containing !== undefined) query = query.where(sql<SqlBool>`instr(revision_content.body, ${containing}) > 0`);
      return (await query.orderBy("document.key").limit(most).execute()).flatMap(withBody);
    },
    countCases: async (series) => {
      const query = queries.selectFrom("case_summary").select((eb) => eb.fn.countAll<number>().as("cases"));
      const counted = query.where("series", "=", series).where("is_deleted", "=", 0);
      return (await counted.executeTakeFirstOrThrow()).cases;
    },
    lastSavedAt: async (series) => {
      const query = queries.selectFrom("document").select("saved_at").where("parent", "=", series).where(isLive);
      return (await query.orderBy("saved_at", "desc").limit(1).executeTakeFirst())?.saved_at;
    },
    seriesRow: async (key) =>
      queries.selectFrom("series_summary").selectAll().where("key", "=", key).executeTakeFirst(),
    caseRow: async (key) => {
      const row = await queries.selectFrom("case_summary").selectAll().where("key", "=", key).executeTakeFirst();
      return row === undefined ? undefined : caseRowOf(row);
    },
    listCases: (selection) => listCases(queries, selection),
    listTags: async (series) =>
      tagList(await queries.selectFrom("tag_count").select(["tag", "cases"]).where("series", "=", series).execute()),
    staleCases: async (most) => {
      const women: DocumentWithBody[] = [];
      for (const { key, context } of await queries.selectFrom("series_summary").select(["key", "context"]).execute()) {
        const rows = await withBodies(queries)
          .innerJoin("case_summary", "case_summary.key", "document.key")
          .where("case_summary.series", "=", key)
          .where("case_summary.context", "<", context)
          .limit(most - women.length)
          .execute();
        women.push(...rows.flatMap(withBody));
        if (women.length >= most) break;
      }
      return women;
    },
    countStale: async () => {
      const query = queries
        .selectFrom("series_summary")
        .innerJoin("case_summary", "case_summary.series", "series_summary.key")
        .whereRef("case_summary.context", "<", "series_summary.context")
        .select((eb) => eb.fn.countAll<number>().as("stale"));
      return (await query.executeTakeFirstOrThrow()).stale;
    },
    drafts: async (of) => {
      const query = queries.selectFrom("draft").selectAll();
      const wanted =
        of === undefined ? query : query.where("series", "=", of.series).where("case_id", "=", of.case ?? "");
      return (await wanted.execute()).map(draftRow);
    },
    setting: async (name) =>
      (await queries.selectFrom("setting").select("body").where("name", "=", name).executeTakeFirst())?.body,
  };
}

function withBodies(queries: Queries) {
  return queries
    .selectFrom("document")
    .innerJoin("revision_content", "revision_content.sequence", "document.content_sequence")
    .selectAll("document")
    .select("revision_content.body");
}

function withBody(row: Parameters<typeof documentRow>[0] & { readonly body: string | null }): DocumentWithBody[] {
  const { body } = row;
  return body === null ? [] : [{ document: documentRow(row), body }];
}
