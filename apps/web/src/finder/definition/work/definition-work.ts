import type { LocalText } from "@materbone/clinical";
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
  const now = from === work.now ? edited.definition : withOwnAbout(edited.definition, work.now);
  const at = edit.kind === "set" ? edit.at : undefined;
  const isSamePlace = at !== undefined && at === work.lastAt && work.past.length > 0;
  return {
    kind: "edited",
    work: {
      base: work.base,
      past: isSamePlace ? work.past : [...work.past, work.now],
      now,
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

/**
 * A definition of one's own made of another: new id, first version, a name that says so, and of which it is a copy. What is
 * told about the other is left behind, as it names figures that can be changed here.
 */
export function ownCopy(definition: CohortDefinition, takenIds: readonly string[]): CohortDefinition {
  const { about: _left, id, version, ...rest } = definition;
  return {
    ...rest,
    id: freshId(id, takenIds),
    version: "1",
    name: changedName(definition.name),
    copiedFrom: { id, version },
  };
}

/** Without those texts about it that are another definition's. */
export function withOwnAbout(definition: CohortDefinition, other: CohortDefinition): CohortDefinition {
  const { about, ...rest } = definition;
  const [own, foreign] = [textsOf(about), textsOf(other.about)];
  const kept = (["en", "zh"] as const).filter((lang) => own[lang] !== undefined && own[lang] !== foreign[lang]);
  return kept.length === 0 ? rest : { ...rest, about: Object.fromEntries(kept.map((lang) => [lang, own[lang]])) };
}

function textsOf(text: LocalText | undefined): { readonly en?: string | undefined; readonly zh?: string | undefined } {
  return typeof text === "string" ? { en: text, zh: text } : (text ?? {});
}
