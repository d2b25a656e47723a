import { CODE_SYSTEMS } from "../contract.ts";
import { hasValidCheckDigit } from "./check-digit.ts";
import { codeSystem } from "./code-system.ts";
import type { ConceptRule, ConceptSet } from "./definition-schema.ts";
import { type PartProblem, unknownName } from "./part-problem.ts";

/** What is wrong with the codes of a concept set. */
export function checkConcepts({ include, exclude = [] }: ConceptSet): readonly PartProblem[] {
  return [
    ...include.flatMap((rule, position) => checkRule(rule, ["include", position])),
    ...exclude.flatMap((rule, position) => checkRule(rule, ["exclude", position])),
  ];
}

function checkRule({ system, code, match }: ConceptRule, path: readonly PropertyKey[]): readonly PartProblem[] {
  const texts = [...checkText(system, [...path, "system"]), ...checkText(code, [...path, "code"])];
  if (texts.length > 0) return texts;
  const known = codeSystem(system);
  if (known === undefined && !isUri(system)) {
    return unknownName([...path, "system"], "codeSystem", system, CODE_SYSTEMS);
  }
  if (known === undefined || match === "prefix" || hasValidCheckDigit(known, code)) return [];
  return [{ path: [...path, "code"], kind: "checkDigit", system: known, code }];
}

/** Control and format characters are invisible, and would make a code that no record has. */
export function checkText(value: string, path: readonly PropertyKey[]): readonly PartProblem[] {
  if (/\p{C}/u.test(value)) return [{ path, kind: "controlCharacter", value }];
  return value.trim() === value ? [] : [{ path, kind: "spaceAround", value }];
}

function isUri(system: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/iu.test(system);
}
