import { expect, it } from "vitest";
import { calciumBone } from "../generated/calcium-bone.ts";
import { createRunner } from "./create-runner.ts";
import type { Plan } from "./plan.ts";

const MONTH = 730.5;
/** A woman in whom BCL2 goes up and down through its threshold from the fifth month of lactation on, some days apart. */
const FACTORS: Readonly<Record<string, number>> = {
  OBtot0: 1.0546,
  k1: 0.9019,
  k3: 0.9184,
  koutRNK: 1.2157,
  Da: 1.019,
  koutTGF0: 0.9922,
  kb: 0.9122,
  k14a: 1.2071,
  koutL: 0.8679,
  kO: 0.927,
  V1: 0.9102,
  CaDay: 1.1813,
  OralCa: 1.0848,
  OralPhos: 1.0735,
  T69: 0.8419,
  T64: 0.852,
  kout: 1.1206,
  bcl2Kout: 0.9637,
  koutBMDls: 0.9563,
  koutBMDfn: 1.0444,
};
const COLUMNS = ["L", "BMDls", "BMDfn", "PTH"];

function planAt(tolerance: number): Plan {
  const indexIn = (list: readonly { readonly name: string }[], name: string): number =>
    list.findIndex((one) => one.name === name);
  const input = (name: string, value: number) => ({ index: indexIn(calciumBone.inputs, name), value });
  return {
    model: calciumBone.name,
    start: 0,
    from: { kind: "published", states: [] },
    parameters: Object.entries(FACTORS).map(([name, factor]) => {
      const index = indexIn(calciumBone.parameters, name);
      return { index, value: factor * calciumBone.parameters[index].value };
    }),
    inputs: [input("ETGT", -0.7), input("PRPT", 1), input("MILK", 5.25 / 24)],
    events: [],
    times: Float64Array.of(3 * MONTH, 6 * MONTH),
    atEvents: "before",
    columns: COLUMNS.map((name) => ({
      kind: "value",
      name,
      unit: "",
      of: { in: "state", index: indexIn(calciumBone.states, name) },
    })),
    tolerance,
  };
}

it("steps through turns of a switch at any tolerance, as often as it turns", () => {
  const reference = createRunner(calciumBone, "ndf").run(planAt(1e-8));
  expect(reference.report.switches).toBeGreaterThan(10);
  const runner = createRunner(calciumBone);
  for (const tolerance of [1e-3, 3e-4, 1e-4, 3e-5, 1e-5]) {
    const { values, report } = runner.run(planAt(tolerance));
    expect(report.switches).toBeLessThan(2 * reference.report.switches);
    for (const [column, course] of values.entries()) {
      for (const [row, value] of course.entries()) {
        const expected = reference.values[column][row];
        expect(Math.abs(value - expected) / expected, `${COLUMNS[column]} at ${tolerance}`).toBeLessThan(
          10 * tolerance,
        );
      }
    }
  }
});
