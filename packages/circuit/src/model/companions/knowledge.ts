import type { Source, Text } from "@materbone/clinical";
import data from "../../../knowledge/companions.json" with { type: "json" };
import type { ParameterDescription } from "../description.ts";

/** A published clinical model that runs beside the reference: another opinion, never blended with it. */
export type CompanionKnowledge = {
  readonly name: string;
  readonly title: Text;
  readonly source: Source;
  readonly parameters: readonly (ParameterDescription & { readonly meaning: Text })[];
};

export const companionKnowledge: readonly CompanionKnowledge[] = data.models as readonly CompanionKnowledge[];

/** @throws RangeError when the file has no such model */
export function companionParameters(model: string): readonly ParameterDescription[] {
  const found = companionKnowledge.find(({ name }) => name === model);
  if (found === undefined) throw new RangeError(`no companion model ${model}`);
  return found.parameters.map(({ name, value, unit }) => ({ name, value, unit }));
}
