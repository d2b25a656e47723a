import { describe, expect, it } from "vitest";
import { planImport } from "./import-plan.ts";

const head = { schema: "materbone/series/1", id: "s", title: "S" };
const woman = (id: string): Record<string, unknown> => ({ schema: "materbone/case/1", id });
const file = (path: string, value: unknown): { path: string; text: string } => ({
  path,
  text: typeof value === "string" ? value : JSON.stringify(value, null, 1),
});

describe("planImport", () => {
  it("puts a folder together: head, women, and files that are no records left out", () => {
    const plan = planImport([
      file("study/series.json", head),
      file("study/cases/b.json", woman("b")),
      file("study/cases/a.json", woman("a")),
      file("study/README.md", "# notes"),
      file("study/expected.json", { rows: [] }),
      file("study/.DS_Store", "x"),
    ]);
    expect(plan.problems).toEqual([]);
    expect(plan.series.map(({ series }) => [series.id, series.cases.map(({ id }) => id)])).toEqual([["s", ["b", "a"]]]);
    expect(plan.leftOut).toEqual(["study/README.md", "study/expected.json"]);
    expect(plan.loose).toEqual([]);
  });

  it("keeps two folders of one choice apart", () => {
    const plan = planImport([
      file("all/one/series.json", head),
      file("all/one/cases/a.json", woman("a")),
      file("all/two/series.json", { ...head, id: "t" }),
      file("all/two/cases/a.json", woman("a")),
    ]);
    expect(plan.problems).toEqual([]);
    expect(plan.series.map(({ series }) => [series.id, series.cases.length])).toEqual([
      ["s", 1],
      ["t", 1],
    ]);
  });

  it("takes a whole series from one file, and women from single files and lines", () => {
    const plan = planImport([
      file("whole.json", { ...head, cases: [woman("a")] }),
      file("c.json", woman("c")),
      file("more.ndjson", `${JSON.stringify(woman("d"))}\n\n${JSON.stringify(woman("e"))}\n`),
    ]);
    expect(plan.problems).toEqual([]);
    expect(plan.series).toHaveLength(1);
    expect(plan.loose.map(({ record, file: from, line }) => [record.id, from, line])).toEqual([
      ["d", "more.ndjson", 1],
      ["e", "more.ndjson", 3],
      ["c", "c.json", undefined],
    ]);
  });

  it("tells every problem of every file with its line and goes on", () => {
    const plan = planImport([
      file("s/series.json", { ...head, titel: "S" }),
      file("s/cases/a.json", '{\n"schema": "materbone/case/1",\n"id": "a",\n"person": { "ageYears": 300 }\n}'),
      file("s/cases/b.json", '{ "schema": "materbone/case/1", }'),
      { path: "s/cases/c.json", text: undefined },
    ]);
    expect(plan.problems.map(({ file: from, line, kind }) => [from, line, kind])).toEqual([
      ["s/cases/b.json", 1, "json"],
      ["s/cases/c.json", undefined, "notUtf8"],
      ["s/series.json", 5, "record"],
      ["s/cases/a.json", 4, "record"],
    ]);
  });

  it("names the other file of a pseudonym that is used twice", () => {
    const plan = planImport([file("a.json", woman("a")), file("copy.json", woman("a"))]);
    expect(plan.problems).toEqual([{ file: "copy.json", line: undefined, kind: "sameId", id: "a", other: "a.json" }]);
  });

  it("tells a reference that points nowhere in the file it stands in", () => {
    const plan = planImport([
      file("s/series.json", { ...head, reviews: [{ rule: "off-label", case: "z", state: "accepted", note: "n" }] }),
      file("s/cases/a.json", { ...woman("a"), scans: [{ id: "x", device: "prodigy", sites: {} }] }),
    ]);
    expect(plan.problems).toMatchObject([
      { file: "s/cases/a.json", kind: "record", problem: { at: "/scans/0/device", kind: "unknownReference" } },
      { file: "s/series.json", kind: "record", problem: { at: "/reviews/0/case", kind: "unknownReference" } },
    ]);
  });

  it("refuses what is no record when nothing says that it may be left out", () => {
    const plan = planImport([file("notes.txt", "x"), file("data.json", [1, 2])]);
    expect(plan.problems.map(({ file: from, kind }) => [from, kind])).toEqual([
      ["data.json", "noRecord"],
      ["notes.txt", "noRecord"],
    ]);
  });

  it("says what a woman's file lacks that does not name its format", () => {
    const plan = planImport([file("s/series.json", head), file("s/cases/a.json", { id: "a" })]);
    expect(plan.problems).toMatchObject([{ file: "s/cases/a.json", kind: "record", problem: { kind: "noSchema" } }]);
  });

  it("reads a file that begins with a byte-order mark", () => {
    expect(planImport([file("a.json", `\uFEFF${JSON.stringify(woman("a"))}`)]).loose).toHaveLength(1);
  });
});
