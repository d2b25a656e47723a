import type { Kysely } from "kysely";
import type { Store, StoreReader, StoreWriter } from "../store/store.ts";
import { compactFile, truncateLog } from "./compact-file.ts";
import { copyDatabase } from "./copy-database.ts";
import { queriesOn } from "./dialect.ts";
import type { Database } from "./engine.ts";
import { release } from "./release.ts";
import { sqliteReader } from "./sqlite-reader.ts";
import { COMPACTION_DUE, sqliteWriter } from "./sqlite-writer.ts";
import { guarded } from "./store-trouble.ts";
import type { Tables } from "./tables.ts";

export type Connections = {
  readonly file: string;
  readonly writing: Database;
  /** Reads go on while a long write is under way. */
  readonly reading: Database;
};

/** A store in one file. Opening has migrated it. */
export function sqliteStore({ file, writing, reading }: Connections): Store {
  const writes = queriesOn(writing);
  const reads = queriesOn(reading);
  /** While both connections are free, so that none of this process keeps an old page in use. */
  const alone = (work: () => Promise<void>): Promise<void> =>
    writes.connection().execute(() => reads.connection().execute(work));
  return {
    read: (work) => guarded(file, () => readIn(reads, work)),
    write: (work) => guarded(file, () => writeIn(writes, work)),
    canCompact: () => guarded(file, () => alone(async () => truncateLog(writing, file))),
    compact: () =>
      guarded(file, async () => {
        await alone(async () => compactFile(writing, file));
        await writes.deleteFrom("setting").where("name", "=", COMPACTION_DUE).execute();
      }),
    inspect: () =>
      guarded(file, async () =>
        reading
          .prepare("PRAGMA integrity_check(20)")
          .all()
          .map((row) => String(Object.values(row as Record<string, unknown>)[0]))
          .filter((line) => line !== "ok"),
      ),
    copyTo: (target, progress) => copyDatabase(file, target, progress),
    close: async () => {
      if (!writing.isOpen) return;
      // Destroying does nothing to a connection that was never used.
      for (const [queries, database] of [
        [reads, reading],
        [writes, writing],
      ] as const) {
        await queries.destroy();
        if (database.isOpen) database.close();
      }
      await release();
    },
  };
}

function readIn<T>(queries: Kysely<Tables>, work: (reader: StoreReader) => Promise<T>): Promise<T> {
  return queries
    .transaction()
    .setAccessMode("read only")
    .execute((transaction) => work(sqliteReader(transaction)));
}

function writeIn<T>(queries: Kysely<Tables>, work: (writer: StoreWriter) => Promise<T>): Promise<T> {
  return queries.transaction().execute((transaction) => work(sqliteWriter(transaction)));
}
