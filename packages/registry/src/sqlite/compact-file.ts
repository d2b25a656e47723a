import { StoreError } from "../registry-error.ts";
import type { Database } from "./engine.ts";

/**
 * Leaves nothing of what was deleted in the file or beside it: the write-ahead log goes into the file and is cut to
 * nothing, the file is written anew without free space, and the log of that is cut again.
 *
 * @throws StoreError `locked` while another program is reading, which keeps the old log in use
 */
export function compactFile(database: Database, file: string): void {
  truncateLog(database, file);
  database.exec("VACUUM");
  truncateLog(database, file);
}

/**
 * Writes the log into the file and cuts it to nothing.
 *
 * @throws StoreError `locked` while another program is reading
 */
export function truncateLog(database: Database, file: string): void {
  const row = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get() as { readonly busy: number };
  if (row.busy !== 0) throw new StoreError("locked", file);
}
