import { csvMapping, mappingSchema, readMapping, renderCsv } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import type { TableHead } from "../../api/finder-keep-queries.ts";
import { columnOf, documentOf, draftOf, roleOf, setColumn, suggestedDraft, withRole } from "./draft.ts";
import { hasSexNumbers, unseenWords } from "./unseen-words.ts";

/** Heads of a synthetic hospital's tables, as the server shows them. */
function hospitalHeads(): readonly TableHead[] {
  const texts = new Map<string, string>();
  for (const { file, text } of renderCsv({ seed: 4, persons: 60 })) texts.set(file, (texts.get(file) ?? "") + text);
  const tables = [...texts].filter(([name]) => name.endsWith(".csv"));
  return tables.map(([name, text]) => {
    const [columns = [], ...rows] = text
      .split("\n")
      .slice(0, 21)
      .map((line) => line.split(","));
    return {
      name,
      bytes: text.length,
      encoding: "utf-8",
      delimiter: ",",
      columns,
      rows: rows.filter(({ length }) => length === columns.length),
    };
  });
}

const heads = hospitalHeads();
const files = heads.map(({ name, columns }) => ({ name, columns }));

describe("suggestedDraft", () => {
  it("suggests for a Chinese hospital what its mapping says, but for the codes of words", () => {
    const document = documentOf(suggestedDraft(heads));
    expect(readMapping(document, files).kind).toBe("mapping");
    const tables = new Map(document.tables.map((table) => [table.file, table]));
    expect(tables.get("患者.csv")).toEqual({
      file: "患者.csv",
      person: { id: "患者ID", sex: "性别", birthDate: "出生日期" },
    });
    expect(tables.get("住院诊断.csv")?.events).toEqual([
      {
        kind: "condition",
        person: "患者ID",
        date: "诊断时间",
        code: { column: "诊断编码", system: "ICD-10" },
      },
    ]);
    expect(tables.get("骨密度.csv")?.events?.[0]).toMatchObject({
      kind: "measurement",
      code: { column: "项目名称", system: "local" },
      value: "结果",
      unit: { column: "单位" },
      site: "部位",
    });
    expect(tables.get("手术操作.csv")?.events?.[0]).toMatchObject({
      kind: "procedure",
      code: { column: "操作编码", system: "ICD-9-CM-3" },
    });
  });

  it("gives the words of a hospital the codes that bear their names, and tells the rest before the search", () => {
    const document = documentOf(suggestedDraft(heads));
    const codeOf = (file: string) => document.tables.find((table) => table.file === file)?.events?.[0]?.code;
    expect(codeOf("骨密度.csv")).toMatchObject({ values: { 腰椎Z值: { system: "LOINC", code: "85394-5" } } });
    // The codes of its drugs are the hospital's own; the names beside them can be told.
    expect(codeOf("处方.csv")).toMatchObject({ column: "药品名称" });
    const unseen = new Map(unseenWords(document, heads).map(({ file, words }) => [file, words]));
    expect(unseen.get("处方.csv")).toContain("布洛芬");
    expect(unseen.get("骨密度.csv") ?? []).not.toContain("腰椎Z值");
    const bare = { ...document, tables: document.tables.filter(({ file }) => file === "骨密度.csv") };
    const local = bare.tables.map((table) => ({
      ...table,
      events: (table.events ?? []).map((event) => ({ ...event, code: { column: "项目名称", system: "local" } })),
    }));
    expect(unseenWords({ ...bare, tables: local }, heads)[0]?.words).toContain("腰椎Z值");
  });

  it("knows the numbers for sex of GB/T 2261.1, and no words beside them", () => {
    const document = {
      schema: "materbone/mapping/1" as const,
      tables: [{ file: "p.csv", person: { id: "号", sex: "性别" } }],
    };
    const head = (cells: readonly string[]): TableHead => ({
      name: "p.csv",
      bytes: 1,
      encoding: "utf-8",
      delimiter: ",",
      columns: ["号", "性别"],
      rows: cells.map((cell, index) => [String(index), cell]),
    });
    expect(hasSexNumbers(document, [head(["2", "1", "9", ""])])).toBe(true);
    expect(hasSexNumbers(document, [head(["女", "1"])])).toBe(false);
    expect(hasSexNumbers(document, [head(["0", "9"])])).toBe(false);
  });

  it("takes yearly files of one shape for one table", () => {
    const year = (name: string): TableHead => ({
      name: `导出/${name}`,
      bytes: 1,
      encoding: name.includes("2024") ? "gb18030" : "utf-8",
      delimiter: ",",
      columns: ["病案号", "诊断日期", "诊断编码"],
      rows: [["1", "2024-03-05", "M80.8"]],
    });
    const { tables } = suggestedDraft([
      year("诊断2023.csv"),
      year("诊断2024.csv"),
      { ...year("诊断9.csv"), columns: ["a", "b"] },
    ]);
    expect(tables.map(({ table, isUsed }) => [table.file, isUsed])).toEqual([
      ["诊断*.csv", true],
      ["诊断9.csv", false],
    ]);
  });
});

describe("a mapping that is there", () => {
  it("comes back as it was, with other tables at hand as not used", () => {
    const mapping = {
      ...mappingSchema.parse(csvMapping("gb18030")),
      sexes: { female: ["女婴"], male: ["男婴"] },
      dates: ["YYYY-MM-DD" as const],
    };
    const draft = draftOf(mapping, [...heads, { ...heads[0], name: "其他.csv" } as TableHead]);
    expect(documentOf(draft)).toEqual(mapping);
    expect(draft.tables.filter(({ isUsed }) => !isUsed).map(({ table }) => table.file)).toEqual(["其他.csv"]);
  });
});

describe("withRole", () => {
  const table = { file: "a.csv" };

  it("makes the part that a role needs, and moves a role to another column", () => {
    const dated = withRole(table, 0, "日期", "date", undefined);
    expect(dated.events?.[0]).toMatchObject({ date: "日期", person: "" });
    const moved = withRole(withRole(dated, 0, "号", "person", undefined), 0, "时间", "date", undefined);
    expect(moved.events).toHaveLength(1);
    expect([roleOf(moved, 0, "号"), roleOf(moved, 0, "时间"), roleOf(moved, 0, "日期")]).toEqual([
      "person",
      "date",
      undefined,
    ]);
    const born = withRole(moved, 0, "生日", "birthDate", undefined);
    expect(born.person).toEqual({ id: "号", birthDate: "生日" });
  });

  it("takes the role that a column had", () => {
    const valued = withRole(withRole(table, 0, "结果", "value", undefined), 0, "结果", "site", undefined);
    expect(valued.events?.[0]).toMatchObject({ site: "结果" });
    expect(columnOf(valued, 0, "value")).toBeUndefined();
    expect(withRole(valued, 0, "结果", undefined, undefined).events?.[0]).not.toHaveProperty("site");
  });

  it("keeps the codes of words when the column changes", () => {
    const code = { column: "名称", system: "LOINC", values: { 骨密度: "38263-0" } };
    const event = { kind: "measurement" as const, person: "号", date: "日期", code };
    const changed = setColumn({ ...table, events: [event] }, 0, "code", "项目", undefined);
    expect(changed.events?.[0]?.code).toEqual({ ...code, column: "项目" });
  });
});
