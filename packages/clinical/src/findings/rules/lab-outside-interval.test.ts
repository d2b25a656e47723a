import { describe, expect, it } from "vitest";
import type { SeriesContext } from "../../record/case-view.ts";
import { labOutsideInterval } from "./lab-outside-interval.ts";
import { found, type Parts, sentence } from "./woman.fixture.ts";

const context: SeriesContext = {
  laboratory: {
    intervals: [
      { analyte: "alp", low: "35", high: "100", unit: "U/L" },
      { analyte: "calcium", low: "2.11", high: "2.52", unit: "mmol/L" },
      { analyte: "vitaminD25oh", low: "15.7", high: "60.3", unit: "ng/mL", season: "summer" },
      { analyte: "vitaminD25oh", low: "8.8", high: "46.3", unit: "ng/mL", season: "winter" },
    ],
  },
};
const alp = (value: string): Parts => ({ laboratory: [{ results: [{ analyte: "alp", value, unit: "U/L" }] }] });
const vitaminD = (value: string): Parts => ({
  laboratory: [{ results: [{ analyte: "vitaminD25oh", value, unit: "ng/mL" }] }],
});

describe("lab-outside-interval", () => {
  it.each([
    ["34", 1],
    ["35", 0],
    ["90", 0],
    ["100", 0],
    ["101", 1],
    [">100", 1],
    [">90", 0],
  ])("ALP %s U/L, both limits inside", (value, count) => {
    expect(found(labOutsideInterval, alp(value), context)).toHaveLength(count);
  });

  it("lists all values in one finding", () => {
    const results = [
      { analyte: "alp", value: "112", unit: "U/L" },
      { analyte: "calcium", value: "2.0", unit: "mmol/L" },
    ] as const;
    const raised = found(labOutsideInterval, { laboratory: [{ results: [...results] }] }, context);
    expect(raised).toHaveLength(1);
    expect(raised[0]?.at).toBe("/laboratory/0/results");
    expect(raised[0]?.facts.values.map(({ analyte, flag }) => [analyte, flag])).toEqual([
      ["alp", "high"],
      ["calcium", "low"],
    ]);
  });

  it("counts a value only when every interval that may apply is left", () => {
    expect(found(labOutsideInterval, vitaminD("13.70"), context)).toEqual([]);
    expect(found(labOutsideInterval, vitaminD("8.70"), context)).toHaveLength(1);
  });

  it("needs an interval", () => {
    expect(found(labOutsideInterval, alp("112"))).toEqual([]);
  });

  it("prints the digits and the interval", () => {
    const [raised] = found(labOutsideInterval, alp("112.0"), context);
    if (raised === undefined) throw new Error("nothing raised");
    expect(sentence(labOutsideInterval, raised, "en")).toContain("112.0 U/L (high, 35–100)");
  });
});
