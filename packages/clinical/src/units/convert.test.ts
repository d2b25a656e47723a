import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analytes } from "../laboratory/analyte.ts";
import type { Analyte } from "../laboratory/vocabulary.ts";
import { convert, isConventional, parseUnit } from "./convert.ts";

describe("convert", () => {
  // Factors of published conversion tables, to the digits that they print.
  it.each<[Analyte, string, string, number, number]>([
    ["vitaminD25oh", "ng/mL", "nmol/L", 2.496, 3],
    ["pth", "pg/mL", "pmol/L", 0.106, 3],
    ["calcium", "mg/dL", "mmol/L", 0.2495, 4],
    ["phosphate", "mg/dL", "mmol/L", 0.3229, 4],
    ["magnesium", "mg/dL", "mmol/L", 0.4114, 4],
    ["urineCalcium24h", "g/24h", "mmol/24h", 24.95, 2],
    ["urinePhosphate24h", "g/24h", "mmol/24h", 32.29, 2],
    ["creatinine", "mg/dL", "µmol/L", 88.4, 1],
    ["estradiol", "pg/mL", "pmol/L", 3.671, 3],
    ["cortisol", "µg/dL", "nmol/L", 27.59, 2],
    ["freeT4", "ng/dL", "pmol/L", 12.87, 2],
    ["glucose", "mg/dL", "mmol/L", 0.05551, 5],
    ["osteocalcin", "ng/mL", "nmol/L", 0.1698, 4],
    ["vitaminD125oh2", "pg/mL", "pmol/L", 2.4, 3],
    ["urineCalciumCreatinineRatio", "mg/mg", "mmol/mmol", 2.8225, 4],
    ["creatinineClearance", "mL/min", "mL/s", 0.01667, 5],
    ["alp", "U/L", "µkat/L", 0.0167, 4],
    ["calcium", "mEq/L", "mmol/L", 0.5, 10],
    ["calcium", "mEq/L", "mg/dL", 2.004, 3],
    ["magnesium", "mEq/L", "mmol/L", 0.5, 10],
    ["magnesium", "mEq/L", "mg/dL", 1.215, 3],
    ["haemoglobin", "g/dL", "mmol/L", 0.6206, 4],
    ["trap5b", "mU/dL", "U/L", 0.01, 10],
    ["freeT4", "pg/mL", "pmol/L", 1.287, 3],
  ])("%s: 1 %s is so many %s", (analyte, from, to, factor, digits) => {
    expect(convert(1, from, analyte, to)).toBeCloseTo(factor, digits);
  });

  it("gives the published urine phosphate interval in millimoles", () => {
    expect(convert(0.7, "g/24h", "urinePhosphate24h", "mmol/d")).toBeCloseTo(22.6, 1);
    expect(convert(1.5, "克/24小时", "urinePhosphate24h", "mmol/24h")).toBeCloseTo(48.4, 1);
    expect(convert(0.1, "g/24h", "urineCalcium24h", "mmol/24h")).toBeCloseTo(2.5, 1);
    expect(convert(0.3, "g/24h", "urineCalcium24h", "mmol/24h")).toBeCloseTo(7.5, 1);
  });

  it("moves the decimal point exactly", () => {
    expect(convert(4.35, "g/dL", "albumin", "g/L")).toBe(43.5);
    expect(convert(680, "pg/mL", "betaCtx", "ng/mL")).toBe(0.68);
    expect(convert(0.3, "g/24h", "urineCalcium24h", "mg/24h")).toBe(300);
    expect(convert(1.1, "ng/mL", "osteocalcin", "pg/mL")).toBe(1100);
    expect(convert(31.55, "ng/mL", "totalP1np", "ug/L")).toBe(31.55);
  });

  it("refuses unlike units, unknown molar masses and unreadable text", () => {
    expect(convert(1, "ng/mL", "betaCtx", "pmol/L")).toBeUndefined();
    expect(convert(1, "g/24h", "urineCalcium24h", "mmol/L")).toBeUndefined();
    expect(convert(5.5, "%", "hba1c", "mmol/mol")).toBeUndefined();
    expect(convert(1, "mL/min", "egfr", "mL/min/1.73m2")).toBeUndefined();
    expect(convert(1, "RU/mL", "tissueTransglutaminaseIgA", "U/mL")).toBeUndefined();
  });

  it("leaves a value in its own unit alone, even an unreadable one", () => {
    expect(convert(12.5, "RU/mL", "tissueTransglutaminaseIgA", "RU/mL")).toBe(12.5);
  });

  it("returns from every usual unit to the canonical one and back", () => {
    const pairs = analytes.flatMap(({ id, canonicalUnit, conventionalUnits }) =>
      conventionalUnits.map((unit) => ({ id, unit, canonicalUnit })),
    );
    const unconverted = new Set([
      "prolactin mIU/L",
      "hba1c mmol/mol",
      "boneAlp U/L",
      "pthrp pg/mL",
      "tissueTransglutaminaseIgA AU/mL",
      "tissueTransglutaminaseIgA RU/mL",
    ]);
    const value = fc.double({ min: 1e-4, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...pairs), value, ({ id, unit, canonicalUnit }, given) => {
        const there = convert(given, unit, id, canonicalUnit);
        if (unconverted.has(`${id} ${unit}`)) return there === undefined;
        const back = convert(there ?? Number.NaN, canonicalUnit, id, unit) ?? Number.NaN;
        // Two roundings to fifteen significant digits, 5e-15 of the value each at most, and the binary ones.
        return Math.abs(back - given) <= 1.1e-14 * given;
      }),
    );
  });

  it("keeps the order of values", () => {
    const value = fc.double({ min: 0, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [x, y] = [a, b].map((each) => convert(each, "mg/dL", "calcium", "mmol/L") ?? Number.NaN);
        return a <= b ? (x ?? 0) <= (y ?? 0) : (x ?? 0) >= (y ?? 0);
      }),
    );
  });
});

describe("isConventional", () => {
  it.each<[Analyte, string, boolean]>([
    ["osteocalcin", "pg/mL", false],
    ["osteocalcin", "ng/mL", true],
    ["osteocalcin", "ug/L", true],
    ["osteocalcin", "纳克/毫升", true],
    ["nMidOsteocalcin", "pg/mL", false],
    ["betaCtx", "pg/mL", true],
    ["betaCtx", "ng/L", true],
    ["pth", "pg/mL", true],
    ["pth", "ng/mL", false],
    ["vitaminD25oh", "g/L", false],
    ["vitaminD25oh", "nmol/L", true],
    ["calcium", "mmol/L", true],
    ["calcium", "µmol/L", false],
    ["albumin", "mg/dL", false],
    ["alp", "IU/L", true],
    ["alp", "micro/L", false],
    ["tsh", "µIU/mL", true],
    ["urineCalcium24h", "g/d", true],
    ["egfr", "ml/(min·1.73m²)", true],
    ["egfr", "mL/min", false],
    ["creatinine", "mmol/L", false],
    ["pthrp", "pg/mL", true],
    ["freeT4", "pg/mL", true],
    ["freeT4", "ng/dL", true],
    ["trap5b", "mU/dL", true],
    ["calcium", "mEq/L", true],
    ["magnesium", "mEq/L", true],
    ["phosphate", "mEq/L", false],
    ["haemoglobin", "g/dL", true],
    ["haemoglobin", "mmol/L", true],
    ["tissueTransglutaminaseIgA", "AU/mL", true],
    ["tissueTransglutaminaseIgA", "RU/mL", true],
    ["tissueTransglutaminaseIgA", "U/mL", true],
    ["alp", "RU/L", false],
  ])("%s in %s: %s", (analyte, unit, expected) => {
    expect(isConventional(analyte, unit)).toBe(expected);
  });
});

describe("parseUnit", () => {
  it("keeps answering after more spellings than it remembers", () => {
    for (let i = 0; i < 1200; i++) parseUnit(`unit-${i}`);
    expect(parseUnit("ng/mL")).toMatchObject({ kind: "unit", code: "ng/mL", dimension: "g/L", exponent: -6 });
  });
});
