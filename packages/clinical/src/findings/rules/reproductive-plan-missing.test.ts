import { describe, expect, it } from "vitest";
import type { AgentId } from "../../therapy/vocabulary.ts";
import { reproductivePlanMissing } from "./reproductive-plan-missing.ts";
import { found, type Parts } from "./woman.fixture.ts";

const given = (agent: AgentId): Parts => ({ treatments: [{ agent }] });
const nextPregnancy = { plan: "undecided" } as const;
const contraception = { use: "yes" } as const;

describe("reproductive-plan-missing", () => {
  it.each(["zoledronicAcid", "alendronate", "denosumab"] as const)("asks after %s", (agent) => {
    const [raised] = found(reproductivePlanMissing, given(agent));
    expect(raised?.at).toBe("/plan");
    expect(raised?.facts).toEqual({ agents: [agent], missing: ["nextPregnancy", "contraception"] });
  });

  it.each(["teriparatide", "calcitriol", "salmonCalcitonin"] as const)("does not ask after %s", (agent) => {
    expect(found(reproductivePlanMissing, given(agent))).toEqual([]);
  });

  it("needs both parts to clear", () => {
    const treatments = [{ agent: "zoledronicAcid" } as const];
    expect(found(reproductivePlanMissing, { treatments, plan: { nextPregnancy } })[0]).toMatchObject({
      at: "/plan/contraception",
      facts: { missing: ["contraception"] },
    });
    expect(found(reproductivePlanMissing, { treatments, plan: { contraception } })[0]?.at).toBe("/plan/nextPregnancy");
    expect(found(reproductivePlanMissing, { treatments, plan: { nextPregnancy, contraception } })).toEqual([]);
  });

  it("counts a part that was not reported as missing", () => {
    const plan = { nextPregnancy: { plan: "notReported" }, contraception } as const;
    expect(found(reproductivePlanMissing, { ...given("zoledronicAcid"), plan })).toHaveLength(1);
  });

  it("does not ask after a drug that was declined, or after menopause", () => {
    const declined = { agent: "zoledronicAcid", declined: { reason: "cost" } } as const;
    expect(found(reproductivePlanMissing, { treatments: [declined] })).toEqual([]);
    expect(found(reproductivePlanMissing, { ...given("zoledronicAcid"), person: { menopause: "post" } })).toEqual([]);
  });
});
