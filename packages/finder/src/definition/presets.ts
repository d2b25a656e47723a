import kaneko from "../../knowledge/definitions/kaneko-2024.json" with { type: "json" };
import kasahara from "../../knowledge/definitions/kasahara-2024.json" with { type: "json" };
import paper from "../../knowledge/definitions/paper.json" with { type: "json" };
import paperAllSites from "../../knowledge/definitions/paper-all-sites.json" with { type: "json" };
import type { CohortDefinition } from "./definition-schema.ts";

/** Definitions that ship with Materbone, in the order in which they are listed. */
export const presetDefinitions: readonly CohortDefinition[] = [
  paper,
  paperAllSites,
  kasahara,
  kaneko,
] as readonly CohortDefinition[];

/** The shipped definition of an id. */
export function presetDefinition(id: string): CohortDefinition | undefined {
  return presetDefinitions.find((definition) => definition.id === id);
}
