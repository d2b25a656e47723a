import type { CohortDefinition } from "@materbone/finder";
import { type DefinitionBase, type DefinitionWork, isUnsaved } from "./definition-work.ts";

/** Unsaved work on definitions, in this browser: a reload, another page or a closed window does not lose it. */
export type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const PREFIX = "materbone.definition.";
/** States that can still be taken back after a reload. */
const KEPT_STATES = 20;

/** Keeps the work under the id in the address; `false` when the browser takes no more. */
export function keepDraft(store: DraftStore, id: string, work: DefinitionWork): boolean {
  try {
    if (isUnsaved(work)) {
      const { base, now } = work;
      store.setItem(PREFIX + id, JSON.stringify({ base, past: work.past.slice(-KEPT_STATES), now }));
    } else store.removeItem(PREFIX + id);
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(store: DraftStore, id: string): void {
  store.removeItem(PREFIX + id);
}

/** The work that was kept; `undefined` when none was, or not in a form of this version. */
export function keptDraft(store: DraftStore, id: string): DefinitionWork | undefined {
  const text = store.getItem(PREFIX + id);
  if (text === null) return undefined;
  try {
    const { base, past, now } = JSON.parse(text) as {
      readonly base: DefinitionBase;
      readonly past: readonly CohortDefinition[];
      readonly now: CohortDefinition;
    };
    if (typeof base.kind !== "string" || !Array.isArray(past) || typeof now.id !== "string") return undefined;
    return { base, past, now, future: [], lastAt: undefined };
  } catch {
    return undefined;
  }
}
