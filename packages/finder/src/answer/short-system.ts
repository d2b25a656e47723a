import knowledge from "../../knowledge/code-systems.json" with { type: "json" };
import { codeSystem } from "../definition/code-system.ts";

/**
 * Name of a code system as a reader wants it: "NDC" of `http://hl7.org/fhir/sid/ndc`, "lab-codes" of
 * `https://hospital.example/fhir/CodeSystem/lab-codes/2024`. What is no address, or has no part that speaks, stays as it is.
 */
export function shortSystem(system: string): string {
  const bare = system.trim().replace(/\|.*$/su, "");
  return codeSystem(bare) ?? nameByUri.get(bare.replace(/\/$/u, "")) ?? speakingPart(bare) ?? system;
}

const nameByUri: ReadonlyMap<string, string> = new Map(Object.entries(knowledge.names.byUri));

/** The last part of an address that says what is meant, else its host. */
function speakingPart(address: string): string | undefined {
  const found = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+)([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/iu.exec(address);
  if (found === null) return undefined;
  const [, host, path = "", fragment = ""] = found;
  const parts = [...path.split("/"), fragment].map(decoded);
  return parts.findLast((part) => /\p{L}{2}/u.test(part) && !EMPTY_PARTS.has(part.toLowerCase())) ?? host;
}

/** Parts of addresses that say where and not what. */
const EMPTY_PARTS: ReadonlySet<string> = new Set([
  "codesystem",
  "namingsystem",
  "valueset",
  "fhir",
  "sid",
  "id",
  "codes",
]);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
