import { type AgentClass, type AgentKnowledge, agentsKnown, isBoneActive } from "@materbone/clinical";
import type { AgentFilter } from "../../case-search.ts";

/** Agents of a filter in the order of the knowledge; one asked for by name is always among them. */
export function shownAgents(filter: AgentFilter, named: string | undefined): readonly AgentKnowledge[] {
  return agentsKnown.filter((agent) => agent.id === named || passes(agent, filter));
}

/** Classes that have an agent, in the order of the knowledge. */
export function classesKnown(): readonly AgentClass[] {
  return [...new Set(agentsKnown.map((agent) => agent.class))];
}

function passes(agent: AgentKnowledge, filter: AgentFilter): boolean {
  if (filter === "all") return true;
  return filter === "bone" ? isBoneActive(agent.id) : agent.class === filter;
}
