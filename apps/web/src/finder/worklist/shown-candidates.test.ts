import { describe, expect, it } from "vitest";
import { fitting, PAGE_ROWS, pageStart } from "./shown-candidates.ts";
import { worklistSearch } from "./worklist-search.ts";

const women = Array.from({ length: 120 }, (_, index) => ({
  rank: index + 1,
  tier: index < 60 ? "fracture" : "drug",
  sourceId: `W-${String(index + 1).padStart(4, "0")}`,
}));

describe("the women that a page of the worklist shows", () => {
  it("are of one tier, and of one part of an identifier whatever its case", () => {
    expect(fitting(women, "drug", "")).toHaveLength(60);
    expect(fitting(women, undefined, " w-0007 ").map(({ rank }) => rank)).toEqual([7]);
    expect(fitting(women, "drug", "0007")).toEqual([]);
  });

  it("begin at a whole page: that asked for, else the one that holds the opened woman", () => {
    expect(pageStart(women, undefined, undefined)).toBe(0);
    expect(pageStart(women, 50, undefined)).toBe(PAGE_ROWS);
    expect(pageStart(women, undefined, 101)).toBe(100);
    expect(pageStart(women, 5000, undefined)).toBe(0);
    expect(pageStart([], undefined, 3)).toBe(0);
  });

  it("are named by an address without anything that identifies them", () => {
    expect(worklistSearch({ tier: "drug", woman: "7", offset: 50, search: "W-0007" })).toEqual({
      tier: "drug",
      woman: 7,
      offset: 50,
    });
    expect(worklistSearch({ woman: 0, offset: -50 })).toEqual({});
  });
});
