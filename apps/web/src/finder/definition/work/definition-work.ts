import type { CohortDefinition } from "@materbone/finder";
import { changedName } from "../edits/changed-name.ts";
import { type DefinitionEdit, type EditRefusal, editDefinition } from "../edits/definition-edits.ts";
import { freshId } from "../edits/fresh-name.ts";

/** Where the work on a definition begins. */
export type DefinitionBase =
  | { readonly kind: "shipped"; readonly definition: CohortDefinition }
  /** Kept at the server in the state that `state` tells. */
  | { readonly kind: "own"; readonly definition: CohortDefinition; readonly state: string }
  /** From a file, kept nowhere yet. */
  | { readonly kind: "file"; readonly definition: CohortDefinition };

/** A definition while it is edited: what it began from, every state before it, and those that were taken back. */
export type DefinitionWork = {
  readonly base: DefinitionBase;
  readonly past: readonly CohortDefinition[];
  readonly now: CohortDefinition;
  readonly future: readonly CohortDefinition[];
  /** Place of the last edit: further edits of one place are taken back together. */
  readonly lastAt: string | undefined;
};

export type MadeEdit =
  | { readonly kind: "edited"; readonly work: DefinitionWork }
  | { readonly kind: "refused"; readonly why: EditRefusal };

export function beginWork(base: DefinitionBase): DefinitionWork {
  return { base, past: [], now: base.definition, future: [], lastAt: undefined };
}

/**
 * The work with one more edit. The first edit of a shipped definition makes an own copy of it.
 *
 * @param takenIds - ids of definitions that are there already
 */
export function madeEdit(work: DefinitionWork, edit: DefinitionEdit, takenIds: readonly string[]): MadeEdit {
  const from =
    work.base.kind === "shipped" && work.now.id === work.base.definition.id ? ownCopy(work.now, takenIds) : work.now;
  const edited = editDefinition(from, edit);
  if (edited.kind === "refused") return edited;
  const at = edit.kind === "set" ? edit.at : undefined;
  const isSamePlace = at !== undefined && at === work.lastAt && work.past.length > 0;
  return {
    kind: "edited",
    work: {
      base: work.base,
      past: isSamePlace ? work.past : [...work.past, work.now],
      now: edited.definition,
      future: [],
      lastAt: at,
    },
  };
}

export function undone(work: DefinitionWork): DefinitionWork {
  const before = work.past.at(-1);
  if (before === undefined) return work;
  return { ...work, past: work.past.slice(0, -1), now: before, future: [work.now, ...work.future], lastAt: undefined };
}

export function redone(work: DefinitionWork): DefinitionWork {
  const [next, ...future] = work.future;
  if (next === undefined) return work;
  return { ...work, past: [...work.past, work.now], now: next, future, lastAt: undefined };
}

/** The same work once the server holds it as it is now. */
export function keptWork(work: DefinitionWork, definition: CohortDefinition, state: string): DefinitionWork {
  return { ...work, base: { kind: "own", definition, state }, lastAt: undefined };
}

/** Is there anything that the server does not hold? */
export function isUnsaved({ base, now }: DefinitionWork): boolean {
  if (base.kind === "file") return true;
  return now !== base.definition && JSON.stringify(now) !== JSON.stringify(base.definition);
}

/** A definition of one's own made of another: new id, first version, and a name that says so. */
export function ownCopy(definition: CohortDefinition, takenIds: readonly string[]): CohortDefinition {
  return { ...definition, id: freshId(definition.id, takenIds), version: "1", name: changedName(definition.name) };
}
