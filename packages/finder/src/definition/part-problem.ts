import { nearest } from "@materbone/clinical";
import type { DefinitionName, DefinitionProblemKind } from "./definition-problem.ts";
import type { DeliveryWindow } from "./definition-schema.ts";

/** What is wrong with one part of a definition: the steps that lead to it from the part, and the kind. */
export type PartProblem = { readonly path: readonly PropertyKey[] } & DefinitionProblemKind;

/** The names that a definition may use; `undefined` where the list of them is missing or no list. */
export type DefinitionNames = {
  readonly streams: readonly string[] | undefined;
  readonly windows: readonly string[] | undefined;
  /** Those whose form is right. */
  readonly windowByName: Readonly<Record<string, DeliveryWindow>>;
  readonly conceptSets: readonly string[];
};

/** The problem of a name that is not among those known; none when it is, or where nothing is known, or for what is no name. */
export function unknownName(
  path: readonly PropertyKey[],
  what: DefinitionName,
  name: unknown,
  known: readonly string[] | undefined,
): readonly PartProblem[] {
  if (known === undefined || typeof name !== "string") return [];
  return known.includes(name) ? [] : [{ path, kind: "unknownName", what, name, nearest: nearest(name, known), known }];
}
