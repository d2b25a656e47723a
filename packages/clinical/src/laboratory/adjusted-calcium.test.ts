import { describe, expect, it } from "vitest";
import { CASE_SCHEMA } from "../record/case-record.ts";
import { openCase } from "../record/case-view.ts";
import type { PrintedNumber } from "../record/laboratory.ts";
import { adjustedCalciumMmolPerL, albuminAdjustedCalciumMgPerDl, albuminAdjustment } from "./adjusted-calcium.ts";

function adjusted(calcium: PrintedNumber, calciumUnit: string, albumin: PrintedNumber, albuminUnit: string) {
  const results = [
    { analyte: "calcium" as const, value: calcium, unit: calciumUnit },
    { analyte: "albumin" as const, value: albumin, unit: albuminUnit },
  ];
  const [first, second] = openCase({ schema: CASE_SCHEMA, id: "a", laboratory: [{ results }] }).laboratory;
  return first && second && adjustedCalciumMmolPerL(first, second);
}

describe("albumin-adjusted calcium", () => {
  it("rises by 0.8 mg/dL for every g/dL of albumin below 4", () => {
    expect(albuminAdjustedCalciumMgPerDl(8, 2)).toBeCloseTo(9.6, 12);
    expect(albuminAdjustedCalciumMgPerDl(10.24, 4.6)).toBeCloseTo(9.76, 12);
    expect(albuminAdjustedCalciumMgPerDl(9, 4)).toBe(9);
    expect(albuminAdjustment.source.status).toBe("read");
  });

  it("reads both in any unit: 2.00 mmol/L at 30 g/L is 2.20, 0.02 per g/L", () => {
    expect(adjusted("2.00", "mmol/L", "30", "g/L")).toBeCloseTo(2.2, 2);
    expect(adjusted("8.0", "mg/dL", "3.0", "g/dL")).toBeCloseTo(8.8 * 0.2495, 3);
  });

  it("is not computed from what is not a number of that kind", () => {
    expect(adjusted("<1.5", "mmol/L", "30", "g/L")).toBeUndefined();
    expect(adjusted("2.0", "mmol/L", "<20", "g/L")).toBeUndefined();
    expect(adjusted("2.0", "mmol/L", "0", "g/L")).toBeUndefined();
    expect(adjusted("2.0", "U/L", "40", "g/L")).toBeUndefined();
    expect(() => albuminAdjustedCalciumMgPerDl(Number.NaN, 4)).toThrow(RangeError);
    expect(() => albuminAdjustedCalciumMgPerDl(9, 0)).toThrow(RangeError);
  });
});
