import { codeSystem } from "./code-system.ts";
import { conceptLibrary } from "./concept-library.ts";
import type { CohortDefinition, ConceptRule, ConceptSet, ResolvedDefinition } from "./definition-schema.ts";

/**
 * Puts the concept sets that a definition uses inside it, those of the shipped library too, so that it means the same when
 * the library changes. Systems get their short names, as events have them; sets that no stream uses are left out.
 * A set of the definition stands before one of the library with the same name.
 *
 * @throws RangeError when a stream uses a concept set that does not exist; a definition that was read has none
 */
export function resolveDefinition(definition: CohortDefinition): ResolvedDefinition {
  const used = new Set(Object.values(definition.streams).flatMap(({ concepts }) => concepts));
  const concepts = [...used].map((name) => [name, conceptSet(definition, name)] as const);
  return { ...definition, concepts: Object.fromEntries(concepts) };
}

function conceptSet({ concepts = {} }: CohortDefinition, name: string): ConceptSet {
  const own = Object.hasOwn(concepts, name) ? concepts[name] : undefined;
  const shipped = Object.hasOwn(conceptLibrary.sets, name) ? conceptLibrary.sets[name] : undefined;
  const found: { readonly name: ConceptSet["name"]; readonly include: readonly ConceptRule[] } | undefined =
    own ?? shipped;
  if (found === undefined) throw new RangeError(`no concept set ${name}`);
  const exclude = own?.exclude;
  return {
    name: found.name,
    include: found.include.map(resolvedRule),
    ...(exclude === undefined ? {} : { exclude: exclude.map(resolvedRule) }),
  };
}

function resolvedRule({ system, code, match, display }: ConceptRule): ConceptRule {
  return { system: codeSystem(system) ?? system, code, match, ...(display === undefined ? {} : { display }) };
}
