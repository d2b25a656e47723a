import { CODE_SYSTEMS } from "../contract.ts";
import { namedCodes } from "../plan/concept-match.ts";
import { conceptLibrary } from "./concept-library.ts";
import { presetDefinitions } from "./presets.ts";

/** Codes that the concept sets of the library and of the shipped definitions name, system by system. */
export const shippedCodes: ReturnType<typeof namedCodes> = namedCodes([
  ...Object.values(conceptLibrary.sets).flatMap(({ include }) => include),
  ...presetDefinitions.flatMap(({ concepts = {} }) => Object.values(concepts).flatMap(({ include }) => include)),
]);

/** Systems whose codes mean the same everywhere; in them a code that no set names is an ordinary one of something else. */
export const STANDARD_SYSTEMS: readonly string[] = CODE_SYSTEMS.filter((system) => system !== "local");

/** A sign that no standard system has in its codes: what holds one is a word. The syntax is that of RE2 and JavaScript. */
export const WORD_SIGN = "[^!-~]";

/**
 * Whether nothing that ships can see the code: a word or a code of the hospital's own that no concept set names. Codes of
 * standard systems are not meant, whether a set names them or not.
 */
export function isUnseen(system: string, code: string): boolean {
  if (STANDARD_SYSTEMS.includes(system) && !new RegExp(WORD_SIGN, "u").test(code)) return false;
  return !isNamedCode(system, code);
}

/** Whether a shipped concept set names the code outright, exactly or by its beginning. */
export function isNamedCode(system: string, code: string): boolean {
  const named = shippedCodes.find((one) => one.system === system);
  if (named === undefined) return false;
  return named.exact.includes(code) || named.prefixes.some((prefix) => code.startsWith(prefix));
}
