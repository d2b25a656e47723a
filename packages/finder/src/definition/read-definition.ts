import { type Problem, readDocument, withoutNulls } from "@materbone/clinical";
import { checkDefinition } from "./check-definition.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import { COHORT_SCHEMA, type CohortDefinition, definitionSchema } from "./definition-schema.ts";

export type ReadDefinition =
  | { readonly kind: "read"; readonly definition: CohortDefinition }
  | { readonly kind: "refused"; readonly problems: readonly DefinitionProblem[] };

/**
 * Reads a cohort definition from parsed JSON. `null` stands for a key that is left out. A definition that is read can be
 * resolved: every name that it uses exists.
 *
 * Everything that is wrong is told in one go, each with its place: names and numbers are looked at in every part whose form is right,
 * unless the file is of another format, or too deep to be looked at.
 */
export function readDefinition(document: unknown): ReadDefinition {
  const read = readDocument(document, COHORT_SCHEMA, definitionSchema);
  if (read.kind === "read") {
    const problems = checkDefinition(read.value);
    return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", definition: read.value };
  }
  const ofForm = read.problems.map(ofSchema);
  if (read.problems.some(({ kind }) => NOT_LOOKED_AT.has(kind))) return { kind: "refused", problems: ofForm };
  const told = new Set(ofForm.map(({ at }) => at));
  const others = checkDefinition(withoutNulls(document)).filter(({ at }) => !told.has(at));
  return { kind: "refused", problems: [...ofForm, ...others] };
}

/** Problems that leave nothing of the document to look at. */
const NOT_LOOKED_AT: ReadonlySet<Problem["kind"]> = new Set([
  "notAnObject",
  "noSchema",
  "otherSchema",
  "newerSchema",
  "tooDeep",
]);

/** A union of a word and objects is explained by the word alone, which for a bound of a window says too little. */
function ofSchema(problem: Problem): DefinitionProblem {
  const isBound = /^\/windows\/[^/]+\/(?:from|to)$/u.test(problem.at);
  if (isBound && (problem.kind === "notOneOf" || problem.kind === "wrongType")) {
    return { at: problem.at, kind: "noBound" };
  }
  return { at: problem.at, kind: "schema", problem };
}
