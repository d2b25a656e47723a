import { closeSync, ftruncateSync, openSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run, workFolder, writeInput } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

function woman(id: string, more: object = {}): string {
  return JSON.stringify({ schema: "materbone/case/1", id, person: { bmiKgPerM2: 22 }, ...more });
}

function lines(name: string, content: readonly string[], end = "\n"): string {
  return writeInput(join(folder.path, name), content.join("\n") + end);
}

/** Ids of the women that were checked: each has her work-up to be asked about. */
function checked(out: string): readonly string[] {
  const { findings } = JSON.parse(out) as { findings: { rule: string; case: string }[] };
  return findings.filter((found) => found.rule === "exclusion-not-documented").map((found) => found.case);
}

describe("NDJSON with bad lines among good ones", () => {
  const bad = [
    woman("a"),
    "{",
    woman("b", { person: { ageYears: 300, agYears: 1 } }),
    "",
    woman("c"),
    "[]",
    woman("a"),
    '{"schema": "materbone/case/1", "id": "d", "id": "e"}',
    `{"schema": "materbone/case/1", "id": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    woman("f"),
  ];

  it("checks the good ones, tells of every bad one with its line, and exits with 2", async () => {
    const file = lines("some-bad.ndjson", bad, "");
    const { code, out, err } = await run(["check", file, "--format", "json"]);
    expect(code).toBe(2);
    expect(checked(out)).toEqual(["a", "c", "f"]);
    const told = err.trimEnd().split("\n");
    expect(told.map((line) => line.slice(file.length).split(/[ :]/)[1])).toEqual(["2", "3", "3", "6", "7", "8", "9"]);
    expect(told[0]).toContain(":2:2: not JSON: a closing } is missing");
    expect(told.slice(1, 3).join()).toMatch(
      /3 \/person\/agYears.*3 \/person\/ageYears|3 \/person\/ageYears.*3 \/person\/agYears/,
    );
    expect(told[3]).toContain(":6 /: A record is a JSON object { }, and this is [].");
    expect(told[4]).toContain(':7 /id: The case id "a" is used twice.');
    expect(told[5]).toContain(':8: the key "id" stands twice in one object.');
    expect(told[6]).toContain(":9:101: brackets are nested more than 64 deep");
    expect(err).not.toMatch(/\n\s+at |Error/);
    expect(Math.max(...told.map((line) => line.length))).toBeLessThan(400);
  });

  it("tells the same in Chinese", async () => {
    const { code, err } = await run(["check", lines("some-bad.ndjson", bad), "--lang", "zh"]);
    expect(code).toBe(2);
    for (const words of ["不是有效的 JSON", "本格式没有字段", "记录应为 JSON 对象", "重复", "括号嵌套"]) {
      expect(err).toContain(words);
    }
  });

  it("every other command refuses the file as a whole and prints nothing", async () => {
    const file = lines("some-bad.ndjson", bad);
    for (const command of ["assess", "response", "therapy", "tables", "report"]) {
      const { code, out, err } = await run([command, file]);
      expect([code, out]).toEqual([2, ""]);
      expect(err.trimEnd().split("\n")).toHaveLength(7);
    }
  });

  it("the exit code 2 is stronger than --fail-on", async () => {
    expect((await run(["check", lines("two.ndjson", [woman("a"), "{"]), "--fail-on", "info"])).code).toBe(2);
  });
});

describe("NDJSON line ends and marks", () => {
  it.each([
    ["CRLF", `${woman("a")}\r\n${woman("b")}\r\n`],
    ["no newline at the end", `${woman("a")}\n${woman("b")}`],
    ["blank lines", `\n${woman("a")}\n \t\r\n\n${woman("b")}\n\n`],
    ["a byte order mark", `\ufeff${woman("a")}\n${woman("b")}\n`],
    ["spaces around", ` ${woman("a")} \n\t${woman("b")}`],
  ])("%s", async (_what, content) => {
    const { code, out, err } = await run([
      "check",
      writeInput(join(folder.path, "ends.jsonl"), content),
      "--format",
      "json",
    ]);
    expect([code, err]).toEqual([0, ""]);
    expect(checked(out)).toEqual(["a", "b"]);
  });

  it.each([
    ["an empty file", ""],
    ["blank lines only", "\n \n\r\n"],
  ])("%s has no case", async (_what, content) => {
    const file = writeInput(join(folder.path, "none.ndjson"), content);
    for (const command of ["check", "assess"]) {
      const { code, out, err } = await run([command, file, "--format", "json"]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(`${file}: no case in it.`);
    }
  });

  it("text that is not UTF-8 is refused on its line, and never read as something else", async () => {
    const label = (text: Buffer) =>
      Buffer.concat([Buffer.from(woman("b").replace("}}", '},"note":"')), text, Buffer.from('"}\n')]);
    const latin1 = label(Buffer.from([0xe9]));
    const file = writeInput(
      join(folder.path, "mixed.ndjson"),
      Buffer.concat([Buffer.from(`${woman("a")}\n`), latin1, Buffer.from(`${woman("c")}\n`)]),
    );
    const { code, out, err } = await run(["check", file, "--format", "json"]);
    expect(code).toBe(2);
    expect(checked(out)).toEqual(["a", "c"]);
    expect(err).toBe(`${file}:2: the line is not UTF-8 text, and UTF-8 is needed. Save it as UTF-8 and try again.\n`);
  });
});

describe("NDJSON size", () => {
  it("a line of 20 MB is refused and the others are read", async () => {
    const file = lines("long-line.ndjson", [woman("a"), woman("b", { note: "x".repeat(20_000_000) }), woman("c")]);
    const { code, out, err } = await run(["check", file, "--format", "json"]);
    expect(code).toBe(2);
    expect(checked(out)).toEqual(["a", "c"]);
    expect(err).toBe(`${file}:2: the line is longer than 16 MB. One line holds one case.\n`);
    expect((await run(["check", file, "--lang", "zh"])).err).toBe(`${file}:2：该行超过 16 MB。每行只能有一个病例。\n`);
  });

  it("a file of 200 MB is streamed", async () => {
    const file = lines("large.ndjson", [woman("a"), woman("b")]);
    const open = openSync(file, "r+");
    ftruncateSync(open, 200 * 1024 * 1024);
    closeSync(open);
    const { code, out, err } = await run(["check", file, "--format", "json"]);
    expect(code).toBe(2);
    expect(checked(out)).toEqual(["a", "b"]);
    expect(err).toBe(`${file}:3: the line is longer than 16 MB. One line holds one case.\n`);
  });
});
