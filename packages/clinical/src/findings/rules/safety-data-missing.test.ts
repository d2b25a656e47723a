import { describe, expect, it } from "vitest";
import type { LaboratoryPanel } from "../../record/laboratory.ts";
import type { Treatment } from "../../record/treatment.ts";
import { safetyDataMissing } from "./safety-data-missing.ts";
import { found } from "./woman.fixture.ts";

const infusion = (months = 15): Treatment => ({
  agent: "zoledronicAcid",
  route: "intravenousInfusion",
  dose: { amount: 5, unit: "mg", per: "once" },
  start: { months, basis: "stated" },
});
const creatinine = (months: number): LaboratoryPanel => ({
  at: { months },
  results: [{ analyte: "creatinine", value: "50", unit: "µmol/L" }],
});
const calcium = (months: number): LaboratoryPanel => ({
  at: { months },
  results: [{ analyte: "calcium", value: "2.2", unit: "mmol/L" }],
});
const missing = (laboratory: LaboratoryPanel[], ...treatments: Treatment[]) =>
  found(safetyDataMissing, { laboratory, treatments })[0]?.facts.treatments.map((treatment) => treatment.missing);

describe("safety-data-missing", () => {
  it("asks for kidney function before and calcium after an infusion", () => {
    const [raised] = found(safetyDataMissing, { treatments: [infusion()] });
    expect(raised?.at).toBe("/treatments/0");
    expect(raised?.facts.treatments).toEqual([
      { agent: "zoledronicAcid", missing: ["kidneyFunctionBefore", "calciumAfter"] },
    ]);
  });

  it("needs both to clear", () => {
    expect(missing([creatinine(15)], infusion())).toEqual([["calciumAfter"]]);
    expect(missing([calcium(15.5)], infusion())).toEqual([["kidneyFunctionBefore"]]);
    expect(missing([creatinine(14), calcium(15.5)], infusion())).toBeUndefined();
  });

  it("does not take calcium of the same day, or creatinine of later, for an answer", () => {
    expect(missing([creatinine(14), calcium(15)], infusion())).toEqual([["calciumAfter"]]);
    expect(missing([creatinine(15.1), calcium(15.5)], infusion())).toEqual([["kidneyFunctionBefore"]]);
  });

  it("looks at each infusion on its own", () => {
    const laboratory = [creatinine(14), calcium(16)];
    expect(missing(laboratory, infusion(15), infusion(27))).toEqual([["calciumAfter"]]);
  });

  it("accepts a work-up entry that says it was done", () => {
    const entries = (status: "normal" | "notDone") => [
      { item: "creatinine" as const, status },
      { item: "calcium" as const, status, at: { months: 15.5 } },
    ];
    expect(found(safetyDataMissing, { treatments: [infusion()], workup: entries("normal") })).toEqual([]);
    expect(found(safetyDataMissing, { treatments: [infusion()], workup: entries("notDone") })).toHaveLength(1);
  });

  it.each([
    ["denosumab", undefined, 1],
    ["ibandronate", "intravenousInjection", 1],
    ["ibandronate", "oral", 0],
    ["alendronate", "oral", 0],
    ["teriparatide", "subcutaneous", 0],
  ] as const)("%s (%s)", (agent, route, count) => {
    const treatment = { agent, ...(route === undefined ? {} : { route }) };
    expect(found(safetyDataMissing, { treatments: [treatment] })).toHaveLength(count);
  });

  it("does not ask for a drug that was declined", () => {
    expect(found(safetyDataMissing, { treatments: [{ ...infusion(), declined: { reason: "cost" } }] })).toEqual([]);
  });
});
