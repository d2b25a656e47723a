import { describe, expect, it } from "vitest";
import type { Treatment } from "../../record/treatment.ts";
import { doseOutsideLabel } from "./dose-outside-label.ts";
import { found, sentence } from "./woman.fixture.ts";

const given = (...treatments: Treatment[]) => ({ treatments });
const calcitriol = (amount: number | [number, number], unit = "ug"): Treatment => ({
  agent: "calcitriol",
  route: "oral",
  dose: { amount, unit, per: "day" },
});

describe("dose-outside-label", () => {
  it("asks about calcitriol 1 ug a day", () => {
    const [raised] = found(doseOutsideLabel, given(calcitriol(1)));
    expect(raised?.at).toBe("/treatments/0/dose");
    expect(raised?.facts.treatments[0]).toMatchObject({ agent: "calcitriol", low: 1, departure: "above" });
    if (raised === undefined) throw new Error("nothing raised");
    expect(sentence(doseOutsideLabel, raised, "en")).toContain("1 μg per day (oral)");
    expect(sentence(doseOutsideLabel, raised, "zh")).toContain("1 μg/日（口服）");
  });

  it.each([
    [0.24, 1],
    [0.25, 0],
    [0.5, 0],
    [0.51, 1],
  ])("calcitriol %f ug a day", (amount, count) => {
    expect(found(doseOutsideLabel, given(calcitriol(amount)))).toHaveLength(count);
  });

  it("lists all doses in one finding, and leaves the others out", () => {
    const ibandronate = (amount: number): Treatment => ({
      agent: "ibandronate",
      route: "intravenousInjection",
      dose: { amount, unit: "mg", per: "3 months" },
    });
    const raised = found(doseOutsideLabel, given(ibandronate(3), calcitriol(1), ibandronate(2)));
    expect(raised).toHaveLength(1);
    expect(raised[0]?.at).toBe("/treatments");
    expect(raised[0]?.facts.treatments.map(({ agent }) => agent)).toEqual(["calcitriol", "ibandronate"]);
  });

  it("is silent without a dose, and for a drug that was declined", () => {
    expect(found(doseOutsideLabel, given({ agent: "calcitriol" }))).toEqual([]);
    expect(found(doseOutsideLabel, given({ ...calcitriol(1), declined: { reason: "cost" } }))).toEqual([]);
  });

  it("leaves a likely mistake in the unit to the unit rule", () => {
    const spray: Treatment = {
      agent: "salmonCalcitonin",
      route: "nasal",
      dose: { amount: 20, unit: "IU", per: "day" },
    };
    expect(found(doseOutsideLabel, given(spray))).toEqual([]);
  });
});
