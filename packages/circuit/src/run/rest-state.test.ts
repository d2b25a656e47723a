import { describe, expect, it } from "vitest";
import { readScenario } from "../scenario/read-scenario.ts";
import { simulationModels } from "../simulation-models.ts";
import { createRunner } from "./create-runner.ts";
import type { Trajectory } from "./trajectory.ts";

function run(scenario: object, times: readonly string[]): Trajectory {
  const file = { schema: "materbone/scenario/1", model: "calcium-bone", ...scenario, outputs: { times } };
  const read = readScenario(file, simulationModels);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
  return createRunner(read.scenario.model.kernel).run(read.scenario.plan);
}

/** They only add up what flows. */
const WITHOUT_REST: readonly string[] = ["Q", "Qbone", "UCA"];

/** Turns over in twenty years, so is on its way still after 150. */
const SLOW: readonly string[] = ["BMDfn", "dBMDfn_pct"];

describe("the rest state is where the model comes to rest in 150 years", () => {
  it.each([
    ["as published", {}],
    ["set point of calcium", { casr: "-0.3 mM" }],
    ["half the dietary calcium", { OralCa: "0.5 mmol/h" }],
    ["continuous PTH", { IPTHinf: "385 pmol/h" }],
    ["kidney disease", { kGFR: "0.27 1/year", GFRinf: "10/16.667 L/h" }],
    ["calcitriol lost at half the rate", { T69: "0.05 1/h" }],
  ])("%s", (_what, parameters) => {
    const rest = run({ parameters, start: { from: "rest" } }, ["0 h", "10 year"]);
    const late = run({ parameters }, ["150 year"]);
    for (const [place, { name }] of rest.columns.entries()) {
      if (WITHOUT_REST.includes(name)) continue;
      const [start = Number.NaN, after] = rest.values[place] ?? [];
      expect(after, name).toBeCloseTo(start, 7);
      if (SLOW.includes(name)) continue;
      const end = late.values[place]?.[0] ?? Number.NaN;
      expect(Math.abs(start - end), name).toBeLessThanOrEqual(2e-5 * Math.max(Math.abs(end), 1e-6));
    }
  });
});
