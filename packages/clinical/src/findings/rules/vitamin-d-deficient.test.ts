import { describe, expect, it } from "vitest";
import { vitaminDDeficient } from "./vitamin-d-deficient.ts";
import { found, type Parts } from "./woman.fixture.ts";

const measured = (value: string, unit = "ng/mL"): Parts => ({
  laboratory: [{ results: [{ analyte: "vitaminD25oh", value, unit }] }],
});

describe("vitamin-d-deficient", () => {
  it.each([
    ["19.9", "ng/mL", 1],
    ["20", "ng/mL", 0],
    ["20.1", "ng/mL", 0],
    ["19.9", "µg/L", 1],
    // 20 ng/mL is 49.9 nmol/L (x 2.496).
    ["49", "nmol/L", 1],
    ["51", "nmol/L", 0],
    ["<20", "ng/mL", 1],
    ["≤20", "ng/mL", 0],
    ["<25", "ng/mL", 0],
    [">10", "ng/mL", 0],
    ["10", "spoons", 0],
  ])("%s %s", (value, unit, count) => {
    expect(found(vitaminDDeficient, measured(value, unit))).toHaveLength(count);
  });

  it("holds against an interval that calls the value normal", () => {
    const context = { laboratory: { intervals: [{ analyte: "vitaminD25oh", low: "8.8", unit: "ng/mL" } as const] } };
    expect(found(vitaminDDeficient, measured("13.70"), context)[0]?.at).toBe("/laboratory/0/results/0");
  });

  it("leaves other analytes alone", () => {
    expect(
      found(vitaminDDeficient, { laboratory: [{ results: [{ analyte: "pth", value: "15", unit: "pg/mL" }] }] }),
    ).toEqual([]);
  });
});
