import { describe, expect, it } from "vitest";
import { simulationModels } from "../simulation-models.ts";
import { readScenario } from "./read-scenario.ts";
import { untreatedPlan } from "./untreated-plan.ts";

const zoledronate = { agent: "zoledronicAcid", amount: "5 mg", at: "2 d" };

/** Names of what doses go into without drugs that act on bone; `undefined` where all stay. */
function kept(model: string, doses: readonly object[]): readonly string[] | undefined {
  const read = readScenario(
    { schema: "materbone/scenario/1", model, doses, outputs: { times: ["3 d"] } },
    simulationModels,
  );
  if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
  const { kernel } = read.scenario.model;
  return untreatedPlan(read.scenario)?.events.flatMap((event) =>
    event.kind === "dose" ? [(event.into === "state" ? kernel.states : kernel.depots)[event.index]?.name ?? ""] : [],
  );
}

describe.each(["calcium-bone", "circuit"])("%s without drugs that act on bone", (model) => {
  it.each(["T", "P", "Q", "Qbone"])("keeps calcium that is put into %s", (into) => {
    const calcium = { into, amount: "1 mmol", at: "1 d" };
    expect(kept(model, [calcium])).toBeUndefined();
    expect(kept(model, [calcium, zoledronate])).toEqual([into]);
  });

  it("keeps calcitriol by its name and by its place", () => {
    const doses = [
      { agent: "calcitriol", amount: "0.5 ug", at: "1 d" },
      { into: "B", amount: "1 pmol", at: "1 d" },
    ];
    expect(kept(model, doses)).toBeUndefined();
    expect(kept(model, [...doses, zoledronate])).toEqual(["B", "B"]);
  });

  it("leaves out a drug that is put into its own place, and what no list knows", () => {
    expect(kept(model, [{ into: "ABP", amount: "5 mg", at: "1 d" }])).toEqual([]);
    expect(kept(model, [{ into: "PTH", amount: "1 pmol", at: "1 d" }])).toEqual([]);
  });
});
