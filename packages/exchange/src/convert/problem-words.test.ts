import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { sayFormat, sayIgnored, sayMissing, sayRefusal } from "../detect/detect-words.ts";
import { sayConversionProblem, sayConversionTrouble, sayProblems, sayProblemTotal } from "./problem-words.ts";

const en = createTerms("en");
const zh = createTerms("zh");

describe("words for problems", () => {
  it("say place, what is wrong and what was done, in both languages", () => {
    const problem = { kind: "badLine", file: "c.ndjson", line: 3, byte: 40, why: "truncated" } as const;
    expect(sayConversionProblem(problem, en)).toBe("c.ndjson, line 3: The line was left out: it breaks off.");
    expect(sayConversionProblem(problem, zh)).toBe("c.ndjson 第 3 行：该行未采用：内容不完整（被截断）。");
    expect(sayProblemTotal("futureDate", 2, zh)).toBe("晚于数据截止日的事件：2");
  });

  it("tell codes by file with the number of their rows, and how many more there are", () => {
    const codes = ["Z34.900", "O80.900", "J06.900", "K29.700", "L30.900", "R10.400"];
    const listed = codes.map((code, index) => ({
      kind: "unmappedCode" as const,
      file: "门诊诊断.csv",
      code,
      rows: 60 - 10 * index,
    }));
    const said = sayProblems({ totals: { unmappedCode: 215 }, listed }, en);
    expect(said).toHaveLength(7);
    expect(said[0]).toBe("Codes that the mapping does not list: 215");
    expect(said[1]).toBe("  门诊诊断.csv: The mapping does not list Z34.900 (60 rows); it was kept as written.");
    // 60 + 50 + 40 + 30 + 20 are told.
    expect(said[6]).toBe("  and 15 more");
    expect(
      sayProblems({ totals: { futureBirth: 1 }, listed: [{ kind: "futureBirth", file: "a.csv", line: 2 }] }, zh),
    ).toEqual([
      "晚于数据截止日的出生日期：1",
      "  a.csv 第 2 行：出生日期晚于数据截止日，患者保留但不含出生日期，无法判断年龄条件。",
    ]);
  });

  it("let no name of a file write over the line of a terminal", () => {
    const said = sayConversionProblem({ kind: "unreadableFile", file: "a\u001b[2Jb\n.csv" }, en);
    expect(said).not.toMatch(/\p{Cc}/u);
  });

  it("say why a conversion stopped and what to do", () => {
    const problems = { totals: { badLine: 2, badDate: 1 }, listed: [] };
    expect(sayConversionTrouble({ kind: "strict", problems }, en)).toContain(
      "Lines that cannot be read: 2; Dates that cannot be read: 1",
    );
    expect(sayConversionTrouble({ kind: "diskFull" }, zh)).toContain("磁盘空间不足");
    const mistake = { at: "/tables/0/file", kind: "unknownFile", value: "a.csv", nearest: "b.csv" } as const;
    expect(sayConversionTrouble({ kind: "mapping", mistakes: [mistake] }, en)).toContain(
      '/tables/0/file: There is no file "a.csv". Did you mean "b.csv"?',
    );
    expect(sayConversionTrouble({ kind: "mapping", mistakes: [mistake] }, zh)).toContain("是否应为“b.csv”？");
  });

  it("say what was found, ignored, missing and refused", () => {
    expect(sayFormat("csv", zh)).toBe("带映射的表格");
    expect(sayIgnored("archiveLitter", en)).toBe("a by-product of packing");
    expect(sayMissing({ part: "measurement", lost: "measurements" }, en)).toBe(
      "measurement is not there: bone density and laboratory values are not seen.",
    );
    expect(sayRefusal({ kind: "several", formats: ["omop", "fhir"] }, en)).toContain("OMOP CDM and FHIR R4");
    expect(sayRefusal({ kind: "noPersons", format: "omop" }, zh)).toContain("person");
  });
});
