import { describe, expect, it } from "vitest";
import type { Treatment } from "../../record/treatment.ts";
import { unitImplausible } from "./unit-implausible.ts";
import { found, type Parts, sentence } from "./woman.fixture.ts";

const nasalCalcitonin = (unit: string, amount = 20): Parts => ({
  treatments: [{ agent: "salmonCalcitonin", route: "nasal", dose: { amount, unit, per: "day" } } satisfies Treatment],
});
const osteocalcin = (unit: string): Parts => ({
  laboratory: [{ results: [{ analyte: "osteocalcin", value: "31.55", unit }] }],
});

describe("unit-implausible", () => {
  it("asks about a dose whose number fits another unit", () => {
    const [raised] = found(unitImplausible, nasalCalcitonin("IU"));
    expect(raised?.at).toBe("/treatments/0/dose");
    expect(raised?.facts.treatments[0]).toMatchObject({ agent: "salmonCalcitonin", unit: "IU", low: 20 });
  });

  it("is content with the unit of the label", () => {
    expect(found(unitImplausible, nasalCalcitonin("ug"))).toEqual([]);
  });

  it("asks about a result in a unit that laboratories do not use for it", () => {
    const [raised] = found(unitImplausible, osteocalcin("pg/mL"));
    expect(raised?.at).toBe("/laboratory/0/results/0/unit");
    expect(raised?.facts.results[0]?.usualUnits).toContain("ng/mL");
  });

  it.each(["ng/mL", "µg/L", "ｎｇ/ｍＬ"])("accepts %s for osteocalcin", (unit) => {
    expect(found(unitImplausible, osteocalcin(unit))).toEqual([]);
  });

  it.each([
    ["pthrp", "pg/mL"],
    ["freeT4", "pg/mL"],
    ["freeT4", "ng/dL"],
    ["trap5b", "mU/dL"],
    ["calcium", "mEq/L"],
    ["magnesium", "mEq/L"],
    ["haemoglobin", "g/dL"],
    ["haemoglobin", "mmol/L"],
    ["tissueTransglutaminaseIgA", "AU/mL"],
    ["tissueTransglutaminaseIgA", "RU/mL"],
    ["tissueTransglutaminaseIgA", "U/mL"],
  ] as const)("accepts %s in %s", (analyte, unit) => {
    expect(found(unitImplausible, { laboratory: [{ results: [{ analyte, value: "5", unit }] }] })).toEqual([]);
  });

  it("says of a unit that cannot be read that it cannot be read, and of a readable one nothing of the kind", () => {
    const [unread] = found(unitImplausible, osteocalcin("ng%ml"));
    const [unusual] = found(unitImplausible, osteocalcin("pg/mL"));
    if (unread === undefined || unusual === undefined) throw new Error("two findings expected");
    expect(sentence(unitImplausible, unread, "en")).toContain("cannot be read");
    expect(sentence(unitImplausible, unread, "zh")).toContain("无法识别");
    expect(sentence(unitImplausible, unusual, "en")).not.toContain("cannot be read");
  });

  it("leaves a unit that the series' own interval carries to the series", () => {
    const intervals = [{ analyte: "osteocalcin", low: "3", high: "65", unit: "pg/mL" } as const];
    expect(found(unitImplausible, osteocalcin("pg/mL"), { laboratory: { intervals } })).toEqual([]);
    const conventional = [{ analyte: "osteocalcin", low: "3", high: "65", unit: "ng/mL" } as const];
    expect(found(unitImplausible, osteocalcin("pg/mL"), { laboratory: { intervals: conventional } })).toHaveLength(1);
  });
});
