import type { AgentId } from "../therapy/vocabulary.ts";

/** What a combined product also is. */
const PARTS: Partial<Record<AgentId, readonly AgentId[]>> = {
  alendronateVitaminD3: ["alendronate", "vitaminD3"],
  calciumVitaminD: ["calcium", "vitaminD3"],
};

/** Does a recorded agent count as the agent asked for? A combined product counts as each of its parts, not the reverse. */
export function countsAs(recorded: AgentId, asked: AgentId): boolean {
  return recorded === asked || (PARTS[recorded]?.includes(asked) ?? false);
}
