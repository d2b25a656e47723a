import { jsonPointer } from "@materbone/clinical";
import { type CohortDefinition, type Criterion, type CriterionLeaf, conceptLibrary } from "@materbone/finder";

/** Parts of a definition that others name. */
export type NamedPart = "streams" | "windows" | "concepts";

/** A place that names a part. */
export type Reference = { readonly at: string; readonly part: NamedPart; readonly name: string };

/** Every place of a definition that names a stream, a window or a concept set. */
export function referencesOf(definition: CohortDefinition): readonly Reference[] {
  const { streams, episodes, clock, context = [], tiers, exclusions } = definition;
  return [
    ...Object.entries(streams).flatMap(([name, stream]) =>
      stream.concepts.map((set, position) => named(["streams", name, "concepts", position], "concepts", set)),
    ),
    named(["episodes", "delivery"], "streams", episodes.delivery),
    ...tiers.flatMap(({ when }, position) => ofCriterion(when, ["tiers", position, "when"])),
    ...exclusions.flatMap(({ when }, position) => ofCriterion(when, ["exclusions", position, "when"])),
    ...context.map((name, position) => named(["context", position], "streams", name)),
    ...Object.entries(clock).map(([step, name]) =>
      named(["clock", step], step === "window" ? "windows" : "streams", name),
    ),
  ];
}

/** The places that name a part. */
export function usesOf(definition: CohortDefinition, part: NamedPart, name: string): readonly Reference[] {
  return referencesOf(definition).filter((reference) => reference.part === part && reference.name === name);
}

/** References to what is not there. */
export function brokenReferences(definition: CohortDefinition): readonly Reference[] {
  return referencesOf(definition).filter(({ part, name }) => !namesOf(definition, part).includes(name));
}

/** Names that may be used; concept sets are those of the definition, then those of the library. */
export function namesOf(definition: CohortDefinition, part: NamedPart): readonly string[] {
  const own = Object.keys(definition[part] ?? {});
  if (part !== "concepts") return own;
  return [...own, ...Object.keys(conceptLibrary.sets).filter((name) => !own.includes(name))];
}

function named(path: readonly PropertyKey[], part: NamedPart, name: string): Reference {
  return { at: jsonPointer(path), part, name };
}

function ofCriterion(criterion: Criterion, path: readonly PropertyKey[]): readonly Reference[] {
  if ("event" in criterion) return ofLeaf(criterion, path);
  if ("not" in criterion) return ofCriterion(criterion.not, [...path, "not"]);
  const { key, list } = childList(criterion);
  return list.flatMap((child, position) => ofCriterion(child, [...path, key, position]));
}

/** A leaf names streams and windows by the keys `event` and `window`, in itself and in the conditions that it holds. */
function ofLeaf(leaf: CriterionLeaf | object, path: readonly PropertyKey[]): readonly Reference[] {
  return Object.entries(leaf).flatMap(([key, value]: readonly [string, unknown]) => {
    const at = [...path, key];
    if (key === "event" && typeof value === "string") return [named(at, "streams", value)];
    if (key === "window" && typeof value === "string") return [named(at, "windows", value)];
    return typeof value === "object" && value !== null ? ofLeaf(value, at) : [];
  });
}

/** A criterion that joins others in a list. */
export type Branch = Exclude<Criterion, CriterionLeaf | { readonly not: Criterion }>;

/** The criteria that a branch joins, and the key under which they stand. */
export function childList(branch: Branch): {
  readonly key: "all" | "any" | "of";
  readonly list: readonly Criterion[];
} {
  if ("all" in branch) return { key: "all", list: branch.all };
  return "any" in branch ? { key: "any", list: branch.any } : { key: "of", list: branch.of };
}
