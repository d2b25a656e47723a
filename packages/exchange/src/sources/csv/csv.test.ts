import { join } from "node:path";
import { createTerms } from "@materbone/clinical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foundIn, rowsOf, type TestFolder, testFolder } from "../../convert/convert.fixture.ts";
import { convert } from "../../convert/convert.ts";
import { sayProblems } from "../../convert/problem-words.ts";
import { detect } from "../../detect/detect.ts";

let folder: TestFolder;
let output: string;
let source: string;
beforeEach(() => {
  folder = testFolder();
  output = join(folder.path, "out");
  source = join(folder.path, "in");
});
afterEach(() => folder.remove());

const asOf = "2026-01-01";

const MAPPING = `schema: materbone/mapping/1
sexes: { female: [女婴], male: [男婴] }
tables:
  - file: 病人.csv
    person: { id: 病案号, sex: 性别, birthDate: 出生日期 }
  - file: 诊断*.csv
    encoding: gb18030
    events:
      - kind: condition
        person: 病案号
        date: 诊断日期
        code: { column: 诊断编码, system: ICD-10 }
      - kind: condition
        person: 病案号
        date: 诊断日期
        code: { column: 诊断名称, values: { 腰痛: back-pain, 绝经后骨质疏松: { system: ICD-10, code: M81.0 } } }
  - file: 骨密度.csv
    events:
      - kind: measurement
        person: 病案号
        date: 检查日期
        code: { system: LOINC, code: 85394-5 }
        value: Z值
        unit: { fixed: "1" }
        site: 部位
`;
const PERSONS = `病案号,性别,出生日期
001,女,1990年2月28日
002,女婴,19910101
003,未知,1985
`;
const SCANS = `病案号,检查日期,Z值,部位
001,2024/3/5,-2.4,L1-L4
001,2024年3月5日,未测,L1-L4
002,2024.3.5 14:30,0,股骨颈
`;

/** "病案号,诊断日期,诊断编码,诊断名称" and rows in GB18030; bytes by Python's codec gb18030. */
const DIAGNOSES = Buffer.from(
  [
    "b2a1b0b8bac52cd5efb6cfc8d5c6da2cd5efb6cfb1e0c2eb2cd5efb6cfc3fbb3c60a3030312c323032342d30332d30352c4d38302e3830",
    "30783031312cd1fccdb40a3030322c34353335362c2cbef8beadbaf3b9c7d6cacae8cbc90a3030322c323032342d332d362c2ccde2c9cb",
    "0a",
  ].join(""),
  "hex",
);

/** A table of diagnoses in which nothing is missing. */
const WHOLE = "病案号,诊断日期,诊断编码,诊断名称\n001,2024-03-05,M80.8,腰痛\n";

function writeHospital(changes: Readonly<Record<string, string | Buffer>> = {}): void {
  const files = {
    "mapping.yaml": MAPPING,
    "病人.csv": PERSONS,
    "诊断2024.csv": DIAGNOSES,
    "骨密度.csv": SCANS,
    ...changes,
  };
  for (const [name, content] of Object.entries(files)) folder.write(`in/${name}`, content);
}

describe("tables of a hospital", () => {
  it("reads words for sex, days in any of the ways, GB18030, value tables and fixed codes", async () => {
    writeHospital();
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(await rowsOf(output, "person", "FROM t")).toEqual([
      ["1", "001", "female", "1990-02-28", "1990-02-28", "病人.csv:2"],
      ["2", "002", "female", "1991-01-01", "1991-01-01", "病人.csv:3"],
      ["3", "003", null, "1985-01-01", "1985-12-31", "病人.csv:4"],
    ]);
    expect(
      await rowsOf(output, "event", "SELECT system, code, person_id, date_low, value, unit, site, source_ref FROM t"),
    ).toEqual([
      ["ICD-10", "M80.800x011", "1", "2024-03-05", null, null, null, "诊断2024.csv:2"],
      ["ICD-10", "M81.0", "2", null, null, null, null, "诊断2024.csv:3"],
      ["LOINC", "85394-5", "1", "2024-03-05", -2.4, "1", "L1-L4", "骨密度.csv:2"],
      ["LOINC", "85394-5", "1", "2024-03-05", null, null, "L1-L4", "骨密度.csv:3"],
      ["LOINC", "85394-5", "2", "2024-03-05", 0, "1", "股骨颈", "骨密度.csv:4"],
      ["local", "back-pain", "1", "2024-03-05", null, null, null, "诊断2024.csv:2"],
      ["local", "外伤", "2", "2024-03-06", null, null, null, "诊断2024.csv:4"],
    ]);
    expect(manifest.problems.listed).toEqual(
      expect.arrayContaining([
        { kind: "badSex", file: "病人.csv", line: 4 },
        { kind: "badNumber", file: "骨密度.csv", line: 3 },
        // 45356 is a serial number of a spreadsheet: which day it is depends on the program that wrote it.
        { kind: "serialDate", file: "诊断2024.csv", line: 3 },
        // Two rows have a name alone.
        { kind: "noCode", file: "诊断2024.csv", line: 3 },
        { kind: "noCode", file: "诊断2024.csv", line: 4 },
      ]),
    );
    // back-pain and 外伤: a word that stands in few rows may be a person's, so it is counted and not named.
    expect(manifest.problems.totals).toMatchObject({ noCode: 2, unseenCode: 2 });
    const mapping = MAPPING.replace("    encoding: gb18030\n", "");
    const rest = {
      "mapping.yaml": mapping,
      "病人.csv": PERSONS.replace("未知", ""),
      "骨密度.csv": SCANS.replace("未测", ""),
    };
    writeHospital({ ...rest, "诊断2024.csv": WHOLE });
    expect((await convert(await foundIn(source), { output, asOf, strict: true })).isReused).toBe(false);
    writeHospital({ ...rest, "诊断2024.csv": `${WHOLE}001,2024-03-06,,\n` });
    await expect(convert(await foundIn(source), { output, asOf, strict: true })).rejects.toMatchObject({
      trouble: { kind: "strict", problems: { totals: { noCode: 2 } } },
    });
  });

  it("counts lines that it leaves out in the places of those behind them", async () => {
    writeHospital({
      "骨密度.csv":
        "病案号,检查日期,Z值,部位\n001,2024-03-05\n001,2024-03-05,-2.4,L1\n001,2024-03-06,-2.5,L1,a,b\n001,2024-03-07,x,L1\n",
    });
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(await rowsOf(output, "event", "SELECT source_ref FROM t WHERE system = 'LOINC'")).toEqual([
      ["骨密度.csv:3"],
      ["骨密度.csv:5"],
    ]);
    expect(manifest.problems.listed.filter(({ file }) => file === "骨密度.csv")).toEqual([
      expect.objectContaining({ kind: "badLine", line: 2, why: "columns" }),
      expect.objectContaining({ kind: "badLine", line: 4, why: "columns" }),
      { kind: "badNumber", file: "骨密度.csv", line: 5 },
    ]);
  });

  it("counts line breaks inside quotation marks", async () => {
    writeHospital({
      "骨密度.csv":
        '病案号,检查日期,Z值,部位\n001,2024-03-05,-2.4,"L1\nL2\nL3"\n001,2024-03-05\n001,2024-03-06,-2.5,"L1\r\nL2"\n001,2024-03-07,x,L1\n',
    });
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    const used = "SELECT source_ref FROM t WHERE system = 'LOINC' ORDER BY date_low";
    expect(await rowsOf(output, "event", used)).toEqual([["骨密度.csv:2"], ["骨密度.csv:6"], ["骨密度.csv:8"]]);
    expect(manifest.problems.listed).toContainEqual({ kind: "badNumber", file: "骨密度.csv", line: 8 });
    expect(manifest.problems.listed).toContainEqual(expect.objectContaining({ kind: "badLine", line: 5 }));
  });

  it("counts line breaks of what it leaves out", async () => {
    writeHospital({
      "骨密度.csv":
        '病案号,检查日期,Z值,部位\n001,2024-03-05,-2.4,"L1\nL2",L3\n001,2024-03-06,"-2.5\r\n"\n001,2024-03-07,-2.5,L1\n',
    });
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    const lines = manifest.problems.listed.flatMap((one) => (one.kind === "badLine" ? [one.line] : []));
    expect(lines).toEqual([2, 4]);
    expect(await rowsOf(output, "event", "SELECT source_ref FROM t WHERE system = 'LOINC'")).toEqual([
      ["骨密度.csv:6"],
    ]);
  });

  it("counts all lines that it leaves out, and numbers those behind them", async () => {
    const bad = 15_000;
    writeHospital({
      "骨密度.csv": `病案号,检查日期,Z值,部位\n${"001,2024-03-05\n".repeat(bad)}001,2024-03-06,-2.5,L1\n001,2024-03-07,x,L1\n`,
    });
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(manifest.problems.totals).toMatchObject({ badLine: bad, badNumber: 1 });
    expect(manifest.problems.listed).toContainEqual({ kind: "badNumber", file: "骨密度.csv", line: bad + 3 });
    expect(
      await rowsOf(output, "event", "SELECT source_ref FROM t WHERE system = 'LOINC' ORDER BY source_ref"),
    ).toEqual([[`骨密度.csv:${bad + 2}`], [`骨密度.csv:${bad + 3}`]]);
  });

  it("leaves out a file in another encoding than the mapping says", async () => {
    writeHospital({ "病人.csv": PERSONS, "mapping.yaml": MAPPING.replace("    encoding: gb18030\n", "") });
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    const file = "诊断2024.csv";
    const problem = { kind: "wrongEncoding", file, encoding: "utf-8", seems: "gb18030" };
    expect(manifest.problems.listed).toContainEqual(problem);
    expect(sayProblems(manifest.problems, createTerms("zh")).join("\n")).toContain("encoding: gb18030");
  });

  it("refuses a mapping with mistakes, by place and value", async () => {
    writeHospital({ "mapping.yaml": MAPPING.replace("id: 病案号", "id: 病案") });
    await expect(convert(await foundIn(source), { output, asOf })).rejects.toMatchObject({
      trouble: {
        kind: "mapping",
        mistakes: [{ at: "/tables/0/person/id", kind: "unknownColumn", value: "病案", nearest: "病案号" }],
      },
    });
    writeHospital({ "mapping.yaml": "schema: [\ntables: }" });
    await expect(convert(await foundIn(source), { output, asOf })).rejects.toMatchObject({
      trouble: { kind: "notYaml" },
    });
  });

  it("asks for a mapping where there is none", async () => {
    folder.write("in/病人.csv", PERSONS);
    expect(await detect(source)).toMatchObject({ kind: "refused", why: { kind: "noMapping", tables: ["病人.csv"] } });
  });

  it("takes words of a mapping as words, whatever is in them", async () => {
    const evil = "x'); DROP TABLE who; --";
    folder.write(
      "in/mapping.yaml",
      JSON.stringify({
        schema: "materbone/mapping/1",
        sexes: { female: [evil], male: [] },
        tables: [
          { file: "a.csv", person: { id: `id"${evil}`, sex: "sex" } },
          {
            file: "a.csv",
            events: [
              {
                kind: "condition",
                person: `id"${evil}`,
                date: "date",
                code: { column: "code", system: evil, values: { [evil]: evil } },
                unit: { fixed: evil },
              },
            ],
          },
        ],
      }),
    );
    folder.write("in/a.csv", `"id""${evil}",sex,date,code\n1,${evil},2024-03-05,${evil}\n`);
    await convert(await foundIn(source), { output, asOf });
    expect(await rowsOf(output, "event", "SELECT system, code FROM t")).toEqual([[evil, evil]]);
    expect(await rowsOf(output, "person", "SELECT sex FROM t")).toEqual([["female"]]);
  });

  it("tells of a person with two births or sexes, and uses the first line", async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `p${index},女,1990-01-01`);
    const twice = ["p0,女,1980-01-01", "p1,男,1990-01-01", "p2,女,1990-01-01"];
    folder.write("in/mapping.yaml", MAPPING.slice(0, MAPPING.indexOf("  - file: 诊断")));
    folder.write("in/病人.csv", `${["病案号,性别,出生日期", ...rows, ...twice].join("\n")}\n`);
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(manifest.problems.totals).toEqual({ duplicateConflict: 2, duplicateCopy: 1 });
    expect(manifest.problems.listed.filter(({ kind }) => kind === "duplicateConflict")).toEqual([
      { kind: "duplicateConflict", file: "病人.csv", line: 14, used: "firstLine" },
      { kind: "duplicateConflict", file: "病人.csv", line: 15, used: "firstLine" },
    ]);
    const used = "SELECT DISTINCT sex, birth_low FROM t";
    expect(await rowsOf(output, "person", used)).toEqual([["female", "1990-01-01"]]);
    await expect(convert(await foundIn(source), { output, asOf, strict: true })).rejects.toMatchObject({
      trouble: { kind: "strict" },
    });
  });

  it("tells a birth after the day of which the data are read from a date that cannot be read", async () => {
    folder.write("in/mapping.yaml", MAPPING.slice(0, MAPPING.indexOf("  - file: 诊断")));
    folder.write("in/病人.csv", "病案号,性别,出生日期\np1,女,2099-01-01\np2,女,1990-13-01\n");
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(manifest.problems.listed).toEqual([
      { kind: "badDate", file: "病人.csv", line: 3 },
      { kind: "futureBirth", file: "病人.csv", line: 2 },
    ]);
  });

  it("reads numbers with the signs of Chinese keyboards and of print, and no others", async () => {
    const values = ["−2.3", "－２.３", "-2．3", "+1.0", "-2,3", "＜-2.0", "二"];
    const lines = values.map((value) => `001,2024-03-05,"${value}",L1`);
    writeHospital({ "骨密度.csv": `病案号,检查日期,Z值,部位\n${lines.join("\n")}\n` });
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    const read = await rowsOf(output, "event", "SELECT value FROM t WHERE system = 'LOINC' ORDER BY source_ref");
    expect(read.flat()).toEqual([-2.3, -2.3, -2.3, 1, null, null, null]);
    expect(manifest.problems.listed.filter(({ file }) => file === "骨密度.csv")).toEqual(
      [6, 7, 8].map((line) => ({ kind: "badNumber", file: "骨密度.csv", line })),
    );
  });

  it("tells words that no shipped definition knows, and not the codes that one does or that are ordinary", async () => {
    const rows = (code: string, persons: number, each = 1): string =>
      Array.from({ length: persons }, (_, index) => `${index + 1},2024-03-05,${code}\n`.repeat(each)).join("");
    folder.write(
      "in/mapping.yaml",
      `schema: materbone/mapping/1
tables:
  - file: p.csv
    person: { id: id, sex: sex }
  - file: d.csv
    events:
      - { kind: condition, person: id, date: date, code: { column: code, system: ICD-10, values: { D0901: N81.1 } } }
  - file: l.csv
    events:
      - { kind: measurement, person: id, date: date, code: { column: code } }
`,
    );
    folder.write("in/p.csv", `id,sex\n${Array.from({ length: 12 }, (_, index) => `${index + 1},女\n`).join("")}`);
    folder.write("in/d.csv", `id,date,code\n${rows("M54.500", 12)}${rows("J06.900", 12)}${rows("腰痛待查", 3)}`);
    folder.write(
      "in/l.csv",
      `id,date,code\n${rows("腰椎Z值", 11, 2)}${rows("髋部Z值", 10, 2)}${rows("某人家属", 1, 40)}`,
    );
    const { manifest } = await convert(await foundIn(source), { output, asOf });
    expect(manifest.problems).toMatchObject({ totals: { unseenCode: 4 }, unseenRows: 3 + 22 + 20 + 40 });
    // A word of few persons may be one's own, in however many rows: it is counted and not named.
    expect(manifest.problems.listed.filter(({ kind }) => kind === "unseenCode")).toEqual([
      { kind: "unseenCode", file: "l.csv", code: "腰椎Z值", rows: 22 },
    ]);
  });

  it("counts lines as numbers, not as texts", async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `p${index === 8 ? 0 : index},女,19${80 + index}-01-01`);
    folder.write("in/mapping.yaml", MAPPING.slice(0, MAPPING.indexOf("  - file: 诊断")));
    folder.write("in/病人.csv", `${["病案号,性别,出生日期", ...rows, "p0,女,1970-01-01"].join("\n")}\n`);
    await convert(await foundIn(source), { output, asOf });
    const used = "SELECT birth_low, source_ref FROM t WHERE source_id = 'p0'";
    expect(await rowsOf(output, "person", used)).toEqual([["1980-01-01", "病人.csv:2"]]);
  });
});
