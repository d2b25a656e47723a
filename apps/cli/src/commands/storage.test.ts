import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSeries } from "@materbone/clinical";
import { shippedLiterature } from "@materbone/evidence";
import { openSqliteRegistry } from "@materbone/registry";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyShape } from "../output/shapes.ts";
import { repositoryPath, run, workFolder } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);
const data = join(folder.path, "data");
const file = join(folder.path, "backup.sqlite");

beforeAll(async () => {
  const whole = readSeries({
    ...JSON.parse(readFileSync(repositoryPath("examples/qingdao-2016-2019/series.json"), "utf8")),
    cases: ["1", "2", "3"].map((number) =>
      JSON.parse(readFileSync(repositoryPath(`examples/qingdao-2016-2019/cases/case-${number}.json`), "utf8")),
    ),
  });
  if (whole.kind === "refused") throw new Error("the example cannot be read");
  const registry = await openSqliteRegistry({ folder: data });
  await registry.createSeries(whole.value, { by: "LW", at: "2026-01-31T08:00:00.000Z" });
  await registry.close();
});

describe("verify", () => {
  it("tells what it walked and the end of the chain, in both languages", async () => {
    const en = await run(["verify", "--data", data]);
    expect([en.code, en.err]).toEqual([0, ""]);
    expect(en.out).toMatch(/^Revisions: 4\nDocuments: 4\nEnd of the chain .*:\n {2}[0-9a-f]{64}\nNothing was lost/);
    const zh = await run(["verify", "--data", data, "--lang", "zh"]);
    expect(zh.out).toContain("修订数：4\n");
    expect(zh.out).toContain("内容完整");
  });

  it("prints JSON for a machine, and finds the folder in the environment", async () => {
    const { code, out } = await run(["verify", "--format", "json"], { MATERBONE_DATA: data });
    expect(code).toBe(0);
    expect(verifyShape.safeParse(JSON.parse(out)).error).toBeUndefined();
    expect(JSON.parse(out)).toMatchObject({ revisions: 4, documents: 4, faults: [] });
  });

  it("makes no database where there is none", async () => {
    const nowhere = join(folder.path, "nowhere");
    const { code, out, err } = await run(["verify", "--data", nowhere]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toBe(`${nowhere}: there is no database in this folder. Name its folder with --data.\n`);
    expect(existsSync(nowhere)).toBe(false);
  });

  it("ends with 1 when the log was changed behind its back, and names the entry", async () => {
    const changed = join(folder.path, "changed");
    expect((await run(["backup", join(folder.path, "to-change.sqlite"), "--data", data])).code).toBe(0);
    expect((await run(["restore", join(folder.path, "to-change.sqlite"), "--data", changed])).code).toBe(0);
    const path = join(changed, "materbone.sqlite");
    const bytes = readFileSync(path);
    // One letter of one record: the file stays sound for the engine, and only the chain can tell.
    bytes.write("familyHistorz", bytes.indexOf("familyHistory"));
    writeFileSync(path, bytes);
    const { code, out } = await run(["verify", "--data", changed]);
    expect(code).toBe(1);
    const { out: json } = await run(["verify", "--data", changed, "--format", "json"]);
    expect(verifyShape.safeParse(JSON.parse(json)).error).toBeUndefined();
    expect(out).toMatch(/- Entry \d of the log is not what was written/);
    const zh = await run(["verify", "--data", changed, "--lang", "zh"]);
    expect(zh.out).toMatch(/- 日志第 \d 条与当初写入的内容不符/);
  });

  it("ends with 1 when the file is damaged, with the mend", async () => {
    const cut = join(folder.path, "cut");
    await run(["backup", join(folder.path, "to-cut.sqlite"), "--data", data]);
    await run(["restore", join(folder.path, "to-cut.sqlite"), "--data", cut]);
    truncateSync(join(cut, "materbone.sqlite"), 4096 * 9);
    const { code, out, err } = await run(["verify", "--data", cut]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("is damaged and was not opened. Keep a copy of it, and restore the latest backup");
  });
});

describe("rebuild", () => {
  it("mends lists that verify found to differ from the log", async () => {
    const place = join(folder.path, "with-other-lists");
    await run(["backup", join(folder.path, "to-rebuild.sqlite"), "--data", data]);
    await run(["restore", join(folder.path, "to-rebuild.sqlite"), "--data", place]);
    const path = join(place, "materbone.sqlite");
    const bytes = readFileSync(path);
    // Of the rows that lists read: the log has no such member.
    bytes.write('"spineBmx"', bytes.indexOf('"spineBmd"'));
    writeFileSync(path, bytes);
    const found = await run(["verify", "--data", place]);
    expect(found.code).toBe(1);
    expect(found.out).toContain("“materbone rebuild” makes the lists anew");
    const rebuilt = await run(["rebuild", "--data", place, "--lang", "zh"]);
    expect([rebuilt.code, rebuilt.out, rebuilt.err]).toEqual([0, "已根据修订日志重建列表与检索内容。\n", ""]);
    expect((await run(["verify", "--data", place])).code).toBe(0);
  });
});

describe("a registry with a literature of its own", () => {
  it("is verified, backed up, restored and rebuilt with it", async () => {
    const place = join(folder.path, "with-literature");
    const copy = join(folder.path, "with-literature.sqlite");
    const restored = join(folder.path, "with-literature-restored");
    const own = await openSqliteRegistry({ folder: place });
    const literature = { ...shippedLiterature, version: "mine" };
    const act = { by: "LW", at: "2026-01-31T08:00:00.000Z" };
    await own.saveLiterature(literature, 0, act);
    await own.saveLiterature({ ...literature, version: "later" }, 1, act);
    await own.undo({ kind: "literature" }, 1, 2, act);
    await own.close();
    const verified = await run(["verify", "--data", place]);
    expect([verified.code, verified.err]).toEqual([0, ""]);
    expect(verified.out).toContain("Revisions: 3\nDocuments: 1\n");
    expect((await run(["backup", copy, "--data", place])).code).toBe(0);
    expect((await run(["restore", copy, "--data", restored])).code).toBe(0);
    expect((await run(["rebuild", "--data", restored])).code).toBe(0);
    expect((await run(["verify", "--data", restored])).out).toBe(verified.out);
    const registry = await openSqliteRegistry({ folder: restored });
    expect(await registry.readLiterature()).toMatchObject({ value: literature, revision: 3 });
    await registry.close();
  });
});

describe("backup and restore", () => {
  it("bring a database into another place", async () => {
    const made = await run(["backup", file, "--data", data]);
    expect([made.code, made.out, made.err]).toEqual([0, `Backup: ${file}\n`, ""]);
    const place = join(folder.path, "restored");
    const restored = await run(["restore", file, "--data", place, "--lang", "zh"]);
    expect([restored.code, restored.err]).toEqual([0, ""]);
    expect(restored.out).toContain(`已恢复到：${place}\n修订数：4`);
    const [a, b] = await Promise.all([data, place].map((one) => run(["verify", "--data", one])));
    expect(b?.out).toBe(a?.out);
  });

  it("overwrite nothing", async () => {
    const again = await run(["backup", file, "--data", data]);
    expect([again.code, again.out]).toEqual([2, ""]);
    expect(again.err).toBe(`There is something at ${file} already, and nothing is overwritten. Choose a new place.\n`);
    const into = await run(["restore", file, "--data", data, "--lang", "zh"]);
    expect([into.code, into.err]).toEqual([2, `${data} 已有内容，不会被覆盖。请选择新的位置。\n`]);
  });

  it.each([
    ["a file that is no database", () => repositoryPath("package.json"), 2, "is not a Materbone database"],
    ["a file that is not there", () => join(folder.path, "lost.sqlite"), 2, "no such file or folder"],
  ])("refuse %s", async (_, path, expected, words) => {
    const place = join(folder.path, "unmade");
    const { code, err } = await run(["restore", path(), "--data", place]);
    expect(code).toBe(expected);
    expect(err).toContain(words);
    expect(existsSync(place)).toBe(false);
  });

  it("say what the disk says", async () => {
    const target = join(folder.path, "no", "such", "folder", "b.sqlite");
    const { code, err } = await run(["backup", target, "--data", data]);
    expect(code).toBe(3);
    expect(err).toContain("(ENOENT)");
  });
});
