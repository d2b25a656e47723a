import { describe, expect, it } from "vitest";
import { createRunner } from "../run/create-runner.ts";
import { readScenario } from "../scenario/read-scenario.ts";
import { simulationModels } from "../simulation-models.ts";
import { WARNING_OUTPUTS } from "./circuit-warning.ts";
import { warningsOf } from "./warnings-of.ts";
import { watchedRun } from "./watched-run.ts";

const MONTH = 730.5;

/** Kinds of the warnings of a scenario of the circuit, with where each begins in months. */
function warned(scenario: object, names: readonly string[] = WARNING_OUTPUTS) {
  const document = {
    schema: "materbone/scenario/1",
    model: "circuit",
    outputs: { times: [{ from: 0, to: "14 month", every: "7 d" }], names },
    tolerance: 1e-5,
    ...scenario,
  };
  const read = readScenario(document, simulationModels);
  if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
  const { model, plan } = read.scenario;
  const warnings = warningsOf(watchedRun(model, plan, createRunner(model.kernel).run(plan)));
  return new Map(warnings.map((warning) => [warning.kind, warning] as const));
}

const nursing = [
  { at: 0, value: 1 },
  { at: "10 month", value: 0 },
];
/** Half of the calcium of the reference diet. */
const poorDiet = "-0.5 mmol/h";

describe("warnings of a course", () => {
  it("are of the hip alone at rest and while nursing on enough calcium", () => {
    expect([...warned({}).keys()]).toEqual(["extrapolation"]);
    expect([...warned({ inputs: { NURSING: 1 } }).keys()]).toEqual(["extrapolation"]);
  });

  it("tell calcium and PTH after zoledronate in a nursing woman on little calcium, and not on enough", () => {
    const doses = [{ agent: "zoledronicAcid", amount: "5 mg", at: "8 month", count: 1 }];
    const poor = warned({ inputs: { NURSING: nursing, CASUP: poorDiet }, doses });
    expect(poor.get("calciumFall")).toMatchObject({ after: "zoledronicAcid" });
    expect(poor.get("secondaryHyperparathyroidism")?.fromHours).toBeGreaterThan(8 * MONTH);
    expect(poor.get("bisphosphonateMayConceive")).toMatchObject({ agent: "zoledronicAcid", fromHours: 8 * MONTH });
    expect(warned({ inputs: { CASUP: "0.5 mmol/h" }, doses }).has("calciumFall")).toBe(false);
  });

  it("tell hypocalcaemia after denosumab on little calcium, and the rebound when it is not repeated", () => {
    const doses = [{ agent: "denosumab", amount: "60 mg", at: 0, count: 1 }];
    const poor = warned({ inputs: { NURSING: nursing, CASUP: poorDiet }, doses });
    expect(poor.get("hypocalcaemia")).toMatchObject({ after: "denosumab" });
    const rebound = warned({ doses }).get("denosumabRebound");
    expect(rebound?.fromHours).toBeGreaterThan(6 * MONTH);
  });

  it("tell urinary calcium under calcitriol 1 ug a day with calcium 1.2 g a day, the dose of the source paper", () => {
    const doses = [{ agent: "calcitriol", amount: "1 ug", at: 0, every: "24 h" }];
    const given = {
      inputs: { CASUP: "1.25 mmol/h" },
      doses,
      outputs: { times: [{ from: 0, to: "60 d", every: "1 d" }], names: WARNING_OUTPUTS },
    };
    expect(warned(given).get("hypercalciuria")).toMatchObject({ under: "calcitriol" });
  });

  it("refuse a trajectory without a column that they read", () => {
    expect(() => warned({}, ["Ca_mM"])).toThrow("PTH_pM");
  });
});
