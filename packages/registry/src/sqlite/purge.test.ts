import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DocumentNotFoundError } from "../registry-error.ts";
import { registryOf } from "../registry-of.ts";
import { act, counting, series, woman } from "../series.fixture.ts";
import type { Store } from "../store/store.ts";
import { openCounted, rawDatabase, testFolder } from "./folder.fixture.ts";
import { openSqliteRegistry } from "./open-sqlite-registry.ts";
import { openSqliteStore } from "./open-sqlite-store.ts";

const folder = testFolder();
afterAll(folder.remove);
const ref = { kind: "case", series: "s", case: "w-2" } as const;
const MARKER = "unmistakable-marker-骨";

/** Is the text anywhere in the bytes of a folder's files, in any encoding that SQLite writes? */
function holds(place: string, text: string): boolean {
  return readdirSync(place).some((name) => readFileSync(join(place, name)).includes(Buffer.from(text, "utf8")));
}

async function marked(place: string, others = 30) {
  const registry = await openCounted(place);
  const women = Array.from({ length: others }, (_, number) => woman(`w-${number + 1}`));
  await registry.createSeries(series("s", women), act(0));
  const note = { zh: `${MARKER} ${"很长的病史。".repeat(2000)}` };
  await registry.saveCase(ref, woman("w-2", { note, tags: [MARKER] }), 1, act(1, MARKER));
  await registry.saveDraft({ document: ref, window: "tab", baseRevision: 2, body: { note }, at: act(1).at, by: "" });
  await registry.remove(ref, 2, act(2, `${MARKER} asked`));
  return registry;
}

describe("a purge", () => {
  it("takes drafts along that a window went on writing under a former id, and lets none come back", async () => {
    const place = folder.next();
    const registry = await openCounted(place);
    await registry.createSeries(series("s", [woman("w-1"), woman("w-2"), woman("w-3")]), act(0));
    const draft = { window: "tab", baseRevision: 1, body: { note: MARKER }, at: act(1).at, by: "" };
    const renamed = { ...ref, case: "w-9" } as const;
    await registry.saveCase(ref, woman("w-9"), 1, act(1));
    await registry.saveDraft({ ...draft, document: ref });
    await registry.saveDraft({ ...draft, document: { ...ref, case: "w-3" }, body: { note: "of another woman" } });
    await registry.remove(renamed, 2, act(2, "asked"));
    await registry.purge(renamed, act(3, "asked for it"));
    expect((await registry.drafts()).map(({ body }) => body)).toEqual([{ note: "of another woman" }]);
    await expect(registry.saveDraft({ ...draft, document: renamed })).rejects.toThrow(DocumentNotFoundError);
    expect(holds(place, MARKER)).toBe(false);
    await registry.close();
  });

  it("that comes in while the log is verified is no fault", async () => {
    const place = folder.next();
    await (await marked(place)).close();
    const store = await openSqliteStore(join(place, "materbone.sqlite"), { now: () => "", busyMs: 50 });
    const registry = registryOf(store, counting());
    let purging: Promise<void> | undefined;
    const read: Store["read"] = async (work) => {
      const value = await store.read(work);
      purging ??= registry.purge(ref, act(3, "asked for it"));
      await purging;
      return value;
    };
    const { revisions, faults } = await registryOf({ ...store, read }, counting()).verify();
    expect([revisions, faults]).toEqual([33, []]);
    await store.close();
  });

  it("leaves no byte of what it erases in the file or beside it", async () => {
    const place = folder.next();
    const registry = await marked(place);
    expect(holds(place, MARKER)).toBe(true);
    await registry.purge(ref, act(3, "asked for it"));
    expect(holds(place, MARKER)).toBe(false);
    expect((await registry.verify()).faults).toEqual([]);
    expect((await registry.listTags("s")).map(({ tag }) => tag)).toEqual([]);
    await registry.close();
    expect(holds(place, MARKER)).toBe(false);
  });

  it("of a whole series leaves none either", async () => {
    const place = folder.next();
    const registry = await marked(place);
    await registry.remove({ kind: "series", series: "s" }, 1, act(4, "done"));
    await registry.purge({ kind: "series", series: "s" }, act(5, "done"));
    expect(holds(place, MARKER)).toBe(false);
    expect((await registry.verify()).faults).toEqual([]);
    await registry.close();
  });

  it("is refused whole while another program reads and keeps old pages in use", async () => {
    const place = folder.next();
    await (await marked(place)).close();
    const registry = await openSqliteRegistry({ folder: place, busyMs: 50 });
    const other = await rawDatabase(join(place, "materbone.sqlite"));
    await registry.saveSettings({ author: "keeps the log in use" });
    other.exec("BEGIN; SELECT count(*) FROM revision");
    await expect(registry.purge(ref, act(3, "asked for it"))).rejects.toMatchObject({ trouble: "locked" });
    expect((await registry.readCase(ref)).deleted).toMatchObject({ by: "LW" });
    other.exec("ROLLBACK");
    other.close();
    await registry.purge(ref, act(3, "asked for it"));
    expect(holds(place, MARKER)).toBe(false);
    await registry.close();
  });

  it("that could not overwrite the disk says that it erased, and the next start overwrites", async () => {
    const place = folder.next();
    await (await marked(place)).close();
    const file = join(place, "materbone.sqlite");
    const store = await openSqliteStore(file, { now: () => "", busyMs: 50 });
    const other = await rawDatabase(file);
    const registry = registryOf(
      {
        ...store,
        // Another program begins to read between the erasure and the overwriting.
        compact: () => {
          other.exec("BEGIN; SELECT count(*) FROM revision");
          return store.compact();
        },
      },
      counting(),
    );
    await expect(registry.purge(ref, act(3, "asked for it"))).rejects.toMatchObject({
      trouble: "notOverwritten",
      path: file,
    });
    await expect(registry.readCase(ref)).rejects.toThrow(DocumentNotFoundError);
    other.exec("ROLLBACK");
    other.close();
    await store.close();
    await (await openSqliteRegistry({ folder: place })).close();
    expect(holds(place, MARKER)).toBe(false);
  });

  it("that was interrupted before the disk was overwritten is finished at the next start", async () => {
    const place = folder.next();
    await (await marked(place)).close();
    const file = join(place, "materbone.sqlite");
    const store = await openSqliteStore(file, { now: () => "", busyMs: 50 });
    const interrupted = registryOf({ ...store, compact: () => Promise.reject(new Error("killed")) }, counting());
    await expect(interrupted.purge(ref, act(3, "asked for it"))).rejects.toThrow("killed");
    await store.close();
    const reopened = await openSqliteRegistry({ folder: place });
    expect(holds(place, MARKER)).toBe(false);
    expect((await reopened.verify()).faults).toEqual([]);
    await reopened.close();
  });

  it("that still cannot overwrite the disk keeps nobody from the records, and waits for the start after", async () => {
    const place = folder.next();
    await (await marked(place)).close();
    const file = join(place, "materbone.sqlite");
    const store = await openSqliteStore(file, { now: () => "", busyMs: 50 });
    const interrupted = registryOf({ ...store, compact: () => Promise.reject(new Error("killed")) }, counting());
    await expect(interrupted.purge(ref, act(3, "asked for it"))).rejects.toThrow("killed");
    const other = await rawDatabase(file);
    other.exec("BEGIN; SELECT count(*) FROM revision");
    await store.close();
    const meanwhile = await openSqliteRegistry({ folder: place, busyMs: 50 });
    expect((await meanwhile.listCases("s", {})).total).toBe(29);
    other.exec("ROLLBACK");
    other.close();
    await meanwhile.close();
    await (await openSqliteRegistry({ folder: place })).close();
    expect(holds(place, MARKER)).toBe(false);
  });
});
