import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { migrations, SCHEMA_VERSION } from "../migrations/migrations.ts";
import { StoreError } from "../registry-error.ts";
import { OTHER_RULES, RULES_SETTING, RULES_VERSION } from "../store/rules-version.ts";
import type { Store } from "../store/store.ts";
import { APPLICATION_ID, type Database, loadEngine, pragma } from "./engine.ts";
import { readHeader } from "./file-header.ts";
import { migrateFile } from "./migrate-file.ts";
import { release } from "./release.ts";
import { sqliteStore } from "./sqlite-store.ts";
import { COMPACTION_DUE } from "./sqlite-writer.ts";
import { guarded } from "./store-trouble.ts";

export type StoreOptions = {
  readonly now: () => string;
  readonly busyMs: number;
  /** Sets the connection that writes up further. */
  readonly prepare?: (writing: Database) => void;
};

/** The store of `openSqliteRegistry` by itself. */
export function openSqliteStore(file: string, { now, busyMs, prepare }: StoreOptions): Promise<Store> {
  return guarded(file, async () => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const isNew = await refuseForeign(file);
    await access(isNew ? dirname(file) : file, constants.R_OK | constants.W_OK);
    // The write-ahead log stands beside the file, so the folder has to be writable too.
    await access(dirname(file), constants.R_OK | constants.W_OK);
    const { DatabaseSync } = await loadEngine();
    const opened: Database[] = [];
    const open = (): Database => {
      const database = new DatabaseSync(file, { timeout: busyMs });
      opened.push(database);
      return database;
    };
    try {
      const writing = open();
      prepareWriting(writing, file);
      migrateFile(writing, migrations, now);
      refuseDamaged(writing, file);
      markOtherRules(writing);
      prepare?.(writing);
      const reading = open();
      reading.exec("PRAGMA query_only = ON; PRAGMA cache_size = -64000");
      const store = sqliteStore({ file, writing, reading });
      // A purge that was interrupted before it had overwritten the disk is finished first.
      if ((await store.read((reader) => reader.setting(COMPACTION_DUE))) !== undefined) await compactNowOrLater(store);
      return store;
    } catch (error) {
      for (const database of opened) if (database.isOpen) database.close();
      await release();
      throw error;
    }
  });
}

/**
 * Finishes a purge. Another program that reads, or a disk without room for a second file, puts it off to the next start:
 * neither is a reason to keep a user from her records.
 */
async function compactNowOrLater(store: Store): Promise<void> {
  try {
    await store.compact();
  } catch (error) {
    const isForNow = error instanceof StoreError && (error.trouble === "locked" || error.trouble === "full");
    if (!isForNow) throw error;
  }
}

/** @returns whether the file is yet to be made */
async function refuseForeign(file: string): Promise<boolean> {
  const header = await readHeader(file);
  if (header.kind === "empty") return true;
  if (header.kind === "other") throw new StoreError("notARegistry", file);
  refuseHeader(header.applicationId, header.userVersion, file);
  return false;
}

function refuseHeader(applicationId: number, userVersion: number, file: string): void {
  // A file that died while it was made has neither; the engine then rolls it back to nothing.
  if (applicationId === 0 && userVersion === 0) return;
  if (applicationId !== APPLICATION_ID) throw new StoreError("notARegistry", file);
  if (userVersion > SCHEMA_VERSION) throw new StoreError("newerSchema", file);
}

function prepareWriting(database: Database, file: string): void {
  const version = pragma(database, "user_version");
  refuseHeader(pragma(database, "application_id"), version, file);
  if (version === 0 && pragma(database, "schema_version") !== 0) throw new StoreError("notARegistry", file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA cache_size = -64000;
  `);
}

function refuseDamaged(database: Database, file: string): void {
  const row = database.prepare("PRAGMA quick_check(1)").get() as Record<string, unknown>;
  if (Object.values(row)[0] !== "ok") throw new StoreError("damaged", file);
}

/** Marks every row as stale when it was counted by the rules of another program; it is recounted between requests. */
function markOtherRules(database: Database): void {
  const known = database.prepare("SELECT body FROM setting WHERE name = ?").get(RULES_SETTING);
  const isOurs = (known as { readonly body: string } | undefined)?.body === String(RULES_VERSION);
  if (isOurs) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    database.prepare("UPDATE case_summary SET context = ?").run(OTHER_RULES);
    database
      .prepare("INSERT INTO setting (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body")
      .run(RULES_SETTING, String(RULES_VERSION));
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
