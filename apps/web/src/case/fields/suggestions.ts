import { type AgentId, agentKnowledge, vocabularies } from "@materbone/clinical";
import { useRecordPart } from "../../editor/editor-context.tsx";
import type { LeafSpec } from "./field-spec.ts";

const NONE: readonly string[] = [];

/** What is likely meant in a field of free text. */
export function useSuggestions(spec: LeafSpec, at: string): readonly string[] {
  const isOfDose = at.includes("/dose/");
  const agent = useRecordPart(isOfDose ? `${at.slice(0, at.indexOf("/dose/"))}/agent` : "/id");
  if (spec.kind !== "plain") return NONE;
  if (!isOfDose || typeof agent !== "string" || !Object.hasOwn(vocabularies.agent, agent)) return NONE;
  const regimens = agentKnowledge(agent as AgentId).regimens;
  const listed = regimens.map((regimen) => (spec.key === "unit" ? regimen.unit : regimen.per));
  const usual =
    spec.key === "unit"
      ? ["mg", "µg", "g", "IU"]
      : ["once", "day", "week", "month", "3 months", "6 months", "year", "notStated"];
  return [...new Set([...listed, ...usual])];
}
