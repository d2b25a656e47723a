import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readUnit } from "./parse-unit.ts";
import { unitKnowledge } from "./spellings.ts";
import { isSameScale } from "./unit.ts";

function read(text: string) {
  const unit = readUnit(text);
  if (unit.kind === "unreadable") throw new Error(`unreadable: ${text}`);
  return unit;
}

describe("readUnit", () => {
  it.each([
    ["ng/mL", "ng/mL"],
    ["NG/ML", "ng/mL"],
    ["ng /ml", "ng/mL"],
    ["ng·mL⁻¹", "ng/mL"],
    ["纳克/毫升", "ng/mL"],
    ["ug/L", "µg/L"],
    ["\u00b5g/L", "µg/L"],
    ["\u03bcg/L", "µg/L"],
    ["mcg/l", "µg/L"],
    ["微克/升", "µg/L"],
    ["ｕｇ／Ｌ", "µg/L"],
    ["㎍/L", "µg/L"],
    ["nmol/L", "nmol/L"],
    ["pmol/L", "pmol/L"],
    ["mmol/L", "mmol/L"],
    ["毫摩尔/升", "mmol/L"],
    ["毫摩尔每升", "mmol/L"],
    ["umol/l", "µmol/L"],
    ["微摩尔／升", "µmol/L"],
    ["mg/dL", "mg/dL"],
    ["毫克/分升", "mg/dL"],
    ["U/L", "U/L"],
    ["单位/升", "U/L"],
    ["IU/L", "IU/L"],
    ["国际单位/升", "IU/L"],
    ["[IU]/L", "IU/L"],
    ["m[iU]/L", "mIU/L"],
    ["mIU/L", "mIU/L"],
    ["µIU/mL", "µIU/mL"],
    ["uIU/ml", "µIU/mL"],
    ["微国际单位/毫升", "µIU/mL"],
    ["pg/mL", "pg/mL"],
    ["皮克/毫升", "pg/mL"],
    ["kg/m2", "kg/m²"],
    ["kg/m²", "kg/m²"],
    ["千克/平方米", "kg/m²"],
    ["g/cm2", "g/cm²"],
    ["g/cm^2", "g/cm²"],
    ["g/cm²", "g/cm²"],
    ["克/平方厘米", "g/cm²"],
    ["g/24h", "g/24h"],
    ["g/24 h", "g/24h"],
    ["g/(24 h)", "g/24h"],
    ["克/24小时", "g/24h"],
    ["g·(24h)-1", "g/24h"],
    ["mmol/24hr", "mmol/24h"],
    ["g/d", "g/d"],
    ["克/日", "g/d"],
    ["mL/min/1.73m2", "mL/min/1.73m²"],
    ["mL/min/{1.73_m2}", "mL/min/1.73m²"],
    ["ml/(min·1.73m²)", "mL/min/1.73m²"],
    ["mL/min·1.73m2", "mL/min/1.73m²"],
    ["毫升/分/1.73平方米", "mL/min/1.73m²"],
    ["mm/h", "mm/h"],
    ["mEq/L", "mEq/L"],
    ["meq/l", "mEq/L"],
    ["mU/dL", "mU/dL"],
    ["AU/mL", "AU/mL"],
    ["RU/ml", "RU/mL"],
    ["mg/g{creat}", "mg/g"],
    ["%", "%"],
    ["％", "%"],
  ])("reads %s as %s", (text, code) => {
    expect(read(text).code).toBe(code);
  });

  it.each([
    "",
    " ",
    "abc",
    "1·",
    "ng//mL",
    "/24h",
    "2(g)/L",
    "g/24h-",
    "ng/",
    "/",
    "RU/mL?",
    "g24h",
    "24/h",
    "ng/mL)",
    "(ng/mL",
    "10*9/L",
    "2.5",
    "mg/dL 5",
    "1.73",
  ])("does not guess at %j", (text) => {
    expect(readUnit(text)).toEqual({ kind: "unreadable", text });
  });

  it.each([
    ["ng/mL", "ug/L"],
    ["pg/mL", "ng/L"],
    ["mg/mL", "g/L"],
    ["g/24h", "g/d"],
    ["uIU/mL", "mIU/L"],
    ["mU/L", "µIU/mL"],
    ["U/L", "IU/L"],
    ["mL/(min·1.73m²)", "mL/min/1.73m2"],
  ])("gives %s and %s one size", (a, b) => {
    expect(isSameScale(read(a), read(b))).toBe(true);
  });

  it.each([
    ["ng/mL", "pg/mL"],
    ["mL/min", "mL/min/1.73m2"],
    ["%", "mmol/mol"],
    ["mmol/L", "mg/dL"],
    ["g/24h", "g/L"],
    ["AU/mL", "U/mL"],
    ["RU/mL", "U/mL"],
    ["mEq/L", "mmol/L"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(isSameScale(read(a), read(b))).toBe(false);
  });

  it("answers every text without throwing, however it is nested", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => readUnit(text).kind.length > 0));
    const nested = fc.array(fc.constantFrom("(", ")", "/", "·", "g", "24", "-", "^", "h", "1.73"), { maxLength: 40 });
    fc.assert(fc.property(nested, (parts) => readUnit(parts.join("")).kind.length > 0));
    expect(readUnit("(".repeat(100_000)).kind).toBe("unreadable");
  });

  it("reads its own spelling back", () => {
    const spellings = unitKnowledge.units.filter((unit) => unit.symbol !== "kg").map((unit) => unit.symbol);
    const simple = fc.constantFrom(...spellings);
    fc.assert(
      fc.property(simple, simple, (above, below) => {
        const unit = read(`${above}/${below}`);
        expect(readUnit(unit.code)).toEqual(unit);
      }),
    );
  });
});

describe("units.json", () => {
  it("has the promised shape", () => {
    const spellings = z.array(z.string().min(1)).min(1);
    z.strictObject({
      prefixes: z.array(z.strictObject({ symbol: z.string(), exponent: z.int(), spellings })),
      units: z.array(
        z.strictObject({
          symbol: z.string(),
          base: z.enum(["g", "mol", "L", "U", "AU", "RU", "Eq", "m", "s", "%"]),
          factor: z.number().positive(),
          exponent: z.int(),
          prefixed: z.boolean(),
          spellings,
          note: z.string().optional(),
        }),
      ),
      source: z.strictObject({
        cite: z.string(),
        status: z.enum(["read", "recalled", "assumed"]),
        checked: z.iso.date(),
        note: z.string().optional(),
      }),
    }).parse(unitKnowledge);
  });
});
