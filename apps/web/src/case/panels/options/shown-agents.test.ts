import { agentsKnown } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { agentClassWords } from "./options-words.ts";
import { classesKnown, shownAgents } from "./shown-agents.ts";

describe("shownAgents", () => {
  const order = agentsKnown.map((agent) => agent.id);

  it("keeps the order of the knowledge under every filter", () => {
    for (const filter of ["all", "bone", ...classesKnown()] as const) {
      const shown = shownAgents(filter, undefined).map((agent) => order.indexOf(agent.id));
      expect(shown.length).toBeGreaterThan(0);
      expect(shown).toEqual([...shown].sort((a, b) => a - b));
    }
  });

  it("shows what acts on bone, one class, or all", () => {
    expect(shownAgents("all", undefined).length).toBe(agentsKnown.length);
    expect(shownAgents("antiRankl", undefined).map((agent) => agent.id)).toEqual(["denosumab"]);
    const bone = shownAgents("bone", undefined).map((agent) => agent.id);
    expect(bone).toContain("teriparatide");
    expect(bone).not.toContain("calcium");
  });

  it("shows an agent that was asked for by name whatever the filter", () => {
    expect(shownAgents("antiRankl", "calcitriol").map((agent) => agent.id)).toEqual(["denosumab", "calcitriol"]);
    expect(shownAgents("antiRankl", "nothing").map((agent) => agent.id)).toEqual(["denosumab"]);
  });

  it("has a word for every class", () => {
    for (const each of classesKnown()) expect(agentClassWords[each].zh).not.toBe("");
  });
});
