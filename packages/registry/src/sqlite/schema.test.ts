import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { migrations } from "../migrations/migrations.ts";
import { act, series, woman } from "../series.fixture.ts";
import { type Database, pragma } from "./engine.ts";
import { openCounted, rawDatabase, testFolder } from "./folder.fixture.ts";
import { migrateFile } from "./migrate-file.ts";

const folder = testFolder();
afterAll(folder.remove);
const golden = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../golden/${name}`, import.meta.url)), "utf8");

function schemaOf(database: Database): string {
  const rows = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").all();
  return rows.map((row) => `${(row as { sql: string }).sql};\n`).join("");
}

async function fileOfVersion(version: number): Promise<{ readonly folder: string; readonly database: Database }> {
  const place = folder.next();
  mkdirSync(place);
  const database = await rawDatabase(join(place, "materbone.sqlite"));
  migrateFile(database, migrations.slice(0, version), () => "2026-01-01T00:00:00.000Z");
  return { folder: place, database };
}

describe("migrations", () => {
  it("are numbered from 1 without gaps, and each name is used once", () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, position) => position + 1));
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
  });

  it("make exactly the committed schema", async () => {
    const { database } = await fileOfVersion(migrations.length);
    expect(schemaOf(database)).toBe(golden("schema.sql"));
    database.close();
  });

  it.each(migrations.map(({ number }) => number - 1))(
    "bring a file of version %i to the same schema",
    async (version) => {
      const old = await fileOfVersion(version);
      old.database.close();
      await (await openCounted(old.folder)).close();
      const database = await rawDatabase(join(old.folder, "materbone.sqlite"));
      expect(schemaOf(database)).toBe(golden("schema.sql"));
      expect(pragma(database, "user_version")).toBe(migrations.length);
      const applied = database.prepare("SELECT number, name FROM migration ORDER BY number").all();
      expect(applied).toEqual(migrations.map(({ number, name }) => expect.objectContaining({ number, name })));
      database.close();
    },
  );

  it("leave data of version 1 whole: its chain ends in the link that another program computed", async () => {
    const { folder: place, database } = await fileOfVersion(1);
    database.exec(golden("version-1.sql"));
    database.close();
    const registry = await openCounted(place);
    const { head } = JSON.parse(golden("version-1.json")) as { head: string };
    // Only the log of that time is kept here; what is derived from it is made anew.
    await registry.rebuild();
    expect(await registry.verify()).toMatchObject({ head, faults: [] });
    expect((await registry.readCase({ kind: "case", series: "old", case: "w-1" })).value.tags).toEqual(["骨折"]);
    await registry.close();
  });
});

describe("the file", () => {
  it("is durable, checked, and says what it is", async () => {
    const place = folder.next();
    const registry = await openCounted(place);
    await registry.createSeries(series("s", [woman("w-1")]), act(0));
    const database = await rawDatabase(join(place, "materbone.sqlite"));
    expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    expect(pragma(database, "application_id").toString(16)).toBe("4d54424e");
    expect(pragma(database, "user_version")).toBe(migrations.length);
    expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    database.close();
    await registry.close();
  });

  it.each([
    ["UPDATE revision SET by = 'somebody'", /only appended/],
    ["DELETE FROM revision", /FOREIGN KEY|only appended/],
    ["UPDATE revision_content SET body = '{}'", /only appended/],
    ["DELETE FROM revision_content", /only a purge erases/],
    [
      "INSERT INTO revision SELECT sequence + 5, document, parent, kind, series, case_id, revision + 9, at, by, why_digest, content_digest, hash FROM revision WHERE sequence = 2",
      /no gaps/,
    ],
    [
      "INSERT INTO revision SELECT 3, 3, document, 'created', '@literature', 'w-1', 1, at, by, NULL, NULL, '' FROM revision WHERE sequence = 1",
      /no woman stands in the literature/,
    ],
    [
      "INSERT INTO document SELECT key + 10 * n, NULL, '@literature', 1, sequence, sequence, '', '', NULL, NULL, NULL, 0 FROM document, (SELECT 1 AS n UNION SELECT 2) WHERE key = 1",
      /UNIQUE/,
    ],
  ])("refuses %s", async (sql, message) => {
    const place = folder.next();
    const registry = await openCounted(place);
    await registry.createSeries(series("s", [woman("w-1")]), act(0));
    const database = await rawDatabase(join(place, "materbone.sqlite"));
    expect(() => database.exec(sql)).toThrow(message);
    database.close();
    expect((await registry.verify()).faults).toEqual([]);
    await registry.close();
  });
});
