import { describe, expect, it } from "vitest";
import { worklistCsv } from "./worklist-csv.ts";

const cell = (text: string | number | boolean | undefined): string =>
  worklistCsv({ header: ["a"], rows: [[text]] })
    .split("\r\n")
    .at(1) ?? "";

describe("worklistCsv", () => {
  it.each([
    // Identifiers: a spreadsheet would drop the zeros, round after 15 digits, or make powers of ten and days of them.
    ["0012345", '"0012345\t"'],
    ["370202199305054321", '"370202199305054321\t"'],
    ["37020219930505432X", "37020219930505432X"],
    ["12E5", '"12E5\t"'],
    ["3-4", '"3-4\t"'],
    ["2024-1", '"2024-1\t"'],
    ["03/12/99", '"03/12/99\t"'],
    // Codes: 733.10 and 733.1 are two of ICD-9-CM.
    ["733.10", '"733.10\t"'],
    ["810.00", '"810.00\t"'],
    ["010.5", '"010.5\t"'],
    ["733.", '"733.\t"'],
    ["1.234567890123456", '"1.234567890123456\t"'],
    // What it keeps: plain numbers of 15 digits, codes, and whole dates, which are meant as days.
    ["123456789012345", "123456789012345"],
    ["0", "0"],
    ["0.5", "0.5"],
    ["733.1", "733.1"],
    ["810", "810"],
    ["1.23456789012345", "1.23456789012345"],
    ["-2.6", "-2.6"],
    ["85394-5", "85394-5"],
    ["M80.88XA", "M80.88XA"],
    ["2024-03-10", "2024-03-10"],
    // What it would run.
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["＝1+1", "'＝1+1"],
    ["@SUM(1)", "'@SUM(1)"],
    ["\t=1+1", "'\t=1+1"],
    ["-2+3", "'-2+3"],
  ])("writes %j as %j", (text, written) => {
    expect(cell(text)).toBe(written);
  });

  it("leaves printed numbers numbers, and guards the codes beside them", () => {
    const table = {
      header: ["code", "value"],
      rows: [
        ["733.10", "0.870"],
        ["810.00", "-2.0"],
      ],
      printedNumbers: ["value"],
    };
    expect(worklistCsv(table)).toBe('code,value\r\n"733.10\t",0.870\r\n"810.00\t",-2.0\r\n');
  });

  it("leaves numbers and truth values as they are, and a missing one empty", () => {
    expect(worklistCsv({ header: ["a", "b", "c", "d"], rows: [[-2, 0.5, true, undefined]] })).toBe(
      "a,b,c,d\r\n-2,0.5,true,\r\n",
    );
  });
});
