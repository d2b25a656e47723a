import agents from "../../knowledge/agents.json" with { type: "json" };
import type { Text } from "../language/text.ts";
import { agentWords } from "../language/words-therapy.ts";
import type { Source } from "../source.ts";
import type { AgentCheck } from "./check.ts";
import type { AgentClass, AgentId, Route } from "./vocabulary.ts";

/** A dose that a label or a source names. Both limits are inside; equal for a fixed dose. */
export type Regimen = {
  readonly doseLow: number;
  readonly doseHigh: number;
  readonly unit: string;
  /** `day`, `week`, `month`, `3 months`, `6 months`, `year`. */
  readonly per: string;
  readonly routes: readonly Route[];
  /** Also printed as a single administration: one infusion that lasts its period. */
  readonly singleDoseCounts?: true;
  readonly note?: Text;
  readonly source: Source;
};

/** Is the agent licensed for osteoporosis there? Never a licence for premenopausal PLO. */
export type Licence = {
  /** ISO 3166 alpha-2, or `EU`. */
  readonly country: string;
  readonly authority: string;
  readonly status: "licensed" | "notLicensed" | "withdrawn";
  readonly indication: Text;
  readonly source: Source;
};

export type Brand = { readonly en?: string; readonly zh?: string; readonly source: Source };

/** One sentence with its source. */
export type SourcedNote = { readonly text: Text; readonly source: Source };

/** What is known of one agent; an absent part was not found in a source, which is not "none". */
export type AgentKnowledge = {
  readonly id: AgentId;
  /** From the vocabulary of the record, so that every screen names it alike. */
  readonly name: Text;
  readonly class: AgentClass;
  readonly brands: readonly Brand[];
  readonly regimens: readonly Regimen[];
  readonly licences: readonly Licence[];
  readonly onset?: SourcedNote;
  readonly persistence?: SourcedNote;
  /** Order of hydroxyapatite affinity among the bisphosphonates that a source orders; 1 = highest. */
  readonly affinity?: { readonly rank: number; readonly source: Source };
  readonly pregnancy: readonly SourcedNote[];
  readonly lactation: readonly SourcedNote[];
  readonly stops: readonly SourcedNote[];
  /** What comes before and after it, and what stopping it does. */
  readonly sequence: readonly SourcedNote[];
  readonly notes: readonly SourcedNote[];
  /** Checks that belong to it, before a dose and after it; what each asks is in `knowledge/checks.json`. */
  readonly checks: readonly AgentCheck[];
  readonly source: Source;
};

type AgentCatalogue = {
  readonly version: string;
  readonly ploLicence: SourcedNote;
  /** Notes that hold for every agent of a class; they come before the agent's own. */
  readonly classes: readonly (Pick<AgentKnowledge, "pregnancy" | "lactation"> & { readonly class: AgentClass })[];
  readonly agents: readonly Omit<AgentKnowledge, "name">[];
};
const catalogue = agents as AgentCatalogue;

/** Every agent, in the order of the vocabulary. */
export const agentsKnown: readonly AgentKnowledge[] = catalogue.agents.map(withNameAndClassNotes);

/** What holds for every licence listed: it is for osteoporosis in general, never for premenopausal PLO. */
export const ploLicence: SourcedNote = catalogue.ploLicence;

const agentsById: ReadonlyMap<AgentId, AgentKnowledge> = new Map(agentsKnown.map((agent) => [agent.id, agent]));

/**
 * What is known of an agent.
 *
 * @throws RangeError for an id outside the vocabulary
 */
export function agentKnowledge(id: AgentId): AgentKnowledge {
  const agent = agentsById.get(id);
  if (agent === undefined) throw new RangeError(`no such agent: ${id}`);
  return agent;
}

export function isBisphosphonate(id: AgentId): boolean {
  return agentKnowledge(id).class === "bisphosphonate";
}

const ANTIRESORPTIVE: readonly AgentClass[] = ["bisphosphonate", "antiRankl", "serm", "calcitonin"];
const BONE_ACTIVE: readonly AgentClass[] = [...ANTIRESORPTIVE, "anabolic", "mixed"];

/** Lowers bone resorption: bisphosphonates, anti-RANKL, raloxifene, calcitonin. */
export function isAntiresorptive(id: AgentId): boolean {
  return ANTIRESORPTIVE.includes(agentKnowledge(id).class);
}

/** An antiresorptive or anabolic agent; vitamins, calcium and herbal products are not counted. */
export function isBoneActive(id: AgentId): boolean {
  return BONE_ACTIVE.includes(agentKnowledge(id).class);
}

function withNameAndClassNotes(agent: Omit<AgentKnowledge, "name">): AgentKnowledge {
  const shared = catalogue.classes.find((each) => each.class === agent.class);
  return {
    ...agent,
    name: agentWords[agent.id],
    pregnancy: [...(shared?.pregnancy ?? []), ...agent.pregnancy],
    lactation: [...(shared?.lactation ?? []), ...agent.lactation],
  };
}
