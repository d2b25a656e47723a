import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dose } from "../record/treatment.ts";
import { checkRegimen } from "./regimen.ts";
import { AGENTS, type AgentId, ROUTES, type Route } from "./vocabulary.ts";

function kind(agent: AgentId, amount: Dose["amount"], unit: string, per: string, route?: Route): string {
  const check = checkRegimen(agent, { amount, unit, per }, route);
  return check.kind === "outside" ? `outside ${check.departure}` : check.kind;
}

describe("checkRegimen on the published series", () => {
  it("finds calcitriol 1 ug a day outside, its usual dose inside", () => {
    expect(kind("calcitriol", 1, "ug", "day", "oral")).toBe("outside above");
    expect(kind("calcitriol", 0.5, "µg", "day", "oral")).toBe("inside");
    expect(kind("calcitriol", 0.25, "ug", "day", "oral")).toBe("inside");
    expect(kind("calcitriol", 0.51, "ug", "day", "oral")).toBe("outside above");
    expect(kind("calcitriol", 0.24, "ug", "day", "oral")).toBe("outside below");
    expect(kind("alfacalcidol", 1, "ug", "day", "oral")).toBe("inside");
  });

  it("suspects the unit of nasal calcitonin 20 IU a day and accepts 20 ug", () => {
    const check = checkRegimen("salmonCalcitonin", { amount: 20, unit: "IU", per: "day" }, "nasal");
    expect(check).toMatchObject({ kind: "unitMismatch", unit: "IU", regimen: { doseLow: 20, unit: "ug" } });
    expect(kind("salmonCalcitonin", 20, "μg", "day", "nasal")).toBe("inside");
    expect(kind("salmonCalcitonin", 200, "IU", "day", "nasal")).toBe("inside");
  });

  it("accepts calcitonin 50 IU a day by injection and menatetrenone 45 mg a day", () => {
    expect(kind("salmonCalcitonin", 50, "IU", "day", "intramuscular")).toBe("inside");
    expect(kind("salmonCalcitonin", 49, "IU", "day", "intramuscular")).toBe("outside below");
    expect(kind("menatetrenone", 45, "mg", "day", "oral")).toBe("inside");
  });

  it("counts zoledronic acid 5 mg once as its yearly dose", () => {
    expect(kind("zoledronicAcid", 5, "mg", "once", "intravenousInfusion")).toBe("inside");
    expect(kind("zoledronicAcid", 5, "mg", "year", "intravenousInfusion")).toBe("inside");
    expect(kind("zoledronicAcid", 5, "mg", "12 months", "intravenousInfusion")).toBe("inside");
    expect(kind("zoledronicAcid", 4, "mg", "once", "intravenousInfusion")).toBe("outside below");
    expect(kind("zoledronicAcid", 5, "mg", "6 months", "intravenousInfusion")).toBe("outside otherInterval");
  });

  it("accepts alendronate with vitamin D3 70 mg a week", () => {
    expect(kind("alendronateVitaminD3", 70, "mg", "week", "oral")).toBe("inside");
  });

  it("lists no regimen for calcium, glucosamine and herbal products", () => {
    for (const agent of ["calcium", "calciumVitaminD", "glucosamine", "xianlingGubao"] as const) {
      expect(kind(agent, [0.6, 1.2], "g", "day", "oral")).toBe("notListed");
    }
    expect(checkRegimen("jieguQili", undefined, "oral")).toEqual({ kind: "doseNotGiven" });
  });
});

describe("checkRegimen on the literature of the series", () => {
  it("finds ibandronate 2 mg every 3 months by vein outside, 3 mg inside", () => {
    expect(kind("ibandronate", 2, "mg", "3 months", "intravenousInjection")).toBe("outside below");
    expect(kind("ibandronate", 3, "mg", "3 months", "intravenousInjection")).toBe("inside");
    expect(kind("ibandronate", 3, "mg", "13 weeks", "intravenousInfusion")).toBe("inside");
  });

  it("does not know a regimen of pamidronate", () => {
    expect(checkRegimen("pamidronate", { amount: 200, unit: "mg", per: "day" }, "oral")).toEqual({
      kind: "notListed",
      reason: "noRegimen",
    });
  });

  it("knows the regimens of oral bisphosphonates that the paper prints", () => {
    expect(kind("alendronate", 10, "mg", "day", "oral")).toBe("inside");
    expect(kind("alendronate", 70, "mg", "week", "oral")).toBe("inside");
    expect(kind("risedronate", 35, "mg", "week", "oral")).toBe("inside");
    expect(kind("risedronate", 150, "mg", "month", "oral")).toBe("inside");
    expect(kind("ibandronate", 2.5, "mg", "day", "oral")).toBe("inside");
  });
});

describe("checkRegimen", () => {
  it("compares amounts only within one interval of dosing", () => {
    expect(kind("alendronate", 140, "mg", "2 weeks", "oral")).toBe("outside otherInterval");
    expect(kind("alendronate", 70, "mg", "day", "oral")).toBe("outside above");
    expect(kind("alendronate", 70, "mg", "7 days", "oral")).toBe("inside");
    expect(kind("ibandronate", 150, "mg", "4 weeks", "oral")).toBe("inside");
  });

  it("takes a range inside only as a whole", () => {
    expect(kind("alendronate", [5, 10], "mg", "day", "oral")).toBe("inside");
    expect(kind("alendronate", [5, 20], "mg", "day", "oral")).toBe("outside partly");
    expect(kind("alendronate", [10, 5], "mg", "day", "oral")).toBe("inside");
  });

  it("converts masses and suspects a unit a thousand times off", () => {
    expect(kind("teriparatide", 0.02, "mg", "day", "subcutaneous")).toBe("inside");
    expect(kind("teriparatide", 20, "mg", "day", "subcutaneous")).toBe("unitMismatch");
    expect(kind("zoledronicAcid", 5, "g", "year", "intravenousInfusion")).toBe("unitMismatch");
    expect(kind("denosumab", 60, "毫克", "6 months", "subcutaneous")).toBe("inside");
  });

  it("says when route or unit has no listed regimen", () => {
    expect(checkRegimen("zoledronicAcid", { amount: 5, unit: "mg", per: "year" }, "oral")).toEqual({
      kind: "notListed",
      reason: "otherRoute",
    });
    expect(checkRegimen("teriparatide", { amount: 400, unit: "IU", per: "day" }, "subcutaneous")).toEqual({
      kind: "notListed",
      reason: "otherUnit",
    });
  });

  it("tries every route when none was stated", () => {
    expect(kind("zoledronicAcid", 5, "mg", "year", "notStated")).toBe("inside");
    expect(kind("ibandronate", 3, "mg", "3 months")).toBe("inside");
  });

  it("reads an amount without an interval as one single dose and says no more than that", () => {
    expect(kind("zoledronicAcid", 5, "mg", "notStated", "intravenousInfusion")).toBe("inside");
    expect(checkRegimen("alendronate", { amount: 70, unit: "mg", per: "notStated" }, "oral")).toEqual({
      kind: "notListed",
      reason: "intervalNotStated",
    });
  });

  it("finds a dose of zero outside and refuses a negative one", () => {
    expect(kind("alendronate", 0, "mg", "day", "oral")).toBe("outside zero");
    expect(() => kind("alendronate", -1, "mg", "day", "oral")).toThrow(RangeError);
    expect(() => kind("alendronate", Number.NaN, "mg", "day", "oral")).toThrow(RangeError);
  });

  it("answers every agent, route, amount and unit, and does not change with the spelling of the unit", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...AGENTS),
        fc.constantFrom(...ROUTES),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.constantFrom("once", "notStated", "day", "week", "3 months", "99 years"),
        (agent, route, amount, per) => {
          const plain = checkRegimen(agent, { amount, unit: "ug", per }, route);
          const micro = checkRegimen(agent, { amount, unit: "µg", per }, route);
          expect(micro.kind).toBe(plain.kind);
        },
      ),
    );
  });
});
