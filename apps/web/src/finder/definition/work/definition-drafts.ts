import { type CohortDefinition, definitionSchema } from "@materbone/finder";
import { type DefinitionBase, type DefinitionWork, isUnsaved } from "./definition-work.ts";

/** Unsaved work on definitions, in this browser: a reload, another page or a closed window does not lose it. */
export type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Whose draft of which definition: two windows on one definition do not write over each other's work. */
export type DraftPlace = { readonly id: string; readonly window: string };

export type KeptDraft =
  | { readonly kind: "none" }
  | { readonly kind: "kept"; readonly work: DefinitionWork }
  /** Not in a form of this version, or damaged; the text stays until the user drops it. */
  | { readonly kind: "unreadable"; readonly text: string };

const PREFIX = "materbone.definition.";
/** States that can still be taken back after a reload. */
const KEPT_STATES = 20;

/** Keeps the work at its place; `false` when the browser takes no more. */
export function keepDraft(store: DraftStore, place: DraftPlace, work: DefinitionWork): boolean {
  try {
    if (isUnsaved(work)) {
      const { base, now } = work;
      store.setItem(keyOf(place), JSON.stringify({ base, past: work.past.slice(-KEPT_STATES), now }));
    } else store.removeItem(keyOf(place));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(store: DraftStore, place: DraftPlace): void {
  store.removeItem(keyOf(place));
}

export function keptDraft(store: DraftStore, place: DraftPlace): KeptDraft {
  const text = store.getItem(keyOf(place));
  if (text === null) return { kind: "none" };
  try {
    const { base, past, now } = JSON.parse(text) as {
      readonly base: DefinitionBase;
      readonly past: readonly CohortDefinition[];
      readonly now: CohortDefinition;
    };
    const isBase = base.kind === "own" ? typeof base.state === "string" : ["shipped", "file"].includes(base.kind);
    if (isBase && [base.definition, ...past, now].every(isFormed)) {
      return { kind: "kept", work: { base, past, now, future: [], lastAt: undefined } };
    }
  } catch {
    // Told as unreadable.
  }
  return { kind: "unreadable", text };
}

/** Makes the draft of a window that is closed that of this one, unless this one has its own. */
export function takeOverDraft(store: DraftStore, place: DraftPlace, openWindows: ReadonlySet<string>): void {
  if (store.getItem(keyOf(place)) !== null) return;
  const start = keyOf({ ...place, window: "" });
  const keys = Array.from({ length: store.length }, (_none, position) => store.key(position) ?? "");
  const left = keys.find((key) => key.startsWith(start) && !openWindows.has(key.slice(start.length)));
  const text = left === undefined ? null : store.getItem(left);
  if (left === undefined || text === null) return;
  store.removeItem(left);
  store.setItem(keyOf(place), text);
}

/** An id of a definition has no dot. */
function keyOf({ id, window }: DraftPlace): string {
  return `${PREFIX}${id}.${window}`;
}

type Issue = NonNullable<ReturnType<typeof definitionSchema.safeParse>["error"]>["issues"][number];

/** Can the page show it? Numbers and texts may be out of their bounds, as on the way of the work; its parts are there. */
function isFormed(document: unknown): boolean {
  return definitionSchema.safeParse(document).error?.issues.every(isOfBounds) ?? true;
}

function isOfBounds(issue: Issue): boolean {
  if (issue.code === "invalid_union") return issue.errors.some((branch) => branch.every(isOfBounds));
  return ["too_small", "too_big", "invalid_format", "custom"].includes(issue.code);
}
