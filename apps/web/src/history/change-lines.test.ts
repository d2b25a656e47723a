import { changesBetween, createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { changeLines } from "./change-lines.ts";

const en = createTerms("en");
const zh = createTerms("zh");

describe("changeLines", () => {
  it("says place and both values in words", () => {
    const before = { scans: [{ id: "a", sites: { totalHip: { bmdGPerCm2: 0.7 } } }] };
    const after = { scans: [{ id: "a", sites: { totalHip: { bmdGPerCm2: 0.71 } } }] };
    expect(changeLines(changesBetween(before, after), "case", en)).toEqual([
      {
        at: "/scans/0/sites/totalHip/bmdGPerCm2",
        place: "Scans › scan 1 › total hip › BMD",
        before: "0.7 g/cm²",
        after: "0.71 g/cm²",
      },
    ]);
  });

  it("says what was not recorded before", () => {
    const [line] = changeLines(changesBetween({}, { person: { ageYears: 29 } }), "case", zh);
    expect(line).toMatchObject({ place: "基本情况", before: "未记录", after: "年龄：29 岁" });
  });

  it("tells only the entries that came to a list", () => {
    const before = { fractures: [{ site: "L1" }, { site: "L2" }] };
    const after = { fractures: [{ site: "L1" }, { site: "T12" }, { site: "L2" }] };
    expect(changeLines(changesBetween(before, after), "case", en)).toEqual([
      { at: "/fractures", place: "Fractures", remark: "1 entry added", before: "", after: "1. site: T12" },
    ]);
  });

  it("tells the entries that went, one of two alike", () => {
    const before = { tags: ["a", "a", "b"] };
    const after = { tags: ["a", "b"] };
    expect(changeLines(changesBetween(before, after), "case", zh)).toEqual([
      { at: "/tags", place: "标签", remark: "删去 1 项", before: "a", after: "" },
    ]);
  });
});
