import { expect, it } from "vitest";
import { calciumBone } from "../generated/calcium-bone.ts";
import { createRunner } from "./create-runner.ts";

/** 20 micrograms of 4117.8 g/mol, in pmol. */
const TERIPARATIDE_20_UG = 20e6 / 4117.8;

it("learns the first step after a daily dose from the day before", () => {
  const days = 30;
  const depot = calciumBone.depots.findIndex(({ name }) => name === "TERISC");
  const { report } = createRunner(calciumBone).run({
    model: calciumBone.name,
    start: 0,
    from: { kind: "published", states: [] },
    parameters: [],
    inputs: [],
    events: Array.from({ length: days }, (_, day) => ({
      time: 24 * day,
      kind: "dose",
      into: "depot",
      index: depot,
      amount: TERIPARATIDE_20_UG,
    })),
    times: Float64Array.of(24 * days),
    atEvents: "before",
    columns: [],
    tolerance: 1e-4,
  });
  // Chosen anew, the first step after each dose is refused once at this tolerance.
  expect(report.rejectedSteps).toBeLessThan(days / 5);
  expect(report.steps).toBeLessThan(32 * days);
});
