import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openSqliteRegistry, StoreError } from "@materbone/registry";
import { afterAll, describe, expect, it } from "vitest";
import { answered, emptySeries, refused, temporaryFolder, testServer, woman } from "../api.fixture.ts";
import { removeLeftBackups } from "./backup.ts";

const folder = await temporaryFolder();
afterAll(() => folder.remove());

describe("a backup", () => {
  it("is a registry with everything in it, and leaves nothing beside the database", async () => {
    const dataFolder = join(folder.path, "data");
    const registry = await openSqliteRegistry({ folder: dataFolder });
    const { ask } = testServer({ registry, dataFolder });
    await ask("POST", "/api/series", { ...emptySeries, cases: [woman] });
    const { head } = await answered("Verification", await ask("POST", "/api/verify"));
    const before = await readdir(dataFolder);

    const response = await ask("GET", "/api/backup");
    expect(response.headers.get("content-type")).toBe("application/vnd.sqlite3");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="materbone-2026-03-04.sqlite"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.length).toBe(Number(response.headers.get("content-length")));
    await expect.poll(() => readdir(dataFolder)).toEqual(before);

    const file = join(folder.path, "restored.sqlite");
    await writeFile(file, bytes);
    const restored = await openSqliteRegistry({ file });
    expect((await restored.readCase({ kind: "case", series: "my-series", case: "woman-1" })).value).toEqual(woman);
    expect(await restored.verify()).toMatchObject({ head, faults: [] });
    await restored.close();
    await registry.close();
  });

  it("is not made for who only asks what it would be", async () => {
    const dataFolder = join(folder.path, "asked");
    const registry = await openSqliteRegistry({ folder: dataFolder });
    const { ask } = testServer({ registry, dataFolder });
    const before = await readdir(dataFolder);
    const response = await ask("HEAD", "/api/backup");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/vnd.sqlite3"]);
    expect(await readdir(dataFolder)).toEqual(before);
    await registry.close();
  });

  it("that was under way when the program was killed is gone at the next start", async () => {
    const dataFolder = join(folder.path, "killed");
    await mkdir(join(dataFolder, ".backup-a1b2c3"), { recursive: true });
    await writeFile(join(dataFolder, ".backup-a1b2c3", "materbone.sqlite"), "half of it");
    await writeFile(join(dataFolder, "materbone.sqlite"), "");
    await removeLeftBackups(dataFolder);
    expect(await readdir(dataFolder)).toEqual(["materbone.sqlite"]);
  });

  it("that cannot be made says why, and leaves nothing either", async () => {
    const dataFolder = join(folder.path, "other");
    const registry = await openSqliteRegistry({ folder: dataFolder });
    const backup = async (file: string): Promise<void> => {
      await writeFile(file, "half of it");
      throw new StoreError("full", file);
    };
    const failing = { ...registry, backup };
    const { ask } = testServer({ registry: failing, dataFolder });
    const before = await readdir(dataFolder);
    const response = await ask("GET", "/api/backup?lang=zh");
    expect(response.status).toBe(507);
    expect(await refused(response)).toMatchObject({ type: "/problems/store-full", title: "磁盘已满" });
    expect(await readdir(dataFolder)).toEqual(before);
    await registry.close();
  });
});
