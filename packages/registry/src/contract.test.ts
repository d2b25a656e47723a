import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { registryContract } from "./contract.fixture.ts";
import { literatureContract } from "./literature-contract.fixture.ts";
import { openMemoryRegistry } from "./memory/open-memory-registry.ts";
import type { Registry } from "./registry.ts";
import { counting } from "./series.fixture.ts";
import { openSqliteRegistry } from "./sqlite/open-sqlite-registry.ts";
import { takingBackContract } from "./taking-back-contract.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "materbone-registry-"));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const openMemory = async (): Promise<Registry> => openMemoryRegistry({ random: counting() });
const openSqlite = (): Promise<Registry> => {
  files += 1;
  return openSqliteRegistry({ folder: join(folder, String(files)), random: counting() });
};
for (const contract of [registryContract, takingBackContract, literatureContract]) {
  contract("memory", openMemory);
  contract("SQLite", openSqlite);
}
