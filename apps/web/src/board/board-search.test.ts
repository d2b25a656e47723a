import { describe, expect, it } from "vitest";
import { boardSearch, caseQueryOf } from "./board-search.ts";

describe("boardSearch", () => {
  it("reads what the address says and drops what it cannot mean", () => {
    expect(
      boardSearch({ search: 12, severity: "major", outcome: "maybe", isFractured: "false", offset: "24", table: 1 }),
    ).toEqual({ search: "12", severity: "major", isFractured: false, offset: 24, table: "1" });
  });

  it("is empty for an empty address", () => {
    expect(boardSearch({})).toEqual({});
  });
});

describe("caseQueryOf", () => {
  it("keeps filters and page, and nothing of the page's own", () => {
    const query = caseQueryOf({ search: "a", table: "2", isDeleted: true, offset: 24 }, 24);
    expect(query).toEqual({ search: "a", offset: 24, limit: 24 });
  });
});
