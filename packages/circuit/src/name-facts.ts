import type { Text } from "@materbone/clinical";
import type { NameFacts, ValueBounds } from "./simulation-model.ts";

type ParameterFacts = {
  readonly name: string;
  readonly bounds?: ValueBounds;
  readonly meaning: Text;
  /** Id of a source. */
  readonly source: string;
};

/**
 * What the names of a model mean, from its knowledge file.
 *
 * @param substances - names whose amounts may be given as masses
 */
export function nameFacts(
  parameters: readonly ParameterFacts[],
  states: readonly { readonly name: string; readonly meaning: Text; readonly bounds?: ValueBounds }[],
  sources: readonly { readonly id: string; readonly cite: string }[],
  substances: readonly { readonly names: readonly string[]; readonly molarMassGPerMol: number }[],
): ReadonlyMap<string, NameFacts> {
  const citeById = new Map(sources.map(({ id, cite }) => [id, cite]));
  const massByName = new Map(
    substances.flatMap(({ names, molarMassGPerMol }) => names.map((name) => [name, molarMassGPerMol] as const)),
  );
  const withMass = (name: string): { readonly molarMassGPerMol?: number } => {
    const molarMassGPerMol = massByName.get(name);
    return molarMassGPerMol === undefined ? {} : { molarMassGPerMol };
  };
  return new Map<string, NameFacts>([
    ...states.map(
      ({ name, meaning, bounds }) =>
        [name, { meaning, ...(bounds === undefined ? {} : { bounds }), ...withMass(name) }] as const,
    ),
    ...parameters.map(({ name, meaning, source, bounds }) => {
      const cite = citeById.get(source) ?? source;
      return [name, { meaning, source: cite, ...(bounds === undefined ? {} : { bounds }), ...withMass(name) }] as const;
    }),
  ]);
}
