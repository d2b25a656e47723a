import type { Migration } from "../migrations/migration.ts";
import { APPLICATION_ID, type Database, pragma } from "./engine.ts";

/** Brings a file to the newest schema, step by step in one transaction; a file that has it is not written to. */
export function migrateFile(database: Database, migrations: readonly Migration[], now: () => string): void {
  if (pragma(database, "user_version") === migrations.length) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    // Read again inside: another program may have been quicker.
    for (const { number, name, sql } of migrations.slice(pragma(database, "user_version"))) {
      database.exec(sql);
      database.prepare("INSERT INTO migration (number, name, applied_at) VALUES (?, ?, ?)").run(number, name, now());
      database.exec(`PRAGMA user_version = ${number}`);
    }
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
