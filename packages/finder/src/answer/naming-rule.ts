import type { ConceptRule, ResolvedDefinition } from "../definition/definition-schema.ts";

/** A rule of a concept set that names a code, and the name of the set. */
export type NamingRule = { readonly concept: string; readonly rule: ConceptRule };

/** The rules of concept sets that name a code, or what it begins with. Which codes stand under another only the source knows. */
export function namingRules(
  concepts: readonly string[],
  { system, code }: { readonly system: string; readonly code: string },
  definition: ResolvedDefinition,
): readonly NamingRule[] {
  return concepts.flatMap((concept) =>
    (definition.concepts[concept]?.include ?? []).flatMap((rule) => {
      const fits = rule.code === code || (rule.match === "prefix" && code.startsWith(rule.code));
      return fits && rule.system === system ? [{ concept, rule }] : [];
    }),
  );
}
