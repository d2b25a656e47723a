import { nearest } from "@materbone/clinical";
import type { DefinitionName, DefinitionProblemKind } from "./definition-problem.ts";
import type { DeliveryWindow } from "./definition-schema.ts";

/** What is wrong with one part of a definition: the steps that lead to it from the part, and the kind. */
export type PartProblem = { readonly path: readonly PropertyKey[] } & DefinitionProblemKind;

/** The names that a definition may use. */
export type DefinitionNames = {
  readonly streams: readonly string[];
  readonly windows: Readonly<Record<string, DeliveryWindow>>;
  readonly conceptSets: readonly string[];
};

/** The problem of a name that is not among those known; none when it is. */
export function unknownName(
  path: readonly PropertyKey[],
  what: DefinitionName,
  name: string,
  known: readonly string[],
): readonly PartProblem[] {
  return known.includes(name) ? [] : [{ path, kind: "unknownName", what, name, nearest: nearest(name, known), known }];
}
