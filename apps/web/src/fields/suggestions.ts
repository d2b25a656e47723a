import { type AgentId, agentKnowledge, vocabularies } from "@materbone/clinical";
import { useRecordPart } from "../editor/editor-context.tsx";
import type { LeafSpec } from "./field-spec.ts";

const NONE: readonly string[] = [];

/** What is likely meant in a field of free text. */
export function useSuggestions(spec: LeafSpec, at: string): readonly string[] {
  const isOfDose = at.includes("/dose/");
  const agent = useRecordPart(isOfDose ? `${at.slice(0, at.indexOf("/dose/"))}/agent` : "/id");
  if (spec.kind !== "plain") return NONE;
  if (!isOfDose || typeof agent !== "string" || !Object.hasOwn(vocabularies.agent, agent)) return NONE;
  const listed = agentKnowledge(agent as AgentId).regimens.map((regimen) => regimen.unit);
  return [...new Set([...listed, "mg", "µg", "g", "IU"])];
}
