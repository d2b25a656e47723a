import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { REGISTRY_FILE } from "../data-folder.ts";
import type { Registry } from "../registry.ts";
import { registryOf } from "../registry-of.ts";

export type SqliteRegistryOptions = (
  | {
      /** Folder of the data; made when it is not there. */
      readonly folder: string;
      readonly file?: undefined;
    }
  | { readonly file: string; readonly folder?: undefined }
) & {
  /** Random bytes for salts; from the operating system when left out. */
  readonly random?: (bytes: number) => Uint8Array;
  /** Clock for the list of migrations. */
  readonly now?: () => string;
  /** How long to wait for another program, milliseconds. */
  readonly busyMs?: number;
};

const BUSY_MS = 2000;

/**
 * Opens a registry in a file, which is made when it is not there and migrated when it is older.
 *
 * @throws StoreError when the file cannot be used; it is then as it was
 */
export async function openSqliteRegistry(options: SqliteRegistryOptions): Promise<Registry> {
  const { random = randomBytes, now = () => new Date().toISOString(), busyMs = BUSY_MS } = options;
  const file = options.file ?? join(options.folder, REGISTRY_FILE);
  // Loaded with the first file, so that programs which only name types or errors load neither queries nor engine.
  const { openSqliteStore } = await import("./open-sqlite-store.ts");
  return registryOf(await openSqliteStore(file, { now, busyMs }), random);
}
