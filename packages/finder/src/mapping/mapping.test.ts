import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { isOfTable, readMapping, sayMappingMistake } from "./mapping-mistake.ts";
import { MAPPING_SCHEMA } from "./mapping-schema.ts";
import { suggestKind, suggestSystem } from "./suggest-event.ts";
import { suggestMapping } from "./suggest-mapping.ts";

const mapping = {
  schema: MAPPING_SCHEMA,
  tables: [
    { file: "病人.csv", person: { id: "病案号", sex: "性别", birthDate: "出生日期" } },
    {
      file: "诊断*.csv",
      events: [
        { kind: "condition", person: "病案号", date: "诊断日期", code: { column: "诊断编码", system: "ICD-10" } },
      ],
    },
  ],
};
const files = [
  { name: "导出/病人.csv", columns: ["病案号", "性别", "出生日期"] },
  { name: "导出/诊断2024.csv", columns: ["病案号", "诊断日期", "诊断编码"] },
];

describe("readMapping", () => {
  it("reads a mapping whose files and columns are there", () => {
    expect(readMapping(mapping, files)).toMatchObject({
      kind: "mapping",
      mapping: { tables: [{ file: "病人.csv" }, {}] },
    });
  });

  it("takes a key without a value for one that is left out", () => {
    const [persons, events] = mapping.tables;
    const read = readMapping({ ...mapping, encoding: null, tables: [{ ...persons, delimiter: null }, events] }, files);
    expect(read).toMatchObject({ kind: "mapping" });
  });

  it("names an unknown key, file and column with the nearest known one, in both languages", () => {
    expect(readMapping({ ...mapping, table: [] })).toMatchObject({
      mistakes: [{ kind: "schema", problem: { kind: "unknownKey", key: "table" } }],
    });
    const [first, second] = mapping.tables;
    const wrong = {
      ...mapping,
      tables: [
        { file: "病人.csv", person: { id: "病案" } },
        { ...second, file: "诊断.txt" },
      ],
    };
    const read = readMapping(wrong, files);
    expect(read).toEqual({
      kind: "mistakes",
      mistakes: [
        { at: "/tables/0/person/id", kind: "unknownColumn", value: "病案", file: "导出/病人.csv", nearest: "病案号" },
        { at: "/tables/1/file", kind: "unknownFile", value: "诊断.txt", nearest: undefined },
      ],
    });
    for (const lang of ["en", "zh"] as const) {
      const [mistake] = read.kind === "mistakes" ? read.mistakes : [];
      if (mistake === undefined) throw new Error("no mistake");
      expect(sayMappingMistake(mistake, createTerms(lang))).toContain("病案号");
    }
    expect(readMapping({ ...mapping, tables: [second] })).toMatchObject({ mistakes: [{ kind: "noPersons" }] });
    expect(first).toBeDefined();
  });

  it("takes * alone as any signs in a name", () => {
    const table = (file: string): { file: string } => ({ file });
    expect(isOfTable(table("诊断*.csv"), "x/诊断2024.CSV")).toBe(true);
    expect(isOfTable(table("a.csv"), "axcsv")).toBe(false);
    expect(isOfTable(table("a(1)[2].csv"), "a(1)[2].csv")).toBe(true);
  });
});

describe("suggestMapping", () => {
  it("knows headings in Chinese", () => {
    const headers = ["病案号", "姓名", "性别", "出生日期", "诊断日期", "诊断编码", "诊断名称"];
    const rows = [["1", "某", "女", "1990年2月28日", "2024/3/5", "M80.800x011", "骨质疏松伴骨折"]];
    expect(suggestMapping(headers, rows)).toEqual({
      columns: [
        { role: "person", column: "病案号", by: "name" },
        { role: "sex", column: "性别", by: "name" },
        { role: "birthDate", column: "出生日期", by: "name" },
        { role: "code", column: "诊断编码", by: "name" },
        { role: "text", column: "诊断名称", by: "name" },
        { role: "date", column: "诊断日期", by: "name" },
      ],
      dates: ["YYYY/M/D", "YYYY年M月D日"],
      serialDates: [],
    });
  });

  it("knows headings in English, and columns by their values where headings say nothing", () => {
    const english = suggestMapping(
      ["patient_id", "test name", "result", "unit", "report date"],
      [["1", "BMD", "0.8", "g/cm2", "20240305"]],
    );
    expect(english.columns.map(({ role }) => role)).toEqual(["person", "text", "date", "value", "unit"]);
    expect(
      suggestMapping(
        ["c1", "c2", "c3"],
        [
          ["女", "2024-03-05", "M80.8"],
          ["男", "2024-03-06 10:00", "S32.0"],
        ],
      ).columns,
    ).toEqual([
      { role: "sex", column: "c1", by: "values" },
      { role: "date", column: "c2", by: "values" },
      { role: "code", column: "c3", by: "values" },
    ]);
  });

  it("tells serial numbers of a spreadsheet", () => {
    expect(suggestMapping(["患者ID", "检查日期"], [["1", "45356"]]).serialDates).toEqual(["检查日期"]);
  });
});

describe("a unit that is neither a column nor fixed", () => {
  it("is told with both ways to write it", () => {
    const event = { kind: "measurement", person: "号", date: "日期", code: { column: "项目" }, unit: "单位" };
    const document = {
      schema: "materbone/mapping/1",
      tables: [{ file: "a.csv", person: { id: "号" }, events: [event] }],
    };
    const read = readMapping(document);
    expect(read).toEqual({
      kind: "mistakes",
      mistakes: [{ at: "/tables/0/events/0/unit", kind: "bareUnit", value: "单位" }],
    });
  });
});

describe("suggestKind and suggestSystem", () => {
  it.each([
    ["骨密度.csv", "measurement"],
    ["检验结果2024.csv", "measurement"],
    ["住院诊断.csv", "condition"],
    ["手术操作.csv", "procedure"],
    ["门诊处方.csv", "drug"],
    ["影像检查.csv", "imaging"],
    ["就诊.csv", "visit"],
    ["Diagnoses.csv", "condition"],
    ["lab_results.csv", "measurement"],
  ])("%s is of the kind %s", (file, kind) => {
    expect(suggestKind(file, false)).toBe(kind);
  });

  it("tells code systems by the form of codes, also between a hospital's own", () => {
    expect(suggestSystem(["D2008", "M80.800x001", "D2004"], "condition")).toBe("ICD-10");
    expect(suggestSystem(["74.1x00", "D1"], "procedure")).toBe("ICD-9-CM-3");
    expect(suggestSystem(["38263-0", "1751-7"], "measurement")).toBe("LOINC");
    expect(suggestSystem(["M05BA04"], "drug")).toBe("ATC");
    expect(suggestSystem(["443165006"], "condition")).toBe("SNOMED CT");
    expect(suggestSystem(["骨密度", ""], "measurement")).toBe("local");
    expect(suggestSystem([], "measurement")).toBe("local");
  });
});
