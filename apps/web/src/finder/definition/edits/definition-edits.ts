import { type LocalText, valueAt, withValueAt } from "@materbone/clinical";
import type {
  CohortDefinition,
  ConceptSet,
  Criterion,
  DeliveryWindow,
  EventStream,
  Exclusion,
  Tier,
} from "@materbone/finder";
import { type CriterionAct, type CriterionPath, withCriterion } from "./criterion-edits.ts";
import { type AddedPart, freshName, isPartName, takenNames } from "./fresh-name.ts";
import { brokenReferences, type NamedPart, type Reference, usesOf } from "./references.ts";

/** Lists whose order says something. */
export type OrderedPart = "tiers" | "exclusions";

/** What a part is without its name. */
type Contents = {
  readonly streams: Omit<EventStream, "name">;
  readonly windows: Omit<DeliveryWindow, "name">;
  readonly concepts: Omit<ConceptSet, "name">;
  readonly tiers: Omit<Tier, "id" | "name">;
  readonly exclusions: Omit<Exclusion, "id" | "name">;
};

export type DefinitionEdit =
  /** One after the other, or none of them. */
  | { readonly kind: "several"; readonly edits: readonly DefinitionEdit[] }
  /** The value at a JSON Pointer; `undefined` takes an optional one away. */
  | { readonly kind: "set"; readonly at: string; readonly value: unknown }
  | {
      [P in AddedPart]: {
        readonly kind: "add";
        readonly part: P;
        readonly called: LocalText;
        readonly content: Contents[P];
      };
    }[AddedPart]
  | { readonly kind: "removePart"; readonly part: NamedPart; readonly name: string }
  /** Takes an entry out of a list; the last one of a list that needs one stays. */
  | { readonly kind: "removeEntry"; readonly at: string }
  | { readonly kind: "rename"; readonly part: AddedPart; readonly from: string; readonly to: string }
  | { readonly kind: "move"; readonly part: OrderedPart; readonly from: number; readonly to: number }
  | {
      readonly kind: "criterion";
      readonly part: OrderedPart;
      readonly position: number;
      readonly path: CriterionPath;
      readonly act: CriterionAct;
    };

/** Why an edit is not made; the definition stays as it was. */
export type EditRefusal =
  | { readonly kind: "inUse"; readonly uses: readonly Reference[] }
  | { readonly kind: "last" }
  | { readonly kind: "noPlace" }
  | { readonly kind: "badName" }
  | { readonly kind: "nameTaken" }
  | { readonly kind: "broken"; readonly references: readonly Reference[] };

export type Edited =
  | { readonly kind: "edited"; readonly definition: CohortDefinition }
  | { readonly kind: "refused"; readonly why: EditRefusal };

/**
 * A definition with one edit made. No edit lets a name point nowhere or empties a list that needs an entry; what else is
 * wrong with a definition on its way, such as a window that runs backwards, `readDefinition` tells.
 */
export function editDefinition(definition: CohortDefinition, edit: DefinitionEdit): Edited {
  const result = made(definition, edit);
  if (result.kind === "refused") return result;
  const before = brokenReferences(definition);
  const references = brokenReferences(result.definition).filter(
    ({ part, name }) => !before.some((known) => known.part === part && known.name === name),
  );
  return references.length > 0 ? refused({ kind: "broken", references }) : result;
}

function made(definition: CohortDefinition, edit: DefinitionEdit): Edited {
  switch (edit.kind) {
    case "several":
      return several(definition, edit.edits);
    case "set":
      return setValue(definition, edit.at, edit.value);
    case "add":
      return edited(added(definition, edit));
    case "removePart":
      return removePart(definition, edit.part, edit.name);
    case "removeEntry":
      return removeEntry(definition, edit.at);
    case "rename":
      return rename(definition, edit.part, edit.from, edit.to);
    case "move":
      return move(definition, edit.part, edit.from, edit.to);
    case "criterion":
      return changeCriterion(definition, edit);
  }
}

function several(definition: CohortDefinition, edits: readonly DefinitionEdit[]): Edited {
  return edits.reduce<Edited>(
    (result, edit) => (result.kind === "edited" ? editDefinition(result.definition, edit) : result),
    edited(definition),
  );
}

/** Where a value stands whose parent must be there already: an edit never makes parts out of nothing. */
function setValue(definition: CohortDefinition, at: string, value: unknown): Edited {
  const parent = valueAt(definition, at.slice(0, at.lastIndexOf("/")));
  if (at === "" || typeof parent !== "object" || parent === null) return refused({ kind: "noPlace" });
  try {
    return edited(withValueAt(definition, at, value));
  } catch (error) {
    if (error instanceof RangeError) return refused({ kind: "noPlace" });
    throw error;
  }
}

function added(definition: CohortDefinition, edit: Extract<DefinitionEdit, { kind: "add" }>): CohortDefinition {
  const { part, called, content } = edit;
  const name = freshName(definition, part, latinOf(called));
  if (part === "tiers" || part === "exclusions") {
    return { ...definition, [part]: [...definition[part], { id: name, name: called, ...content }] };
  }
  return { ...definition, [part]: { ...definition[part], [name]: { name: called, ...content } } };
}

function latinOf(called: LocalText): string {
  return typeof called === "string" ? called : (called.en ?? "");
}

function removePart(definition: CohortDefinition, part: NamedPart, name: string): Edited {
  const own = definition[part];
  if (own === undefined || !Object.hasOwn(own, name)) return refused({ kind: "noPlace" });
  const uses = usesOf(definition, part, name).filter(({ at }) => !at.startsWith(`/${part}/${name}/`));
  if (uses.length > 0) return refused({ kind: "inUse", uses });
  const rest = Object.fromEntries(Object.entries(own).filter(([key]) => key !== name));
  if (part === "concepts" && Object.keys(rest).length === 0) {
    const { concepts: _, ...without } = definition;
    return edited(without);
  }
  return edited({ ...definition, [part]: rest });
}

/** Lists that may be empty. */
const MAY_BE_EMPTY = /^\/exclusions$|\/settle$/;
/** Lists that go away with their last entry. */
const GOES_WITH_LAST = /^\/context$|^\/concepts\/[^/]+\/exclude$|^\/streams\/[^/]+\/(?:kinds|units)$/;

function removeEntry(definition: CohortDefinition, at: string): Edited {
  const listAt = at.slice(0, at.lastIndexOf("/"));
  const list = valueAt(definition, listAt);
  if (!Array.isArray(list) || valueAt(definition, at) === undefined) return refused({ kind: "noPlace" });
  if (list.length > 1 || MAY_BE_EMPTY.test(listAt)) return edited(withValueAt(definition, at, undefined));
  return GOES_WITH_LAST.test(listAt) ? edited(withValueAt(definition, listAt, undefined)) : refused({ kind: "last" });
}

function rename(definition: CohortDefinition, part: AddedPart, from: string, to: string): Edited {
  if (!isPartName(to)) return refused({ kind: "badName" });
  if (from === to) return edited(definition);
  if (takenNames(definition, part).includes(to)) return refused({ kind: "nameTaken" });
  if (part === "tiers" || part === "exclusions") {
    const position = definition[part].findIndex(({ id }) => id === from);
    return position < 0 ? refused({ kind: "noPlace" }) : edited(withValueAt(definition, `/${part}/${position}/id`, to));
  }
  const own = definition[part];
  if (own === undefined || !Object.hasOwn(own, from)) return refused({ kind: "noPlace" });
  const named = usesOf(definition, part, from).reduce((all, { at }) => withValueAt(all, at, to), definition);
  const entries = Object.entries(named[part] ?? {}).map(([name, value]) => [name === from ? to : name, value]);
  return edited({ ...named, [part]: Object.fromEntries(entries) });
}

function move(definition: CohortDefinition, part: OrderedPart, from: number, to: number): Edited {
  const list: readonly (Tier | Exclusion)[] = definition[part];
  const moved = list[from];
  if (moved === undefined || list[to] === undefined) return refused({ kind: "noPlace" });
  const rest = list.filter((_, position) => position !== from);
  return edited({ ...definition, [part]: [...rest.slice(0, to), moved, ...rest.slice(to)] });
}

function changeCriterion(
  definition: CohortDefinition,
  { part, position, path, act }: Extract<DefinitionEdit, { kind: "criterion" }>,
): Edited {
  const when: Criterion | undefined = definition[part][position]?.when;
  if (when === undefined) return refused({ kind: "noPlace" });
  const next = withCriterion(when, path, act);
  if (next === undefined) return refused({ kind: act.act === "remove" ? "last" : "noPlace" });
  return edited(withValueAt(definition, `/${part}/${position}/when`, next));
}

function edited(definition: CohortDefinition): Edited {
  return { kind: "edited", definition };
}

function refused(why: EditRefusal): Edited {
  return { kind: "refused", why };
}
