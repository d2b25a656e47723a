import type { Draft } from "./draft.ts";

/** Drafts live as long as the tab, so that a reload or a way to another page loses nothing. */
export function keptDraft(key: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    const draft = text === null ? undefined : (JSON.parse(text) as Draft);
    return Array.isArray(draft?.tables) ? draft : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(key: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // Where a browser keeps nothing, the draft lives as long as the page.
  }
}

const PREFIX = "materbone.mapping.";
