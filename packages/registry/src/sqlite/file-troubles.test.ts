import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Registry } from "../registry.ts";
import { StoreError, type StoreTrouble } from "../registry-error.ts";
import { registryOf } from "../registry-of.ts";
import { act, counting, series, woman } from "../series.fixture.ts";
import { bundledChild } from "./child.fixture.ts";
import { openCounted, rawDatabase, testFolder } from "./folder.fixture.ts";
import { openSqliteRegistry } from "./open-sqlite-registry.ts";
import { openSqliteStore } from "./open-sqlite-store.ts";

const folder = testFolder();
afterAll(folder.remove);
const ref = { kind: "case", series: "s", case: "w-1" } as const;

async function filled(place = folder.next()): Promise<string> {
  const registry = await openCounted(place);
  const women = Array.from({ length: 40 }, (_, number) => woman(`w-${number + 1}`));
  await registry.createSeries(series("s", women), act(0));
  await registry.close();
  return join(place, "materbone.sqlite");
}

async function expectTrouble(opening: Promise<unknown>, trouble: StoreTrouble): Promise<void> {
  await expect(opening).rejects.toThrow(StoreError);
  await expect(opening).rejects.toMatchObject({ trouble });
}

describe("a file that is not ours", () => {
  it.each([
    ["a text", "這不是資料庫".repeat(40)],
    ["a few bytes", "SQLite format 3\0"],
  ])("is refused and left as it is: %s", async (_, content) => {
    const place = folder.next();
    mkdirSync(place);
    const file = join(place, "materbone.sqlite");
    writeFileSync(file, content);
    await expectTrouble(openSqliteRegistry({ folder: place }), "notARegistry");
    expect(readFileSync(file, "utf8")).toBe(content);
    expect(readdirSync(place)).toEqual(["materbone.sqlite"]);
  });

  it("is refused when it is another program's database", async () => {
    const place = folder.next();
    mkdirSync(place);
    const file = join(place, "materbone.sqlite");
    const other = await rawDatabase(file);
    other.exec("CREATE TABLE album (title TEXT)");
    other.close();
    const before = readFileSync(file);
    await expectTrouble(openSqliteRegistry({ folder: place }), "notARegistry");
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("is refused when a newer program wrote it, not a byte changed", async () => {
    const file = await filled();
    const newer = await rawDatabase(file);
    newer.exec("CREATE TABLE something_new (x); PRAGMA user_version = 99");
    newer.close();
    const before = readFileSync(file);
    await expectTrouble(openSqliteRegistry({ file }), "newerSchema");
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("is made when the file is there and empty", async () => {
    const place = folder.next();
    mkdirSync(place);
    writeFileSync(join(place, "materbone.sqlite"), "");
    const registry = await openCounted(place);
    expect(await registry.listSeries()).toEqual([]);
    await registry.close();
  });
});

describe("a damaged file", () => {
  it.each([0.2, 0.5, 0.8])("is refused where bytes at %f of it were overwritten", async (share) => {
    const file = await filled();
    const bytes = readFileSync(file);
    // A whole page: a single byte inside a text is no damage that SQLite can see; `verify` sees that one.
    bytes.fill(
      0xa5,
      Math.floor((bytes.length * share) / 4096) * 4096,
      Math.floor((bytes.length * share) / 4096) * 4096 + 4096,
    );
    writeFileSync(file, bytes);
    await expectTrouble(openSqliteRegistry({ file }), "damaged");
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("is refused when it was cut off", async () => {
    const file = await filled();
    writeFileSync(file, readFileSync(file).subarray(0, 4096 * 20));
    await expectTrouble(openSqliteRegistry({ file }), "damaged");
  });
});

describe("a locked file", () => {
  it("lets others read, refuses a save after waiting, and saves once it is free", async () => {
    const file = await filled();
    const registry = await openSqliteRegistry({ file, busyMs: 50 });
    const other = await rawDatabase(file);
    other.exec("BEGIN IMMEDIATE");
    expect((await registry.readCase(ref)).revision).toBe(1);
    await expectTrouble(registry.saveCase(ref, woman("w-1"), 1, act(1)), "locked");
    other.exec("ROLLBACK");
    expect(await registry.saveCase(ref, woman("w-1"), 1, act(1))).toMatchObject({ revision: 2 });
    other.close();
    await registry.close();
  });

  it("takes the lock at the beginning of a write, so that two who read first cannot both wait", async () => {
    const file = await filled();
    const store = await openSqliteStore(file, { now: () => "", busyMs: 50 });
    const other = await rawDatabase(file);
    await store.write(async (writer) => {
      await writer.lastEntry();
      expect(() => other.exec("BEGIN IMMEDIATE")).toThrow(/locked/);
    });
    other.close();
    await store.close();
  });
});

describe("a folder that cannot be written to", () => {
  it("is told as such, and the file is as it was", async () => {
    const file = await filled();
    const place = join(file, "..");
    const before = readFileSync(file);
    chmodSync(file, 0o444);
    chmodSync(place, 0o555);
    chmodSync(folder.path, 0o755);
    const child = await bundledChild();
    // The superuser may write anywhere, so the child is nobody.
    const isRoot = process.getuid?.() === 0;
    const opened = spawnSync(process.execPath, [child, "open", file], {
      encoding: "utf8",
      ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    });
    const unmade = spawnSync(process.execPath, [child, "open", join(place, "deeper", "materbone.sqlite")], {
      encoding: "utf8",
      ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    });
    chmodSync(place, 0o755);
    expect([opened.stdout, opened.stderr]).toEqual([`StoreError readOnly ${file}\n`, ""]);
    expect(unmade.stdout).toMatch(/^StoreError readOnly /);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(place)).toEqual(["materbone.sqlite"]);
  });
});

describe("a full disk", () => {
  /** Saves ever larger records until there is no room; how many were acknowledged. */
  async function fillUp(registry: Registry): Promise<number> {
    for (let revision = 1; revision < 1000; revision++) {
      const record = woman("w-1", { note: { en: `${revision} `.repeat(8000) } });
      try {
        await registry.saveCase(ref, record, revision, act(revision));
      } catch (error) {
        expect(error).toMatchObject({ name: "StoreError", trouble: "full" });
        return revision;
      }
    }
    throw new Error("the disk did not fill");
  }

  it("refuses a save whole when the file may not grow, and reads and verifies what was acknowledged", async () => {
    const file = await filled();
    const pages = Math.ceil(statSync(file).size / 4096);
    const store = await openSqliteStore(file, {
      now: () => "",
      busyMs: 50,
      prepare: (writing) => writing.exec(`PRAGMA max_page_count = ${pages + 60}`),
    });
    const registry = registryOf(store, counting());
    const acknowledged = await fillUp(registry);
    expect(acknowledged).toBeGreaterThan(1);
    expect((await registry.readCase(ref)).revision).toBe(acknowledged);
    expect((await registry.verify()).faults).toEqual([]);
    await registry.close();
  });

  it("does the same on a real small disk, and goes on when there is room again", async () => {
    const disk = folder.next();
    mkdirSync(disk);
    const hasDisk = spawnSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk]).status === 0;
    // Where no disk can be mounted the size of files is limited by the page count of a fresh connection.
    const file = await filled(join(disk, "data"));
    const ballast = join(disk, "ballast");
    const limit = (pages: number) => (writing: { exec: (sql: string) => void }) =>
      writing.exec(`PRAGMA max_page_count = ${pages}`);
    const pages = Math.ceil(statSync(file).size / 4096);
    const options = { now: () => "", busyMs: 50 };
    try {
      if (hasDisk) writeFileSync(ballast, Buffer.alloc(1_000_000));
      const tight = registryOf(
        await openSqliteStore(file, hasDisk ? options : { ...options, prepare: limit(pages + 40) }),
        counting(),
      );
      const acknowledged = await fillUp(tight);
      expect((await tight.verify()).faults).toEqual([]);
      await tight
        .saveDraft({ document: ref, window: "a", baseRevision: 1, body: "x".repeat(500_000), at: act(1).at, by: "" })
        .then(
          () => expect.unreachable("no room for a draft"),
          (error: unknown) => expect(error).toMatchObject({ trouble: "full" }),
        );
      if (hasDisk) await expectTrouble(tight.backup(join(disk, "copy.sqlite")), "full");
      if (hasDisk) expect(readdirSync(disk).sort()).toEqual(["ballast", "data"]);
      await tight.close();
      rmSync(ballast, { force: true });
      const roomy = await openSqliteRegistry({ file });
      expect(await roomy.saveCase(ref, woman("w-1"), acknowledged, act(1))).toMatchObject({
        revision: acknowledged + 1,
      });
      expect((await roomy.verify()).faults).toEqual([]);
      await roomy.close();
    } finally {
      if (hasDisk) execFileSync("umount", [disk]);
    }
  });
});
