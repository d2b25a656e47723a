import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRecords } from "./csv-records.ts";
import { readDataTable } from "./data-table.ts";

function cells(text: string): unknown {
  const read = csvRecords(text);
  return read.kind === "read" ? read.records.map((record) => record.cells) : read;
}

describe("csvRecords", () => {
  it.each([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a;b\r\n1,5;2\r\n",
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    [
      "a\tb\r1\t2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "\ufeffa,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      'a,b\n"x, ""y""",2',
      [
        ["a", "b"],
        ['x, "y"', "2"],
      ],
    ],
    [
      '"a;b",c\n"two\nlines",2',
      [
        ["a;b", "c"],
        ["two\nlines", "2"],
      ],
    ],
    [
      ' a , b \n 1 , " 2 " ',
      [
        ["a", "b"],
        ["1", " 2 "],
      ],
    ],
    [
      "a,b\n,\n1,\n",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
  ])("reads %j", (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it("counts blank lines and names the row of a quote left open", () => {
    const read = csvRecords("a,b\n\n1,2\n");
    expect(read.kind === "read" && read.records.map(({ row }) => row)).toEqual([1, 3]);
    expect(csvRecords('a,b\n1,2\n"x,3\n')).toEqual({ kind: "unclosedQuote", row: 3 });
  });

  it("gives back what was quoted", () => {
    const cell = fc.string({ unit: "binary", maxLength: 8 }).filter((text) => text !== "");
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quoted).join(",")).join("\n");
        expect(cells(text)).toEqual(rows);
      }),
    );
  });
});

describe("readDataTable", () => {
  function column(text: string, name: string): unknown {
    const read = readDataTable(text);
    return read.kind === "read" ? read.table.columns.get(name) : read;
  }

  it("tells columns of numbers from text, and reads the decimal comma where it parts no cells", () => {
    const text = "name;x;y;z\nA;1,5;1;NA\nB;\u22122;k;\nC;.;3;\n";
    expect(column(text, "name")).toMatchObject({ kind: "text" });
    expect(column(text, "x")).toMatchObject({ kind: "number", cells: [{ number: 1.5 }, { number: -2 }, undefined] });
    expect(column(text, "y")).toMatchObject({ kind: "mixed" });
    expect(column(text, "z")).toMatchObject({ kind: "empty", cells: [undefined, undefined, undefined] });
  });

  it.each([
    ["", [{ in: "data", kind: "noRows" }]],
    ["a,b\n", [{ in: "data", kind: "noRows" }]],
    ["研究，yi，vi\n北京，0.1，0.2\n", [{ in: "data", kind: "fullWidthSeparator", row: 1, separator: "，" }]],
    ["yi；vi\n0.1；0.2\n", [{ in: "data", kind: "fullWidthSeparator", row: 1, separator: "；" }]],
    ["a,a\n1,2", [{ in: "data", kind: "duplicateColumn", row: 1, column: "a" }]],
    ["a,,b\n1,2,3", [{ in: "data", kind: "unnamedColumn", row: 1, position: 2 }]],
    [
      "a,b\n1,2,3\n4",
      [
        { in: "data", kind: "rowLength", row: 2, expected: 2, found: 3 },
        { in: "data", kind: "rowLength", row: 3, expected: 2, found: 1 },
      ],
    ],
  ])("refuses %j", (text, problems) => {
    expect(readDataTable(text)).toEqual({ kind: "refused", problems });
  });

  it("lets separators at the end of lines be", () => {
    expect(readDataTable("a,b,,\n1,2,,\n3,,,\n").kind).toBe("read");
  });
});
