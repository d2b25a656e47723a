import { describe, expect, it } from "vitest";
import { circuit } from "../generated/circuit.ts";
import { createRunner } from "../run/create-runner.ts";
import { type Arm, armPlan, arms } from "./arms.ts";

const runner = createRunner(circuit);

/** Percent change of the lumbar spine since the start, by month. */
function spine(arm: Arm | undefined, months: readonly number[]): readonly number[] {
  return column(arm, months, "dBMD_LS_pct");
}

/** The same against the woman at rest, before any pregnancy. */
function spineOverRest(arm: Arm | undefined, months: readonly number[]): readonly number[] {
  return column(arm, months, "BMD_LS").map((ratio) => 100 * (ratio - 1));
}

function column(arm: Arm | undefined, months: readonly number[], name: string): readonly number[] {
  if (arm === undefined) throw new Error("no such arm");
  const { values } = runner.run(armPlan(circuit, arm, [0, ...months], [name], 1e-6));
  return [...(values[0] ?? [])].slice(1);
}

const { parameters: _atBirth, ...nursingFromRest } = arms.nursing6 ?? {};

describe("bone density of the spine", () => {
  // The bounds of the issue: 3 to 6 % are lost in six months of lactation and are back within 1 % by month 18.
  it.each([
    ["from rest", nursingFromRest],
    [
      "with the drivers of the draft of lactation",
      {
        inputs: [
          { name: "ETGT", at: 0, value: -0.7 },
          { name: "PRPT", at: 0, value: 1 },
          { name: "MILK", at: 0, value: 5.25 / 24 },
          { name: "ETGT", at: 6, value: 0 },
          { name: "PRPT", at: 6, value: 0 },
          { name: "MILK", at: 6, value: 0 },
        ],
      },
    ],
  ] satisfies readonly (readonly [string, Arm])[])(
    "falls by 3 to 6 in a hundred in six months of lactation and is back by month 18, %s",
    (_, arm) => {
      const [atWeaning, at18] = spine(arm, [6, 18]);
      expect(atWeaning).toBeLessThan(-3);
      expect(atWeaning).toBeGreaterThan(-6);
      expect(Math.abs(at18 ?? Number.NaN)).toBeLessThan(1);
    },
  );

  it("falls as much from birth on, of what pregnancy left", () => {
    const [atWeaning] = spine(arms.nursing6, [6]);
    expect(atWeaning).toBeLessThan(-3);
    expect(atWeaning).toBeGreaterThan(-6);
  });

  it("is back at its level of the birth by month 12, and above it at month 18 as in the women of Polatti 1999", () => {
    const [at12, at18, ...later] = spine(arms.nursing6, [12, 18, 24, 36]);
    expect(Math.abs(at12 ?? Number.NaN)).toBeLessThan(1);
    // +1.8 and +2.0 in two groups that nursed for six months (L06_18, L07_18), 0.5 taken as their SD. What pregnancy took comes back
    // too, so that the level of the birth, which it lowered, is passed by more than 1 %.
    for (const women of [1.8, 2.0]) expect(Math.abs((at18 ?? Number.NaN) - women)).toBeLessThan(2 * 0.5);
    for (const change of later) expect(change).toBeGreaterThan(-1);
  });

  it("misses its level before the pregnancy by just over 1 % at month 18, and is within it at month 24", () => {
    const [at18, at24] = spineOverRest(arms.nursing6, [18, 24]);
    // A miss of the bound, listed in docs/explanation/circuit.md: when this fails the model has become better.
    expect(at18).toBeLessThan(-1);
    expect(at18).toBeGreaterThan(-2);
    expect(Math.abs(at24 ?? Number.NaN)).toBeLessThan(1);
  });

  it("rises after a birth without nursing, and stays where nothing is done", () => {
    expect(spine(arms.postpartum, [6])[0]).toBeGreaterThan(0.4);
    expect(spine(arms.rest, [60])[0]).toBeCloseTo(0, 1);
  });

  it.each(["denosumab", "zoledronate1", "alendronate", "teriparatide"])("rises under %s", (arm) => {
    const [at6, at12] = spine(arms[arm], [6, 12]);
    expect(at6).toBeGreaterThan(1);
    expect(at12).toBeGreaterThan(at6 ?? Number.NaN);
  });

  it("falls below its course on denosumab when denosumab is stopped", () => {
    const [at24, at36] = spine(arms.denosumabOff, [24, 36]);
    expect((at36 ?? Number.NaN) - (at24 ?? Number.NaN)).toBeLessThan(-3);
  });

  it("gains more from more denosumab", () => {
    const [low] = spine(arms.denosumab14, [24]);
    const [high] = spine(arms.denosumab210, [24]);
    expect(high).toBeGreaterThan(low ?? Number.NaN);
  });
});
