import { AGENTS, type AgentId, agentKnowledge, type Lang, vocabularies } from "@materbone/clinical";
import { bare } from "../../paste/split-block.ts";

/** What a name of a drug means: the agent, and the brand where a brand was named. */
export type NamedAgent = { readonly agent: AgentId; readonly brand?: { readonly en?: string; readonly zh?: string } };

const named: ReadonlyMap<string, NamedAgent> = namesOf();

function namesOf(): ReadonlyMap<string, NamedAgent> {
  const names = new Map<string, NamedAgent>();
  const add = (name: string | undefined, meant: NamedAgent): void => {
    const key = bare(name ?? "");
    if (key !== "" && !names.has(key)) names.set(key, meant);
  };
  for (const agent of AGENTS) {
    const words = vocabularies.agent[agent];
    for (const name of [words.en, words.zh, agent]) add(name, { agent });
  }
  for (const agent of AGENTS) {
    for (const { en, zh } of agentKnowledge(agent).brands) {
      const brand = Object.fromEntries(Object.entries({ en, zh }).filter(([, name]) => name !== undefined));
      for (const name of [en, zh]) add(name, { agent, brand });
    }
  }
  return names;
}

/** The agent of a name in either language or of a brand; also of the only name that begins so. */
export function agentNamed(text: string): NamedAgent | undefined {
  const key = bare(text);
  if (key === "") return undefined;
  const exact = named.get(key);
  if (exact !== undefined) return exact;
  const begun = [...named].filter(([name]) => name.startsWith(key)).map(([, meant]) => meant);
  const [first] = begun;
  return first !== undefined && begun.every((meant) => meant.agent === first.agent) ? first : undefined;
}

/** Names to choose from in one language: agents first, then brands. */
export function agentSuggestions(lang: Lang): readonly string[] {
  const agents = AGENTS.map((agent) => vocabularies.agent[agent][lang]);
  const brands = AGENTS.flatMap((agent) => agentKnowledge(agent).brands.map((brand) => brand[lang]));
  return [...new Set([...agents, ...brands.filter((brand) => brand !== undefined)])];
}
