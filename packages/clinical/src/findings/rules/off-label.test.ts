import { describe, expect, it } from "vitest";
import { offLabel } from "./off-label.ts";
import { found } from "./woman.fixture.ts";

describe("off-label", () => {
  it.each([
    ["zoledronicAcid", 1],
    ["teriparatide", 1],
    ["denosumab", 1],
    ["salmonCalcitonin", 1],
    ["calcium", 0],
    ["calcitriol", 0],
    ["brace", 0],
  ] as const)("%s", (agent, count) => {
    expect(found(offLabel, { treatments: [{ agent }] })).toHaveLength(count);
  });

  it("names each drug once", () => {
    const treatments = [{ agent: "calcium" }, { agent: "alendronate" }, { agent: "alendronate" }] as const;
    const [raised] = found(offLabel, { treatments: [...treatments] });
    expect(raised?.facts.agents).toEqual(["alendronate"]);
    expect(raised?.at).toBe("/treatments");
  });

  it("is silent for a drug that was declined, and after menopause", () => {
    const zoledronate = { agent: "zoledronicAcid" } as const;
    expect(found(offLabel, { treatments: [{ ...zoledronate, declined: { reason: "cost" } }] })).toEqual([]);
    expect(found(offLabel, { person: { menopause: "post" }, treatments: [zoledronate] })).toEqual([]);
  });
});
