import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, series, woman } from "../series.fixture.ts";
import { settle } from "./copy-database.ts";
import { openCounted, rawDatabase, testFolder } from "./folder.fixture.ts";
import { holdFolder } from "./hold-folder.ts";
import { openSqliteRegistry } from "./open-sqlite-registry.ts";
import { restoreRegistry } from "./restore-registry.ts";

const folder = testFolder();
afterAll(folder.remove);
const ref = { kind: "case", series: "s", case: "w-1" } as const;

async function backedUp(): Promise<string> {
  const place = folder.next();
  const registry = await openCounted(place);
  await registry.createSeries(series("s", [woman("w-1"), woman("w-2")]), act(0));
  const file = join(folder.path, `backup-${readdirSync(folder.path).length}.sqlite`);
  await registry.backup(file);
  await registry.close();
  return file;
}

describe("a backup", () => {
  it("is one moment of a registry that is written to meanwhile", async () => {
    const place = folder.next();
    const registry = await openCounted(place);
    const women = Array.from({ length: 400 }, (_, number) => woman(`w-${number + 1}`));
    await registry.createSeries(series("s", women), act(0));
    const file = join(folder.path, "during.sqlite");
    const seen: number[] = [];
    let isDone = false;
    const copying = registry.backup(file, { progress: (done) => void seen.push(done) }).then(() => {
      isDone = true;
    });
    let revision = 1;
    do {
      ({ revision } = await registry.saveCase(
        ref,
        woman("w-1", { note: { en: `${revision}` } }),
        revision,
        act(revision),
      ));
      await new Promise((resume) => setImmediate(resume));
    } while (!isDone);
    await copying;
    await registry.close();
    expect(readdirSync(folder.path).filter((name) => name.startsWith("during"))).toEqual(["during.sqlite"]);
    const copy = await openSqliteRegistry({ file });
    expect(await copy.verify()).toMatchObject({ faults: [] });
    expect((await copy.readCase(ref)).revision).toBeLessThanOrEqual(revision);
    await copy.close();
  });

  // Windows has no such permissions.
  it.skipIf(process.platform === "win32")("is for its owner alone, and so is what is restored from it", async () => {
    const others = (file: string): number => statSync(file).mode & 0o077;
    const backup = await backedUp();
    expect(others(backup)).toBe(0);
    chmodSync(backup, 0o644);
    const place = folder.next();
    mkdirSync(place);
    await restoreRegistry(backup, place);
    expect(others(join(place, "materbone.sqlite"))).toBe(0);
  });

  it("never overwrites a file", async () => {
    const place = folder.next();
    const registry = await openCounted(place);
    const file = join(folder.path, "precious.txt");
    writeFileSync(file, "precious");
    await expect(registry.backup(file)).rejects.toMatchObject({ name: "StoreError", trouble: "notEmpty", path: file });
    expect(readFileSync(file, "utf8")).toBe("precious");
    await registry.close();
  });
});

describe("settling", () => {
  it("gives a finished file its name alone, and replaces none that was made meanwhile", async () => {
    const place = folder.next();
    mkdirSync(place);
    const [part, target] = [join(place, "a.part"), join(place, "a.sqlite")];
    writeFileSync(part, "whole");
    await settle(part, target);
    expect(readdirSync(place)).toEqual(["a.sqlite"]);
    writeFileSync(part, "another");
    await expect(settle(part, target)).rejects.toMatchObject({ trouble: "notEmpty", path: target });
    expect(readFileSync(target, "utf8")).toBe("whole");
  });
});

describe("restoring", () => {
  let backup: string;
  beforeAll(async () => {
    backup = await backedUp();
  });

  it("makes the same registry in an empty place, and tells the end of its chain", async () => {
    const place = folder.next();
    const before = readFileSync(backup);
    const { head, faults, revisions } = await restoreRegistry(backup, place);
    expect([faults, revisions]).toEqual([[], 3]);
    expect(readFileSync(backup).equals(before)).toBe(true);
    expect(readdirSync(place)).toEqual(["materbone.sqlite"]);
    const registry = await openCounted(place);
    expect((await registry.verify()).head).toBe(head);
    expect((await registry.readCase(ref)).value).toEqual(woman("w-1"));
    await registry.close();
  });

  it("takes what was not yet written into a file copied by hand from beside it", async () => {
    const place = folder.next();
    const registry = await openCounted(place);
    await registry.createSeries(series("s", [woman("w-1")]), act(0));
    const copy = join(folder.path, "by-hand.sqlite");
    for (const end of ["", "-wal"]) copyFileSync(join(place, `materbone.sqlite${end}`), `${copy}${end}`);
    await registry.close();
    const { revisions } = await restoreRegistry(copy, folder.next());
    expect(revisions).toBe(2);
  });

  it("takes away what a restoring that was killed left in the place, and nothing else", async () => {
    const backup = await backedUp();
    const place = folder.next();
    mkdirSync(place);
    const left = ["restoring-0a1b2c3d.sqlite", "restoring-0a1b2c3d.sqlite-wal", "restoring-0a1b2c3d.sqlite-shm"];
    for (const name of left) writeFileSync(join(place, name), "half");
    writeFileSync(join(place, "restoring-notes.txt"), "mine");
    await expect(restoreRegistry(backup, place)).rejects.toMatchObject({ trouble: "notEmpty" });
    expect(readdirSync(place)).toHaveLength(4);
    rmSync(join(place, "restoring-notes.txt"));
    expect(await restoreRegistry(backup, place)).toMatchObject({ revisions: 3, faults: [] });
    expect(readdirSync(place)).toEqual(["materbone.sqlite"]);
  });

  it("makes a registry where a workbench ran whose damaged database was moved away", async () => {
    const place = folder.next();
    const held = await holdFolder(place);
    await expect(restoreRegistry(backup, place)).rejects.toMatchObject({ trouble: "locked", path: place });
    await held.letGo();
    expect(readdirSync(place)).toEqual(["running.sqlite"]);
    // The word of one that was killed stays.
    writeFileSync(join(place, "running.json"), "{}");
    expect(await restoreRegistry(backup, place)).toMatchObject({ revisions: 3, faults: [] });
    expect(readdirSync(place).toSorted()).toEqual(["materbone.sqlite", "running.sqlite"]);
    await (await holdFolder(place)).letGo();
  });

  it("never writes into a place that holds anything", async () => {
    const place = folder.next();
    mkdirSync(place);
    writeFileSync(join(place, "thesis.txt"), "mine");
    await expect(restoreRegistry(backup, place)).rejects.toMatchObject({ trouble: "notEmpty", path: place });
    expect(readdirSync(place)).toEqual(["thesis.txt"]);
  });

  it.each([
    ["a text", "notARegistry", (file: string) => writeFileSync(file, "not a database ".repeat(50))],
    ["a cut copy", "damaged", (file: string) => writeFileSync(file, readFileSync(backup).subarray(0, 4096 * 12))],
    [
      "a newer one",
      "newerSchema",
      (file: string) => {
        const bytes = readFileSync(backup);
        bytes.writeUInt32BE(999, 60);
        writeFileSync(file, bytes);
      },
    ],
  ])("refuses %s and leaves the place empty", async (_, trouble, make) => {
    const file = join(folder.path, `bad-${trouble}.sqlite`);
    make(file);
    const place = folder.next();
    await expect(restoreRegistry(file, place)).rejects.toMatchObject({ name: "StoreError", trouble, path: file });
    expect(existsSync(place) ? readdirSync(place) : []).toEqual([]);
  });

  it("refuses a copy in which somebody changed one letter", async () => {
    const file = join(folder.path, "changed.sqlite");
    copyFileSync(backup, file);
    const database = await rawDatabase(file);
    database.exec(`DROP TRIGGER content_is_not_changed;
      UPDATE revision_content SET body = replace(body, '"ageYears":29', '"ageYears":28') WHERE sequence = 2`);
    database.close();
    await expect(restoreRegistry(file, folder.next())).rejects.toMatchObject({ trouble: "damaged", path: file });
  });

  it("makes lists anew that another program made otherwise, because the log is what counts", async () => {
    const file = join(folder.path, "other-lists.sqlite");
    copyFileSync(backup, file);
    const database = await rawDatabase(file);
    database.exec("UPDATE case_summary SET findings = findings + 1, body = json_set(body, '$.ageYears', 99)");
    database.close();
    const place = folder.next();
    expect((await restoreRegistry(file, place)).faults).toEqual([]);
    const registry = await openCounted(place);
    expect((await registry.listCases("s", {})).cases.map(({ ageYears }) => ageYears)).toEqual([29, 29]);
    await registry.close();
  });

  it("says when there is no such file", async () => {
    const missing = join(folder.path, "nothing.sqlite");
    await expect(restoreRegistry(missing, folder.next())).rejects.toMatchObject({ code: "ENOENT", path: missing });
  });
});
