import { AGENTS, agentKnowledge, vocabularies } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { agentNamed, agentSuggestions } from "./agent-names.ts";

describe("agentNamed", () => {
  it("knows every agent by its name in both languages", () => {
    for (const agent of AGENTS) {
      const { en, zh } = vocabularies.agent[agent];
      expect(agentNamed(en)?.agent).toBe(agent);
      expect(agentNamed(zh)?.agent).toBe(agent);
    }
  });

  it("knows a brand, and keeps it", () => {
    const [brand] = agentKnowledge("zoledronicAcid").brands;
    expect(agentNamed(brand?.zh ?? "")).toMatchObject({ agent: "zoledronicAcid", brand: { zh: brand?.zh } });
  });

  it("completes a name that only one agent begins with", () => {
    expect(agentNamed("zoled")?.agent).toBe("zoledronicAcid");
    expect(agentNamed("唑来")?.agent).toBe("zoledronicAcid");
    // Alendronate and alendronate with vitamin D begin alike.
    expect(agentNamed("alend")).toBeUndefined();
    expect(agentNamed("")).toBeUndefined();
    expect(agentNamed("aspirin")).toBeUndefined();
  });
});

it("offers every agent in the language of the page", () => {
  expect(agentSuggestions("zh")).toContain("唑来膦酸");
  expect(agentSuggestions("en")).toContain("zoledronic acid");
});
