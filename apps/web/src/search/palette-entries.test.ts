import { describe, expect, it } from "vitest";
import { type Entry, matching, stepped } from "./palette-entries.ts";

const entries: readonly Entry<string>[] = [
  { id: "1", section: "women", label: "Case 2", detail: "case-2 · qingdao", target: "a" },
  { id: "2", section: "pages", label: "表格与报告", target: "b" },
  { id: "3", section: "actions", label: "New series", target: "c" },
];
const ids = (query: string): readonly string[] => matching(entries, query).map(({ id }) => id);

describe("matching", () => {
  it("shows everything while nothing is typed", () => {
    expect(ids("  ")).toEqual(["1", "2", "3"]);
  });

  it("wants every word, in any order, case and width", () => {
    expect(ids("QINGDAO case")).toEqual(["1"]);
    expect(ids("ｎｅｗ")).toEqual(["3"]);
    expect(ids("报告")).toEqual(["2"]);
    expect(ids("case tables")).toEqual([]);
  });
});

describe("stepped", () => {
  it("goes round at both ends", () => {
    expect([stepped(3, -1, 1), stepped(3, 0, 1), stepped(3, 2, 1)]).toEqual([0, 1, 0]);
    expect([stepped(3, -1, -1), stepped(3, 0, -1)]).toEqual([2, 2]);
  });

  it("has nowhere to go in an empty list", () => {
    expect(stepped(0, -1, 1)).toBe(-1);
  });
});
