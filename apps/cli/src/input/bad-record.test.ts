import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { published, run, workFolder, writeInput } from "../run.fixture.ts";

const folder = workFolder();
afterAll(folder.remove);

const woman = { schema: "materbone/case/1", id: "woman-1" };
const scan = (reading: object) => ({ ...woman, scans: [{ id: "a", sites: { totalHip: reading } }] });

/** Both languages of one bad file; checks what holds for every one of them. */
async function refused(path: string): Promise<{ readonly en: string; readonly zh: string }> {
  const [en, zh] = [await run(["check", path, "--format", "json"]), await run(["check", path, "--lang", "zh"])];
  for (const { code, out, err } of [en, zh]) {
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toMatch(/\n\s+at |Error/);
    expect(err.endsWith("\n")).toBe(true);
  }
  expect(zh.err).toMatch(/\p{Script=Han}/u);
  return { en: en.err, zh: zh.err };
}

describe("a wrong value is told with file, line, place, value and mend", () => {
  it.each([
    [
      "wrong type",
      { ...woman, person: { ageYears: "30" } },
      '5 /person/ageYears: "30" stands where a number is expected. Correct the value.',
      '5 /person/ageYears：此处应为数字，现为 "30"。请更正。',
    ],
    [
      "unknown key",
      { ...woman, person: { agYears: 30 } },
      '5 /person/agYears: "agYears" is not a field of this format. Did you mean "ageYears"?',
      "5 /person/agYears：本格式没有字段“agYears”。是否应为“ageYears”？",
    ],
    [
      "unknown key like no other",
      { ...woman, fractures: [], xyzzy: { a: 1 } },
      '5 /xyzzy: "xyzzy" is not a field of this format. Remove it or put the text into "note".',
      "5 /xyzzy：本格式没有字段“xyzzy”。请删除，或将内容写入“note”。",
    ],
    [
      "missing key",
      { ...woman, fractures: [{}] },
      '5 /fractures/0/site: "site" is required and is missing. Add it.',
      "5 /fractures/0/site：缺少必填字段“site”，请补充。",
    ],
    [
      "unknown word",
      { ...woman, fractures: [{ site: "L9" }] },
      '6 /fractures/0/site: "L9" is not known here. Did you mean "T9"?',
      '6 /fractures/0/site：此处不能填 "L9"。是否应为“T9”？',
    ],
    [
      "impossible date",
      { ...woman, symptoms: [{ symptom: "backPain", onset: { date: "2018-02-30" } }] },
      '8 /symptoms/0/onset/date: "2018-02-30" is not a date of the calendar. Write YYYY, YYYY-MM or YYYY-MM-DD.',
      '8 /symptoms/0/onset/date："2018-02-30" 不是有效日期。请写作 YYYY、YYYY-MM 或 YYYY-MM-DD。',
    ],
    [
      "time that ends before it begins",
      { ...woman, symptoms: [{ symptom: "backPain", onset: { months: [5, 2] } }] },
      '7 /symptoms/0/onset: In {"months":[5,2]} the earliest time is after the latest.',
      '7 /symptoms/0/onset：{"months":[5,2]} 中最早时间晚于最晚时间。',
    ],
    [
      "Z-score of 40",
      scan({ zScore: 40 }),
      "9 /scans/0/sites/totalHip/zScore: zScore is 40, above the largest possible value 10. Check the number and its unit.",
      "9 /scans/0/sites/totalHip/zScore：zScore 为 40，超过可能的最大值 10。请核对数值及单位。",
    ],
    [
      "BMD in milligrams",
      scan({ bmdGPerCm2: 678 }),
      "9 /scans/0/sites/totalHip/bmdGPerCm2: BMD 678 cannot be g/cm². If it was printed in mg/cm², write 0.678; nothing is converted silently.",
      "9 /scans/0/sites/totalHip/bmdGPerCm2：骨密度 678 不可能以 g/cm² 为单位。若原文为 mg/cm²，请改写为 0.678；程序不会自行换算。",
    ],
    [
      "negative dose",
      { ...woman, treatments: [{ agent: "calcium", dose: { amount: -1, unit: "g", per: "day" } }] },
      "8 /treatments/0/dose/amount: amount is -1, below the smallest possible value 0.",
      "8 /treatments/0/dose/amount：amount 为 -1，低于可能的最小值 0。",
    ],
    [
      "dose range that runs backwards",
      { ...woman, treatments: [{ agent: "calcium", dose: { amount: [2, 1], unit: "g", per: "day" } }] },
      "8 /treatments/0/dose/amount: The range [2,1] runs backwards. Write [low, high].",
      "8 /treatments/0/dose/amount：范围 [2,1] 次序颠倒。请写作 [低, 高]。",
    ],
    [
      "format of a later version",
      { ...woman, schema: "materbone/case/2" },
      '2 /schema: The format "materbone/case/2" is newer than this program',
      '2 /schema：格式 "materbone/case/2" 新于本程序',
    ],
    [
      "no format",
      { id: "woman-1" },
      '1 /: The file does not say its format. Add "schema": "materbone/series/1".',
      '1 /：文件未注明格式。请添加 "schema": "materbone/series/1"。',
    ],
    [
      "format that is no text",
      { schema: { toString: 1 }, id: "woman-1" },
      '2 /schema: The format {"toString":1} cannot be read here',
      '2 /schema：此处无法读取格式 {"toString":1}',
    ],
  ])("%s", async (what, record, en, zh) => {
    const file = writeInput(join(folder.path, `${what}.json`), record);
    const told = await refused(file);
    expect(told.en).toContain(`${file}:${en}`);
    expect(told.zh).toContain(`${file}:${zh}`);
    expect(told.en.trimEnd().split("\n")).toHaveLength(1);
  });

  it.each([
    ["a number", "42", "42"],
    ["a list", "[1, 2]", "[1,2]"],
    ["null", "null", "null"],
    ["a text", '"woman"', '"woman"'],
  ])("%s at the top", async (_what, text, shown) => {
    const file = writeInput(join(folder.path, "top.json"), text);
    const { en, zh } = await refused(file);
    expect(en).toBe(`${file}:1 /: A record is a JSON object { }, and this is ${shown}.\n`);
    expect(zh).toBe(`${file}:1 /：记录应为 JSON 对象 { }，现为 ${shown}。\n`);
  });

  it("a number that is too large for a number", async () => {
    const text = JSON.stringify(woman, null, 2).replace('"woman-1"', '"woman-1", "person": { "ageYears": 1e999 }');
    const { en } = await refused(writeInput(join(folder.path, "huge.json"), text));
    expect(en).toContain("/person/ageYears: Infinity stands where a number is expected.");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"])("the key %s", async (key) => {
    const text = `{"schema": "materbone/case/1", "id": "w", "${key}": {"ageYears": 30}, "person": {"${key}": 1}}`;
    const { en } = await refused(writeInput(join(folder.path, "key.json"), text));
    expect(en).toContain(`:1 /${key}: "${key}" is not a field of this format.`);
    expect(en).toContain(`:1 /person/${key}: "${key}" is not a field of this format.`);
  });
});

describe("a file with several problems", () => {
  it("tells of every one in one run", async () => {
    const file = writeInput(join(folder.path, "many.json"), {
      ...scan({ bmdGPerCm2: 678, zScore: 40 }),
      person: { agYears: 30, weightKg: "55" },
      fractures: [{ site: "L9" }, {}],
    });
    const { en } = await refused(file);
    expect(en.trimEnd().split("\n")).toHaveLength(6);
  });

  it("stops telling after a thousand, and says so", async () => {
    const cases = Array.from({ length: 5000 }, () => 1);
    const file = writeInput(join(folder.path, "numbers.json"), {
      schema: "materbone/series/1",
      id: "s",
      title: "S",
      cases,
    });
    const { en, zh } = await refused(file);
    const told = en.trimEnd().split("\n");
    expect(told).toHaveLength(1001);
    expect(told[999]).toContain(":1005 /cases/999: 1 stands where an object { } is expected.");
    expect(told[1000]).toBe("There are more problems. Mend these first and run again.");
    expect(zh.trimEnd().endsWith("还有更多问题未列出。请先更正以上问题，再重新运行。")).toBe(true);
  });

  it("tells of those of every file of a folder", async () => {
    const path = join(folder.path, "two-files");
    writeInput(join(path, "series.json"), { schema: "materbone/series/1", id: "s", titel: "S" });
    writeInput(join(path, "cases", "a.json"), { ...woman, person: { ageYears: 300 } });
    writeInput(join(path, "cases", "b.json"), "{");
    writeInput(join(path, "cases", "c.json"), { ...woman, id: "c" });
    const { en } = await refused(path);
    expect(en.trimEnd().split("\n")).toHaveLength(4);
    for (const name of [
      'series.json:1 /title: "title" is required',
      "series.json:4 /titel",
      "cases/a.json:5 /person/ageYears",
      "cases/b.json:1:2",
    ]) {
      expect(en).toContain(join(path, name));
    }
  });
});

describe("ids", () => {
  it("one used twice is told beside the problems of other files", async () => {
    const path = join(folder.path, "twice-and-more");
    writeInput(join(path, "series.json"), { schema: "materbone/series/1", id: "s", title: "S" });
    for (const name of ["a", "b"]) writeInput(join(path, "cases", `${name}.json`), woman);
    writeInput(join(path, "cases", "c.json"), { ...woman, person: { ageYears: 300 } });
    const { en } = await refused(path);
    expect(en).toContain("cases/c.json:5 /person/ageYears");
    expect(en).toContain('cases/b.json:3 /id: The case id "woman-1" is used twice.');
  });

  it("a case id used twice is told in the second file, with its line", async () => {
    const path = join(folder.path, "twice");
    writeInput(join(path, "series.json"), { schema: "materbone/series/1", id: "s", title: "S" });
    writeInput(join(path, "cases", "a.json"), woman);
    const second = writeInput(join(path, "cases", "b.json"), woman);
    const { en, zh } = await refused(path);
    expect(en).toBe(`${second}:3 /id: The case id "woman-1" is used twice. Give each case its own id.\n`);
    expect(zh).toBe(`${second}:3 /id：病例编号“woman-1”重复。请为每个病例设置不同的编号。\n`);
  });

  it("a case id used twice in one file is told at its place", async () => {
    const series = { schema: "materbone/series/1", id: "s", title: "S", cases: [woman, woman] };
    const file = writeInput(join(folder.path, "series.json"), series);
    expect((await refused(file)).en).toContain(`${file}:12 /cases/1/id: The case id "woman-1" is used twice.`);
  });

  it("an id that points nowhere is told in the file that points", async () => {
    const path = join(folder.path, "pointing");
    const claims = [
      { kind: "percentChange", id: "c", case: "woman-2", site: "totalHip", from: "a", to: "b", printed: 1 },
    ];
    const head = writeInput(join(path, "series.json"), { schema: "materbone/series/1", id: "s", title: "S", claims });
    const file = writeInput(join(path, "cases", "a.json"), {
      ...woman,
      scans: [{ id: "a", device: "prodigy", sites: {} }],
    });
    const { en } = await refused(path);
    expect(en).toContain(
      `${head}:9 /claims/0/case: There is no case "woman-2" in this series. Did you mean "woman-1"?`,
    );
    expect(en).toContain(`${file}:7 /scans/0/device: There is no densitometer "prodigy" in this series.`);
  });
});

describe("a message", () => {
  it("never prints a whole record", async () => {
    const record = JSON.parse(readFileSync(join(published, "cases", "case-1.json"), "utf8"));
    const long = "x".repeat(1_000_000);
    const file = writeInput(join(folder.path, "long.json"), {
      schema: "materbone/case/1",
      id: record,
      person: record.scans,
      fractures: long,
      [long]: 1,
      scans: [{ id: "a", device: 5, sites: { [long]: {} } }],
    });
    const { en, zh } = await refused(file);
    expect(en.trimEnd().split("\n")).toHaveLength(6);
    for (const line of [...en.split("\n"), ...zh.split("\n")]) expect(line.length).toBeLessThan(600);
  });

  it("cannot steer the terminal", async () => {
    const file = writeInput(join(folder.path, "control.json"), {
      ...woman,
      "\u001b[2J\r\n\u009b": 1,
      "\u0085": "\u0007",
    });
    const { en, zh } = await refused(file);
    expect(`${en}${zh}`.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(en).toContain("\\u001b[2J");
  });
});
