import { constants, existsSync } from "node:fs";
import { access, link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Progress } from "../registry.ts";
import { StoreError } from "../registry-error.ts";
import { loadEngine } from "./engine.ts";
import { guarded } from "./store-trouble.ts";

/** Pages copied between two reports of progress. */
const PAGES_AT_ONCE = 2000;

/** Permissions of a file that holds records: to read and to write for its owner alone. */
export const OWNER_ONLY = 0o600;

/**
 * Copies a database that others read and write into a new file, as it was at one moment. The copy is one plain file
 * without a write-ahead log; it has its name only once it is whole and on the disk.
 *
 * @throws StoreError `notEmpty` when the target exists
 */
export function copyDatabase(file: string, target: string, progress: Progress | undefined): Promise<void> {
  return guarded(target, async () => {
    if (existsSync(target)) throw new StoreError("notEmpty", target);
    await access(dirname(target), constants.W_OK);
    const { DatabaseSync, backup } = await loadEngine();
    const part = `${target}.part`;
    await rm(part, { force: true });
    // Made before the engine opens it, because it holds what the database holds and is for the same eyes.
    await (await open(part, "wx", OWNER_ONLY)).close();
    // A connection of its own that stays in one read transaction: the copy sees one state, and nobody waits for it.
    const source = new DatabaseSync(file, { readOnly: true });
    try {
      source.exec("BEGIN; SELECT count(*) FROM sqlite_schema");
      await backup(source, part, {
        rate: PAGES_AT_ONCE,
        progress: ({ totalPages, remainingPages }) => progress?.(totalPages - remainingPages, totalPages),
      });
      await intoOneFile(part);
      await settle(part, target);
    } catch (error) {
      for (const name of [part, `${part}-wal`, `${part}-shm`, `${part}-journal`]) await rm(name, { force: true });
      throw error;
    } finally {
      if (source.isTransaction) source.exec("ROLLBACK");
      source.close();
    }
  });
}

/** Takes what stands in the write-ahead log into the file itself, so that the file can be moved alone. */
export async function intoOneFile(file: string): Promise<void> {
  const { DatabaseSync } = await loadEngine();
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA journal_mode = DELETE");
  } finally {
    database.close();
  }
}

/**
 * Gives a finished file its name, both on the disk before it returns.
 *
 * @throws StoreError `notEmpty` when there is something of that name, which is left as it is
 */
export async function settle(part: string, target: string): Promise<void> {
  const file = await open(part, "r+");
  await file.sync();
  await file.close();
  await moveToFree(part, target);
  await syncFolder(dirname(target));
}

/** A second name is only given where there is none, at once; renaming would replace a file made since it was looked. */
async function moveToFree(part: string, target: string): Promise<void> {
  try {
    await link(part, target);
  } catch (error) {
    if (existsSync(target)) throw new StoreError("notEmpty", target, { cause: error });
    // File systems of memory sticks and some network drives know no second names.
    await rename(part, target);
    return;
  }
  await rm(part);
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder, and keeps names by itself.
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync();
  await folder.close();
}
