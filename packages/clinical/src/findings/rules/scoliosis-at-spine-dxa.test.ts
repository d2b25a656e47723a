import { describe, expect, it } from "vitest";
import { scoliosisAtSpineDxa } from "./scoliosis-at-spine-dxa.ts";
import { found, scanAt } from "./woman.fixture.ts";

const spine = [scanAt(15, { lumbarSpine: { bmdGPerCm2: 0.678 } })];

describe("scoliosis-at-spine-dxa", () => {
  it("asks about spine DXA in scoliosis", () => {
    const comorbidities = [
      { condition: "type1Diabetes" },
      { condition: "scoliosis", durationYearsMoreThan: 8 },
    ] as const;
    const [raised] = found(scoliosisAtSpineDxa, { comorbidities: [...comorbidities], scans: spine });
    expect(raised?.at).toBe("/comorbidities/1");
    expect(raised?.facts).toEqual({ durationYearsMoreThan: 8, scans: ["month-15"] });
  });

  it("is silent without scoliosis, with hip scans only, or when it is only suspected", () => {
    expect(found(scoliosisAtSpineDxa, { scans: spine })).toEqual([]);
    expect(found(scoliosisAtSpineDxa, { comorbidities: [{ condition: "type1Diabetes" }], scans: spine })).toEqual([]);
    const hip = [scanAt(15, { totalHip: { bmdGPerCm2: 0.698 } })];
    expect(found(scoliosisAtSpineDxa, { comorbidities: [{ condition: "scoliosis" }], scans: hip })).toEqual([]);
    const suspected = [{ condition: "scoliosis", certainty: "suspected" } as const];
    expect(found(scoliosisAtSpineDxa, { comorbidities: suspected, scans: spine })).toEqual([]);
  });
});
