import type { ResolvedDefinition } from "./definition-schema.ts";

/**
 * The one JSON text of a resolved definition, whatever the order in which its keys were written: keys sorted by UTF-16 code
 * units, no blanks, numbers as ECMAScript prints them (RFC 8785). Lists keep their order, which says something.
 * The hash of a run is taken of its UTF-8 bytes.
 */
export function canonicalDefinition(definition: ResolvedDefinition): string {
  return canonicalJson(definition);
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
}
