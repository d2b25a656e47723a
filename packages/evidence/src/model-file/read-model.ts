import { type Problem, problemsOf } from "@materbone/clinical";
import type * as z from "zod";
import { MEASURES } from "../effect-size/measures.ts";
import { COEFFICIENT_TESTS, TAU2_METHODS } from "../meta/methods.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import { extraProblems } from "./extra-problems.ts";
import { EVIDENCE_MODEL_SCHEMA, type EvidenceModel, RANDOM_STRUCTS, readModelSchema } from "./model-schema.ts";

export type ReadModel =
  | { readonly kind: "read"; readonly model: EvidenceModel }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Names that metafor's users know, and ours. */
const OTHER_NAMES: Readonly<Record<string, string>> = { mods: "moderators", slab: "label", V: "sampling" };

/** Words of metafor that mean one of ours. */
const OTHER_METHODS: Readonly<Record<string, string>> = { EE: "FE", CE: "FE" };
const OTHER_TESTS: Readonly<Record<string, string>> = { hksj: "knha" };

/**
 * Reads a model from parsed JSON. What can only mean one thing is forgiven: `null` for a key left out, letter case of
 * methods, metafor's names `mods` and `slab`, effects beside the other keys, a level of 0.95.
 */
export function readModel(document: unknown): ReadModel {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    return refused([{ at: "", kind: "notAnObject", value: JSON.stringify(document)?.slice(0, 60) ?? "undefined" }]);
  }
  const { schema } = document as { readonly schema?: unknown };
  if (schema !== undefined && schema !== null && schema !== EVIDENCE_MODEL_SCHEMA) {
    return refused([
      { at: "/schema", kind: "otherSchema", value: JSON.stringify(schema), expected: EVIDENCE_MODEL_SCHEMA },
    ]);
  }
  if (depthOf(document) > DEEPEST) return refused([{ at: "", kind: "tooDeep", maximum: DEEPEST }]);
  const forgiven = forgive(withoutNulls(document) as Readonly<Record<string, unknown>>);
  const result = readModelSchema.safeParse(forgiven);
  if (result.success) return { kind: "read", model: result.data };
  const problems = problemsOf(result.error as z.ZodError, forgiven, readModelSchema);
  return {
    kind: "refused",
    problems: problems.flatMap(
      (problem) => extraProblems(problem, forgiven.extras) ?? ofSchema([asWritten(document)(problem)]),
    ),
  };
}

function refused(problems: readonly Problem[]): ReadModel {
  return { kind: "refused", problems: ofSchema(problems) };
}

function ofSchema(problems: readonly Problem[]): readonly EvidenceProblem[] {
  return problems.map((problem) => ({ in: "model", at: problem.at, kind: "schema", problem }));
}

/** Far deeper than any model. */
const DEEPEST = 16;

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let depth = 0;
  let level: readonly unknown[] = [value];
  while (level.length > 0 && depth <= DEEPEST) {
    level = level.flatMap((inner) =>
      typeof inner === "object" && inner !== null ? (Object.values(inner) as readonly unknown[]) : [],
    );
    depth++;
  }
  return depth;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}

function forgive(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const renamed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(document)) {
    const name = OTHER_NAMES[key] ?? key;
    renamed[name in document && name !== key ? key : name] = value;
  }
  const named = withEffect(renamed);
  const { level, robust, extras, moderators, effect } = named;
  return {
    ...named,
    ...(isObject(effect) ? { effect: forgivenEffect(effect) } : {}),
    ...(Array.isArray(moderators) ? { moderators: { terms: moderators } } : {}),
    // An analysis named by a word is one without choices; its name is then looked up among all of them.
    ...(extras === undefined
      ? {}
      : { extras: [extras].flat().map((extra: unknown) => (typeof extra === "string" ? { kind: extra } : extra)) }),
    ...inKnownCase(named, "method", TAU2_METHODS, OTHER_METHODS),
    ...inKnownCase(named, "test", COEFFICIENT_TESTS, OTHER_TESTS),
    ...inKnownCase(named, "struct", RANDOM_STRUCTS, {}),
    ...(typeof level === "number" && level > 0.5 && level < 1 ? { level: 100 * level } : {}),
    ...(typeof robust === "string" ? { robust: { cluster: robust } } : {}),
    ...(isObject(robust) ? { robust: { ...robust, ...inKnownCase(robust, "type", ["CR0", "CR1", "CR2"], {}) } } : {}),
  };
}

const EFFECT_OPTIONS: readonly string[] = [
  "vtype",
  "correct",
  "add",
  "to",
  "drop00",
  "assumedSd",
  "assumedCorrelation",
];
/** Inputs of any measure. */
const EFFECT_INPUTS: ReadonlySet<string> = new Set([
  ...Object.values(MEASURES).flatMap(({ columns }): readonly string[] => columns),
  "n1i",
  "n2i",
]);

/** Effects that stand beside the other keys, where `rma` has them, in the key `effect`. */
function withEffect(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if ("effect" in document || !("measure" in document || "yi" in document)) return document;
  const isOfEffect = (key: string): boolean =>
    EFFECT_KEYS.has(key) || EFFECT_INPUTS.has(key) || EFFECT_OPTIONS.includes(key);
  const own = Object.entries(document);
  return {
    ...Object.fromEntries(own.filter(([key]) => !isOfEffect(key))),
    effect: Object.fromEntries(own.filter(([key]) => isOfEffect(key))),
  };
}

const EFFECT_KEYS: ReadonlySet<string> = new Set(["measure", "yi", "vi", "sei", "columns", "options"]);

/** Inputs and options that stand beside the measure, where escalc has them; `GEN`, effects as they are given. */
function forgivenEffect(effect: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { measure } = effect;
  if (typeof measure !== "string") return effect;
  if (measure.toUpperCase() === "GEN") {
    const { measure: _, columns, ...rest } = effect;
    return { ...rest, ...(isObject(columns) ? columns : {}) };
  }
  const own = Object.entries(effect);
  const inputs = own.filter(([key]) => EFFECT_INPUTS.has(key));
  const options = own.filter(([key]) => EFFECT_OPTIONS.includes(key));
  if (inputs.length + options.length === 0) return effect;
  const moved = new Set([...inputs, ...options].map(([key]) => key));
  return {
    ...Object.fromEntries(own.filter(([key]) => !moved.has(key))),
    ...(inputs.length === 0 ? {} : { columns: { ...(effect.columns as object), ...Object.fromEntries(inputs) } }),
    ...(options.length === 0 ? {} : { options: { ...(effect.options as object), ...Object.fromEntries(options) } }),
  };
}

/** The word of a key in the letter case we know it in. */
function inKnownCase(
  document: Readonly<Record<string, unknown>>,
  key: string,
  known: readonly string[],
  others: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const given = document[key];
  if (typeof given !== "string" || known.includes(given)) return {};
  const same = (word: string): boolean => word.toLowerCase() === given.toLowerCase();
  const found = known.find(same) ?? others[Object.keys(others).find(same) ?? ""];
  return found === undefined ? {} : { [key]: found };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The place under the name that the file uses. */
function asWritten(document: object): (problem: Problem) => Problem {
  const written = Object.entries(OTHER_NAMES).filter(([other, ours]) => other in document && !(ours in document));
  return (problem) => {
    const renamed = written.find(([, ours]) => problem.at === `/${ours}` || problem.at.startsWith(`/${ours}/`));
    if (renamed === undefined) return problem;
    return { ...problem, at: `/${renamed[0]}${problem.at.slice(renamed[1].length + 1)}` };
  };
}
