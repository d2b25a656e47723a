import type * as z from "zod";
import { nearest } from "../language/nearest.ts";
import { roundHalfAway } from "../language/number.ts";
import { jsonPointer, valueAt } from "./json-pointer.ts";
import { type Problem, type ProblemKind, shown } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** BMD above this in g/cm² can only be milligrams; between the schema's limit and this it is simply out of range. */
const MILLIGRAMS_FROM = 100;

/** Most problems of one document that are worked out; a file with more was never a record. */
const MOST = 2000;

/** The problems of one parse, each at its JSON Pointer with the value that stands there; the first 2000 of them. */
export function problemsOf(error: z.ZodError, document: unknown, schema: z.ZodType): readonly Problem[] {
  return error.issues
    .slice(0, MOST)
    .flatMap((issue) => problemsOfIssue(issue, [], document, schema))
    .slice(0, MOST);
}

function problemsOfIssue(
  issue: Issue,
  prefix: readonly PropertyKey[],
  document: unknown,
  schema: z.ZodType,
): readonly Problem[] {
  const path = [...prefix, ...issue.path];
  const at = jsonPointer(path);
  const value = valueAt(document, at);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    return issue.keys.slice(0, MOST).map((key) => ({
      at: jsonPointer([...path, key]),
      kind: "unknownKey",
      key,
      nearest: nearest(key, known),
    }));
  }
  if (issue.code === "invalid_union") return problemsOfUnion(issue, path, value, document, schema);
  const kind = kindOf(issue, path, value);
  return kind === undefined ? [] : [{ at, ...kind }];
}

/** A union is explained by the branch that got furthest; where none got in, by what the place may hold. */
function problemsOfUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: readonly PropertyKey[],
  value: unknown,
  document: unknown,
  schema: z.ZodType,
): readonly Problem[] {
  const at = jsonPointer(path);
  if (value === undefined) return [{ at, kind: "missing", key: String(path.at(-1) ?? "") }];
  if (issue.discriminator !== undefined) {
    const allowed = discriminatorValues(schema, path.slice(0, -1), issue.discriminator);
    const given = shown(value);
    const word = typeof value === "string" ? value : "";
    return [{ at, kind: "notOneOf", value: given, allowed, nearest: nearest(word, allowed) }];
  }
  const branches = issue.errors.flatMap(flattened);
  const inside = branches.filter(
    (branch) =>
      branch.length > 0 && !branch.some((problem) => problem.code === "invalid_type" && problem.path.length === 0),
  );
  const best = inside.sort((a, b) => strangeKeys(a) - strangeKeys(b) || a.length - b.length)[0];
  if (best !== undefined) return best.flatMap((problem) => problemsOfIssue(problem, path, document, schema));
  const expected = branches.flatMap((branch) =>
    branch.flatMap((problem) => (problem.code === "invalid_type" ? [problem.expected as string] : [])),
  );
  return [{ at, kind: "wrongType", expected: [...new Set(expected)], value: shown(value) }];
}

/** Keys of a value that a branch does not know: a branch with fewer of them was meant, however much is wrong inside it. */
function strangeKeys(branch: readonly Issue[]): number {
  return branch.reduce(
    (sum, issue) => sum + (issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys.length : 0),
    0,
  );
}

/** A union inside a union is so many more branches, and not one branch that got further than they. */
function flattened(branch: readonly Issue[]): readonly (readonly Issue[])[] {
  const [only] = branch;
  return branch.length === 1 && only?.code === "invalid_union" && only.path.length === 0 && only.errors.length > 0
    ? only.errors.flatMap(flattened)
    : [branch];
}

function kindOf(issue: Issue, path: readonly PropertyKey[], value: unknown): ProblemKind | undefined {
  const key = String(path.findLast((step) => typeof step === "string") ?? "");
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return { kind: "missing", key: String(path.at(-1) ?? "") };
      return { kind: "wrongType", expected: [issue.expected], value: shown(value) };
    case "invalid_value": {
      const allowed = issue.values.map(String);
      if (value === undefined) return { kind: "missing", key };
      const word = typeof value === "string" ? value : String(value);
      return { kind: "notOneOf", value: shown(value), allowed, nearest: nearest(word, allowed) };
    }
    case "too_small":
      if (issue.origin === "array") return { kind: "tooFew", minimum: Number(issue.minimum) };
      if (issue.origin === "string") return { kind: "badFormat", key, value: shown(value) };
      return { kind: "outOfRange", key, value: shown(value), low: Number(issue.minimum), high: undefined };
    case "too_big":
      if (issue.origin === "array") return { kind: "tooMany", maximum: Number(issue.maximum) };
      if (issue.origin === "string") return { kind: "badFormat", key, value: shown(value) };
      if (key === "bmdGPerCm2" && typeof value === "number" && value >= MILLIGRAMS_FROM) {
        return { kind: "bmdInMilligrams", value: shown(value), inGrams: roundHalfAway(value / 1000, 3).toFixed(3) };
      }
      return { kind: "outOfRange", key, value: shown(value), low: undefined, high: Number(issue.maximum) };
    case "custom":
      return customKind(issue.message, value);
    default:
      return { kind: "badFormat", key, value: shown(value) };
  }
}

function customKind(message: string, value: unknown): ProblemKind {
  switch (message) {
    case "partialDate":
      return { kind: "impossibleDate", value: shown(value) };
    case "oneTime":
      return { kind: "twoTimes" };
    case "timeOrder":
      return { kind: "timeOrder", value: shown(value) };
    case "oneLanguage":
      return { kind: "noLanguage" };
    case "oneLimit":
      return { kind: "noLimit" };
    case "rangeOrder":
      return { kind: "rangeOrder", value: shown(value) };
    default:
      return { kind: "nameNeeded", key: "name" };
  }
}

/** Keys that the schema knows at a path, to name the nearest one to a slip. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let candidates: readonly Definition[] = [definitionOf(schema)];
  for (const step of path) candidates = candidates.flatMap((candidate) => stepInto(candidate, step));
  return candidates.flatMap(alternatives).flatMap((candidate) => Object.keys(candidate.shape ?? {}));
}

/** The parts of zod's definitions that lead from a schema to the schemas inside it. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  /** Of a record: what every key of it holds. */
  readonly valueType?: z.ZodType;
  /** Of a schema that holds itself. */
  readonly getter?: () => z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
};

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

/** The values that tell the branches of a discriminated union apart. */
function discriminatorValues(schema: z.ZodType, path: readonly PropertyKey[], key: string): readonly string[] {
  let candidates: readonly Definition[] = [definitionOf(schema)];
  for (const step of path) candidates = candidates.flatMap((candidate) => stepInto(candidate, step));
  return candidates.flatMap(alternatives).flatMap((branch) => {
    const literal = branch.shape?.[key];
    return literal === undefined ? [] : (definitionOf(literal).values ?? []).map(String);
  });
}

function alternatives(definition: Definition): readonly Definition[] {
  if (definition.innerType !== undefined) return alternatives(definitionOf(definition.innerType));
  if (definition.getter !== undefined) return alternatives(definitionOf(definition.getter()));
  if (definition.options !== undefined)
    return definition.options.flatMap((option) => alternatives(definitionOf(option)));
  return [definition];
}

function stepInto(definition: Definition, step: PropertyKey): readonly Definition[] {
  return alternatives(definition).flatMap((inner) => {
    const next =
      typeof step === "number"
        ? (inner.element ?? inner.items?.[step])
        : (inner.shape?.[String(step)] ?? inner.valueType);
    return next === undefined ? [] : [definitionOf(next)];
  });
}
