import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { published, run, workFolder, writeInput } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

const woman = { schema: "materbone/case/1", id: "woman-1", label: { zh: "病例一" }, person: { bmiKgPerM2: 22 } };
const text = `${JSON.stringify(woman, null, 2)}\n`;

function place(name: string): string {
  return join(folder.path, name);
}

async function refused(
  path: string,
  ...args: readonly string[]
): Promise<{ readonly en: string; readonly zh: string }> {
  const en = await run(["check", path, "--format", "json", ...args]);
  const zh = await run(["check", path, "--format", "csv", "--lang", "zh", ...args]);
  for (const { code, out, err } of [en, zh]) {
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toMatch(/\n\s+at |Error/);
  }
  expect(zh.err).toMatch(/\p{Script=Han}/u);
  return { en: en.err, zh: zh.err };
}

function sparse(path: string, bytes: number): string {
  const file = openSync(path, "w");
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}

describe("encoding", () => {
  it("a byte order mark is dropped", async () => {
    const file = writeInput(place("bom.json"), `\ufeff${text}`);
    const plain = writeInput(place("plain.json"), text);
    expect(await run(["check", file])).toEqual(await run(["check", plain]));
  });

  it.each([
    ["UTF-16 with a mark", Buffer.from(`\ufeff${text}`, "utf16le"), "UTF-16"],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le"), "UTF-16"],
    ["UTF-16, big end first, with a mark", Buffer.from(`\ufeff${text}`, "utf16le").swap16(), "UTF-16"],
    ["UTF-16, big end first, without a mark", Buffer.from(text, "utf16le").swap16(), "UTF-16"],
    // 病例一 in GB18030.
    ["GB18030", gb18030(), "GB18030"],
  ])("%s is refused by name", async (_what, bytes, name) => {
    for (const file of [writeInput(place("encoded.json"), bytes), writeInput(place("encoded.ndjson"), bytes)]) {
      const { en, zh } = await refused(file);
      expect(en).toContain(`${name} text, and UTF-8 is needed. Save it as UTF-8 and try again.`);
      expect(zh).toContain(`编码为 ${name}，需要 UTF-8。请另存为 UTF-8 后重试。`);
      expect(en.startsWith(file)).toBe(true);
    }
  });

  it("bytes of no known encoding are refused", async () => {
    const file = writeInput(place("bytes.json"), Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]));
    const { en, zh } = await refused(file);
    expect(en).toContain("not UTF-8 text, and UTF-8 is needed.");
    expect(zh).toContain("不是 UTF-8 文本，需要 UTF-8。");
  });
});

describe("text that is not JSON", () => {
  it.each([
    ["cut off", text.slice(0, 60), /:4:\d+: not JSON: a (text is not closed|closing)/, /：不是有效的 JSON：/],
    ["a comma missing", text.replace(",", ""), /:3:3: not JSON: a comma is missing near/, /：缺少逗号，位于/],
    ["a comma too many", text.replace("22", "22,"), /:\d+:\d+: not JSON: /, /：不是有效的 JSON：/],
    ["a comment", `// a comment\n${text}`, /:1:1: not JSON: comments are not allowed in JSON/, /JSON 中不允许注释/],
    ["two values", `${text}{}`, /:11:1: not JSON: text follows after the end/, /JSON 结束后仍有多余内容/],
    ["single quotes", "{'schema': 1}", /:1:2: not JSON: /, /：不是有效的 JSON：/],
    ["no JSON at all", "病例,年龄\n1,30\n", /:1:1: not JSON: unexpected text near/, /内容无法识别/],
    ["only spaces", " \n ", /:2:2: not JSON: a value is missing \(end of file\)/, /缺少取值（文件末尾）/],
    ["a line break inside a text", text.replace("woman-1", "woman\n1"), /:3:\d+: not JSON: /, /：不是有效的 JSON：/],
  ])("%s", async (what, content, en, zh) => {
    const file = writeInput(place(`${what}.json`), content);
    const told = await refused(file);
    expect(told.en.startsWith(file)).toBe(true);
    expect(told.en).toMatch(en);
    expect(told.en).toContain("Correct the text there.");
    expect(told.zh).toMatch(zh);
    expect(told.en.trimEnd().split("\n").length).toBeLessThanOrEqual(5);
  });

  it("an empty file", async () => {
    const file = writeInput(place("empty.json"), "");
    const { en, zh } = await refused(file);
    expect(en).toBe(`${file}: the file is empty. "materbone init FOLDER" writes a series to start from.\n`);
    expect(zh).toContain(`${file}：文件为空。`);
  });

  it("a key that stands twice", async () => {
    const file = writeInput(place("twice.json"), '{\n  "schema": "materbone/case/1",\n  "id": "a",\n  "id": "b"\n}\n');
    const { en, zh } = await refused(file);
    expect(en).toBe(`${file}:4: the key "id" stands twice in one object. Keep one.\n`);
    expect(zh).toBe(`${file}:4：同一对象中键“id”重复。请只保留一个。\n`);
  });

  it.each([
    ["closed lists", "[".repeat(100_000) + "]".repeat(100_000)],
    ["open lists", "[".repeat(100_000)],
    ["objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["inside a record", text.replace("22", "[".repeat(100_000) + "]".repeat(100_000))],
  ])("100 000 brackets: %s", async (_what, content) => {
    const file = writeInput(place("deep.json"), content);
    const { en, zh } = await refused(file);
    expect(en).toMatch(/:\d+:\d+: brackets are nested more than 64 deep/);
    expect(zh).toContain("括号嵌套超过 64 层");
  });

  it("brackets inside a text are text", async () => {
    const record = { ...woman, note: `${"[".repeat(200)}"\\"{{` };
    expect((await run(["check", writeInput(place("brackets.json"), record)])).code).toBe(0);
  });
});

describe("size", () => {
  it("a JSON file of 200 MB is refused without being read", async () => {
    const { en, zh } = await refused(sparse(place("large.json"), 200 * 1024 * 1024));
    expect(en).toContain("200 MB is more than one JSON file may have (64 MB). Write one case per line as NDJSON");
    expect(zh).toContain("文件 200 MB，超过单个 JSON 文件的上限（64 MB）。");
  });
});

describe("paths", () => {
  it("a missing one names the nearest", async () => {
    writeInput(place("series-2019/series.json"), "{}");
    const { en, zh } = await refused(place("series-2091"));
    expect(en).toBe(`${place("series-2091")}: no such file or folder. Did you mean "series-2019"?\n`);
    expect(zh).toBe(`${place("series-2091")}：文件或文件夹不存在。是否应为“series-2019”？\n`);
    expect((await refused(place("nowhere/at/all.json"))).en).toContain("no such file or folder.");
    expect((await refused(place("nowhere.ndjson"))).en).toContain("no such file or folder.");
    expect((await refused(`${place("series-2019/series.json")}/x.json`)).en).toContain("no such file or folder.");
  });

  it("links in a circle are told", async () => {
    symlinkSync("circle-b", place("circle-a"));
    symlinkSync("circle-a", place("circle-b"));
    const { en, zh } = await refused(place("circle-a"));
    expect(en).toContain("the links of this path run in a circle.");
    expect(zh).toContain("符号链接成环");
    const series = place("with-circle");
    writeInput(join(series, "series.json"), { schema: "materbone/series/1", id: "s", title: "S" });
    writeInput(join(series, "cases", "a.json"), woman);
    symlinkSync("loop.json", join(series, "cases", "loop.json"));
    expect((await refused(series)).en).toContain(`${join(series, "cases", "loop.json")}: the links of this path`);
    const own = place("own-circle");
    writeInput(join(own, "series.json"), { schema: "materbone/series/1", id: "s", title: "S" });
    symlinkSync("cases", join(own, "cases"));
    expect((await refused(own)).en).toContain(`${join(own, "cases")}: the links of this path`);
  });

  it("a folder named like a file is told", async () => {
    const series = place("folder-for-file");
    writeInput(join(series, "series.json"), { schema: "materbone/series/1", id: "s", title: "S" });
    mkdirSync(join(series, "cases", "x.json"), { recursive: true });
    mkdirSync(place("y.ndjson"));
    const { en, zh } = await refused(series);
    expect(en).toBe(
      `${join(series, "cases", "x.json")}: this is a folder, and a file is needed. Rename it or move it elsewhere.\n`,
    );
    expect(zh).toContain("这是文件夹，此处需要文件。");
    expect((await refused(place("y.ndjson"))).en).toContain("this is a folder, and a file is needed.");
    mkdirSync(place("z.json"));
    expect((await refused(place("z.json"))).en).toContain("the folder has no series.json.");
  });

  it("a folder without cases, without series.json, without both", async () => {
    const bare = place("bare");
    writeInput(join(bare, "series.json"), { schema: "materbone/series/1", id: "s", title: "S" });
    const noCases = await refused(bare);
    expect(noCases.en).toBe(`${bare}: no case in it. Put one JSON file per woman into the folder "cases".\n`);
    expect(noCases.zh).toBe(`${bare}：没有病例。请在“cases”文件夹中为每位患者放一个 JSON 文件。\n`);
    const headless = place("headless");
    writeInput(join(headless, "cases", "a.json"), woman);
    const noSeries = await refused(headless);
    expect(noSeries.en).toBe(`${headless}: the folder has no series.json. "materbone init FOLDER" writes one.\n`);
    expect(noSeries.zh).toContain("文件夹中没有 series.json。");
    mkdirSync(place("nothing"));
    expect((await refused(place("nothing"))).en.trimEnd().split("\n")).toHaveLength(2);
    writeInput(join(place("odd"), "series.json"), "{}");
    writeInput(join(place("odd"), "cases"), "not a folder");
    expect((await refused(place("odd"))).en).toContain("no case in it.");
  });

  it.each(["notes.txt", "README", "table.csv"])("a file of another kind (%s) is refused", async (name) => {
    const { en, zh } = await refused(writeInput(place(name), text));
    expect(en).toContain("neither a folder, a .json nor an .ndjson file.");
    expect(zh).toContain("不是文件夹，也不是 .json 或 .ndjson 文件。");
  });

  it("a pipe named like a file is refused, not waited for", async () => {
    execFileSync("mkfifo", [place("pipe.json"), place("pipe.ndjson")]);
    expect((await refused(place("pipe.json"))).en).toContain("neither a folder, a .json nor an .ndjson file.");
    expect((await refused(place("pipe.ndjson"))).en).toContain("neither a folder, a .json nor an .ndjson file.");
  });
});

describe("what is accepted", () => {
  it("CRLF line ends and no line end at all", async () => {
    const expected = await run(["check", writeInput(place("lf.json"), text)]);
    expect(await run(["check", writeInput(place("crlf.json"), text.replaceAll("\n", "\r\n"))])).toEqual(expected);
    expect(await run(["check", writeInput(place("none.json"), text.trimEnd())])).toEqual(expected);
  });

  it("a series in one JSON file gives what its folder gives, in every command", async () => {
    const read = (path: string) => JSON.parse(readFileSync(join(published, path), "utf8"));
    const cases = ["case-1", "case-2", "case-3"].map((name) => read(`cases/${name}.json`));
    const file = writeInput(place("series.json"), { ...read("series.json"), cases });
    for (const command of ["check", "assess", "response", "therapy"]) {
      const fromFile = await run([command, file, "--format", "json"]);
      expect(fromFile).toEqual(await run([command, published, "--format", "json"]));
      expect(fromFile.code).toBe(0);
    }
  });

  it("a loose case and NDJSON give the same in every command", async () => {
    const record = readFileSync(join(published, "cases", "case-2.json"), "utf8");
    const loose = writeInput(place("case.json"), record);
    const line = writeInput(place("case.ndjson"), JSON.stringify(JSON.parse(record)));
    for (const command of ["check", "assess", "response", "therapy"]) {
      const fromCase = await run([command, loose, "--format", "json"]);
      expect(await run([command, line, "--format", "json"])).toEqual(fromCase);
      expect(fromCase).toMatchObject({ code: 0, err: "" });
    }
  });
});

/** The record in GB18030, which the platform reads and does not write: 病 B2A1, 例 C0FD, 一 D2BB. */
function gb18030(): Buffer {
  const [before, after] = text.split("病例一");
  const label = Buffer.from([0xb2, 0xa1, 0xc0, 0xfd, 0xd2, 0xbb]);
  return Buffer.concat([Buffer.from(before ?? ""), label, Buffer.from((after ?? "").replaceAll("\n", " "))]);
}
