import knowledge from "../../knowledge/code-systems.json" with { type: "json" };
import { CODE_SYSTEMS, type CodeSystem } from "../contract.ts";

type SystemNames = {
  readonly uris: readonly string[];
  readonly oids: readonly string[];
  readonly omop: readonly string[];
};

/**
 * Short name of a code system by what a source calls it: a FHIR URI (a version after `|` is left aside), an OID with or
 * without `urn:oid:`, an OMOP `vocabulary_id`, or the short name itself.
 *
 * Editions of one country that keep the stems of ICD-10 (China, Germany) are ICD-10.
 *
 * @returns `undefined` for a system that the library does not know; its URI then stands for itself
 */
export function codeSystem(name: string): CodeSystem | undefined {
  const bare = name.trim().replace(/\|.*$/su, "");
  return systemByName.get(bare.replace(/^urn:oid:/iu, ""));
}

const systemByName: ReadonlyMap<string, CodeSystem> = new Map(CODE_SYSTEMS.flatMap(namesOf));

function namesOf(system: CodeSystem): readonly (readonly [string, CodeSystem])[] {
  const systems: Readonly<Record<string, SystemNames>> = knowledge.systems;
  const { uris, oids, omop } = systems[system] ?? { uris: [], oids: [], omop: [] };
  return [system, ...uris, ...oids, ...omop].map((name) => [name, system]);
}

/** What FHIR data may call a system: its short name, URIs and OIDs, as `codeSystem` takes them. */
export function fhirNamesOf(system: string): readonly string[] {
  const systems: Readonly<Record<string, SystemNames>> = knowledge.systems;
  const { uris, oids } = systems[system] ?? { uris: [], oids: [] };
  return [system, ...uris, ...oids];
}

/** What an OMOP database calls a system: its vocabularies, or the name itself for a system that the library does not know. */
export function vocabulariesOf(system: string): readonly string[] {
  const systems: Readonly<Record<string, SystemNames>> = knowledge.systems;
  const names = systems[system]?.omop ?? [];
  return names.length === 0 ? [system] : names;
}
