import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Registry } from "../registry.ts";
import { counting } from "../series.fixture.ts";
import { type Database, loadEngine } from "./engine.ts";
import { openSqliteRegistry } from "./open-sqlite-registry.ts";

/** A folder for one test file, which removes it when its tests are done. */
export function testFolder(): { readonly path: string; readonly next: () => string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "materbone-registry-"));
  let count = 0;
  return {
    path,
    next: () => {
      count += 1;
      return join(path, String(count));
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Opens with salts that are the same in every run. */
export function openCounted(folder: string): Promise<Registry> {
  return openSqliteRegistry({ folder, random: counting() });
}

/** A connection past the registry, as an intruder or another program has one. */
export async function rawDatabase(file: string): Promise<Database> {
  const { DatabaseSync } = await loadEngine();
  return new DatabaseSync(file, { timeout: 50 });
}
