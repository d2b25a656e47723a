import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { migrations } from "../migrations/migrations.ts";
import type { Registry } from "../registry.ts";
import { act, series, woman } from "../series.fixture.ts";
import { openCounted, rawDatabase, testFolder } from "./folder.fixture.ts";
import { migrateFile } from "./migrate-file.ts";
import { restoreRegistry } from "./restore-registry.ts";

const folder = testFolder();
afterAll(folder.remove);
const literature = { kind: "literature" } as const;
const MARKER = "unmistakable-marker-骨";

async function opened(): Promise<{ readonly place: string; readonly registry: Registry }> {
  const place = folder.next();
  const registry = await openCounted(place);
  await registry.createSeries(series("s", [woman("w-1")]), act(0));
  await registry.saveLiterature({ version: "1", title: MARKER }, 0, act(1, MARKER));
  return { place, registry };
}

describe("the literature in a file", () => {
  it("is there when the file is opened again, and in what is restored from a backup", async () => {
    const { place, registry } = await opened();
    const saved = await registry.readLiterature();
    const { head } = await registry.verify();
    const backup = join(folder.path, "literature.sqlite");
    await registry.backup(backup);
    await registry.close();
    const again = await openCounted(place);
    expect(await again.readLiterature()).toEqual(saved);
    await again.close();
    const restored = folder.next();
    expect(await restoreRegistry(backup, restored)).toMatchObject({ revisions: 3, documents: 3, head, faults: [] });
    const copy = await openCounted(restored);
    expect(await copy.readLiterature()).toEqual(saved);
    await copy.close();
  });

  it("is taken by a file that was made before there was one", async () => {
    const place = folder.next();
    mkdirSync(place);
    const database = await rawDatabase(join(place, "materbone.sqlite"));
    migrateFile(database, migrations.slice(0, 1), () => "2026-01-01T00:00:00.000Z");
    database.close();
    const registry = await openCounted(place);
    expect(await registry.readLiterature()).toBeUndefined();
    expect(await registry.saveLiterature({ version: "1" }, 0, act(1))).toMatchObject({ revision: 1 });
    expect((await registry.verify()).faults).toEqual([]);
    await registry.close();
  });

  it.each([
    ["UPDATE revision_content SET body = replace(body, '\"1\"', '\"2\"') WHERE sequence = 3", "brokenChain"],
    ["UPDATE revision_content SET body = 'x' WHERE sequence = 3", "brokenChain"],
    ["UPDATE revision SET series = 'literature' WHERE sequence = 3", "brokenChain"],
    ["UPDATE document SET saved_by = 'somebody' WHERE id = '@literature'", "projectionDiffers"],
    ["DELETE FROM document WHERE id = '@literature'", "projectionDiffers"],
    ["INSERT INTO series_summary SELECT key, 3, '{}' FROM document WHERE id = '@literature'", "projectionDiffers"],
  ])("that somebody changed behind its back is found: %s", async (sql, kind) => {
    const { place, registry } = await opened();
    await registry.close();
    const database = await rawDatabase(join(place, "materbone.sqlite"));
    for (const name of ["revision_is_not_changed", "content_is_not_changed"]) database.exec(`DROP TRIGGER ${name}`);
    expect(database.prepare(sql).run().changes).toBe(1);
    database.close();
    const changed = await openCounted(place);
    const { faults } = await changed.verify();
    const expected = kind === "brokenChain" ? { kind, sequence: 3 } : { kind };
    expect(faults).toContainEqual(expected);
    if (kind === "projectionDiffers") {
      await changed.rebuild();
      expect((await changed.verify()).faults).toEqual([]);
      expect(await changed.readLiterature()).toMatchObject({ savedBy: "LW" });
    }
    await changed.close();
  });

  it("leaves no byte behind when it is purged", async () => {
    const { place, registry } = await opened();
    const holds = (): boolean =>
      readdirSync(place).some((name) => readFileSync(join(place, name)).includes(Buffer.from(MARKER, "utf8")));
    expect(holds()).toBe(true);
    await registry.remove(literature, 1, act(2, "asked"));
    await registry.purge(literature, act(3, "asked"));
    expect(holds()).toBe(false);
    expect((await registry.verify()).faults).toEqual([]);
    await registry.close();
  });
});
