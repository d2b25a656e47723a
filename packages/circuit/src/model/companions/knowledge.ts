import type { Text } from "@materbone/clinical";
import data from "../../../knowledge/companions.json" with { type: "json" };
import type { DoseRoute } from "../../simulation-model.ts";
import type { ModelSource, ParameterBounds, ParameterKnowledge } from "../calcium-bone/knowledge.ts";

/** What the names of one companion model mean. */
export type CompanionKnowledge = {
  readonly doseRoutes: readonly DoseRoute[];
  readonly parameters: readonly ParameterKnowledge[];
  /** States, depots, inputs and outputs. */
  readonly names: readonly { readonly name: string; readonly meaning: Text; readonly bounds?: ParameterBounds }[];
};

export const companionVersion: string = data.version;
export const companionSources: readonly ModelSource[] = data.sources as readonly ModelSource[];
export const mori2018Knowledge: CompanionKnowledge = data.mori2018 as CompanionKnowledge;
export const wang2023Knowledge: CompanionKnowledge = data.wang2023 as CompanionKnowledge;
export const jorg2022Knowledge: CompanionKnowledge = data.jorg2022 as CompanionKnowledge;

/** The parameters as a description has them. */
export function describedParameters({ parameters }: CompanionKnowledge): {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}[] {
  return parameters.map(({ name, value, unit }) => ({ name, value, unit }));
}
