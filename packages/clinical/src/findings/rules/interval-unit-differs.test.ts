import { describe, expect, it } from "vitest";
import type { LaboratoryResult } from "../../record/laboratory.ts";
import { intervalUnitDiffers } from "./interval-unit-differs.ts";
import { found, sentence } from "./woman.fixture.ts";

const ctx = (value: string, unit = "pg/mL"): { laboratory: [{ results: [LaboratoryResult] }] } => ({
  laboratory: [{ results: [{ analyte: "betaCtx", value, unit, interval: { low: "0.1", high: "0.57" } }] }],
});

describe("interval-unit-differs", () => {
  it("asks when the value would lie inside a thousandfold smaller, limits included", () => {
    const [raised] = found(intervalUnitDiffers, ctx("420"));
    expect(raised?.at).toBe("/laboratory/0/results/0");
    if (raised === undefined) throw new Error("a finding expected");
    expect(sentence(intervalUnitDiffers, raised, "en")).toContain("420 pg/mL");
    expect(found(intervalUnitDiffers, ctx("570"))).toHaveLength(1);
    expect(found(intervalUnitDiffers, ctx("571"))).toEqual([]);
    expect(found(intervalUnitDiffers, ctx("100"))).toHaveLength(1);
    expect(found(intervalUnitDiffers, ctx("99"))).toEqual([]);
  });

  it("is silent for a value that is high by itself or in range", () => {
    expect(found(intervalUnitDiffers, ctx("0.69", "ng/mL"))).toEqual([]);
    expect(found(intervalUnitDiffers, ctx("0.42", "ng/mL"))).toEqual([]);
  });

  it("sees the other direction too", () => {
    const low = { analyte: "osteocalcin", value: "0.02", unit: "ng/mL", interval: { low: "3", high: "65" } } as const;
    expect(found(intervalUnitDiffers, { laboratory: [{ results: [low] }] })).toHaveLength(1);
  });

  const own = (analyte: LaboratoryResult["analyte"], value: string, unit: string, low: string, high: string) =>
    found(intervalUnitDiffers, { laboratory: [{ results: [{ analyte, value, unit, interval: { low, high } }] }] });

  it("names the usual unit that the number fits", () => {
    // 9.4 mg/dL is 2.35 mmol/L; 10.2 mg/dL is 2.54 mmol/L, above the limit.
    const [raised] = own("calcium", "9.4", "mmol/L", "2.11", "2.52");
    expect(raised?.facts.values[0]?.fit).toEqual({ of: "value", unit: "mg/dL" });
    if (raised === undefined) throw new Error("a finding expected");
    expect(sentence(intervalUnitDiffers, raised, "en")).toContain("mg/dL");
    expect(sentence(intervalUnitDiffers, raised, "zh")).toContain("mg/dL");
    expect(own("calcium", "10.2", "mmol/L", "2.11", "2.52")).toEqual([]);
    expect(own("calcium", "2.35", "mg/dL", "8.5", "10.1")[0]?.facts.values[0]?.fit).toEqual({
      of: "value",
      unit: "mmol/L",
    });
  });

  it("names the usual unit that the interval fits", () => {
    expect(own("calcium", "9.4", "mg/dL", "2.11", "2.52")[0]?.facts.values[0]?.fit).toEqual({
      of: "interval",
      unit: "mmol/L",
    });
  });

  it("takes the interval of the series in its own unit", () => {
    const intervals = [{ analyte: "calcium", low: "8.5", high: "10.1", unit: "mg/dL" } as const];
    const laboratory = [{ results: [{ analyte: "calcium", value: "9.4", unit: "mmol/L" } as const] }];
    expect(found(intervalUnitDiffers, { laboratory }, { laboratory: { intervals } })).toHaveLength(1);
  });

  it("claims nothing without an interval, nor for values that may be true", () => {
    const bare: LaboratoryResult = { analyte: "calcium", value: "9.4", unit: "mmol/L" };
    expect(found(intervalUnitDiffers, { laboratory: [{ results: [bare] }] })).toEqual([]);
    // Suppressed PTH, vitamin D deficiency, anaemia and magnesium sulfate, each a fit in another unit.
    expect(own("pth", "4", "pg/mL", "15", "65")).toEqual([]);
    expect(own("vitaminD25oh", "25", "nmol/L", "50", "125")).toEqual([]);
    expect(own("haemoglobin", "8", "g/dL", "11", "15")).toEqual([]);
    expect(own("magnesium", "2.0", "mmol/L", "0.7", "1.0")).toEqual([]);
  });
});
