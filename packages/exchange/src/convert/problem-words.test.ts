import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { sayFormat, sayIgnored, sayMissing, sayRefusal } from "../detect/detect-words.ts";
import { sayConversionProblem, sayConversionTrouble, sayProblemKinds, sayProblems } from "./problem-words.ts";

const en = createTerms("en");
const zh = createTerms("zh");

describe("words for problems", () => {
  it("say place, what is wrong and what was done, in both languages", () => {
    const problem = { kind: "badLine", file: "c.ndjson", line: 3, byte: 40, why: "truncated" } as const;
    expect(sayConversionProblem(problem, en)).toBe("c.ndjson, line 3: The line was left out: it breaks off.");
    expect(sayConversionProblem(problem, zh)).toBe("c.ndjson 第 3 行：该行未采用：内容不完整（被截断）。");
    const report = { totals: { futureDate: 2 }, listed: [{ kind: "futureDate" as const, file: "c.csv", line: 4 }] };
    expect(sayProblemKinds(report, zh)).toEqual([
      {
        title: "晚于数据截止日的事件：2",
        places: ["c.csv 第 4 行：事件日期晚于数据截止日，未采用。", "另有 1 处"],
      },
    ]);
  });

  it("tell words that no definition knows by file, and count words and rows apart", () => {
    const codes = ["腰椎Z值", "脊柱MRI", "YP-0001", "YP-0002", "YP-0003", "YP-0004"];
    const listed = codes.map((code, index) => ({
      kind: "unseenCode" as const,
      file: "检验.csv",
      code,
      rows: 60 - 10 * index,
    }));
    const said = sayProblems({ totals: { unseenCode: 8 }, unseenRows: 215, listed }, en);
    expect(said).toHaveLength(6);
    expect(said[0]).toBe("Words and own codes that no shipped definition knows: 8, in 215 rows");
    expect(said[1]).toContain("检验.csv: 腰椎Z值 (60 rows) is seen by no shipped definition");
    const conflict = { kind: "duplicateConflict", file: "病人.csv", line: 14 } as const;
    expect(sayConversionProblem({ ...conflict, used: "firstLine" }, en)).toContain("the first line was used");
    expect(sayConversionProblem({ ...conflict, used: "lastUpdated" }, zh)).toContain("采用最后更新的一份");
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

  it("say what to do with a bundle that is too large", () => {
    const problem = { kind: "bundleTooLarge", file: "b.json", megabytes: 48 } as const;
    expect(sayConversionProblem(problem, en)).toContain(
      "more than 48 MiB, so it was left out. Export the data as NDJSON",
    );
    expect(sayConversionProblem(problem, zh)).toContain("超过 48 MiB，因此未采用。请将数据导出为 NDJSON");
  });

  it("say why a conversion stopped and what to do", () => {
    const problems = { totals: { badLine: 2, badDate: 1 }, listed: [] };
    expect(sayConversionTrouble({ kind: "strict", problems }, en)).toContain(
      "Lines that cannot be read: 2; Dates that cannot be read: 1",
    );
    // The page has a box for it and the command line an option: the word is that of both.
    expect(sayConversionTrouble({ kind: "strict", problems }, en)).toMatch(/ or convert without Strict\.$/);
    expect(sayConversionTrouble({ kind: "strict", problems }, zh)).toMatch(/或关闭严格模式后再转换。$/);
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
