import {
  type AdjudicatedBy,
  REVIEW_REASONS,
  REVIEW_VERDICTS,
  type ReviewReason,
  type ReviewVerdict,
} from "@materbone/finder";
import { useState } from "react";

/** What a reviewer has entered and not yet handed over. */
export type DecisionDraft = {
  readonly verdict?: ReviewVerdict;
  readonly reasons: readonly ReviewReason[];
  readonly note: string;
  /** Who settles a disagreement, and the name of the third person as it was typed. */
  readonly by?: AdjudicatedBy["kind"];
  readonly adjudicator?: string;
};

export type DraftProblem = "noVerdict" | "noReason" | "noNote";

export const EMPTY_DRAFT: DecisionDraft = { reasons: [], note: "" };

/** The draft under another verdict: reasons that do not go with it are taken out. */
export function withVerdict(draft: DecisionDraft, verdict: ReviewVerdict): DecisionDraft {
  const allowed: readonly string[] = REVIEW_REASONS[verdict];
  return { ...draft, verdict, reasons: draft.reasons.filter((reason) => allowed.includes(reason)) };
}

/** The draft with a reason more or less, in the order of the list. */
export function toggled(draft: DecisionDraft, reason: ReviewReason): DecisionDraft {
  const chosen = new Set(draft.reasons);
  if (!chosen.delete(reason)) chosen.add(reason);
  const all: readonly ReviewReason[] = draft.verdict === undefined ? [] : REVIEW_REASONS[draft.verdict];
  return { ...draft, reasons: all.filter((one) => chosen.has(one)) };
}

/** What is missing before it can be handed over; "other" is said in the note. */
export function draftProblem(draft: DecisionDraft): DraftProblem | undefined {
  if (draft.verdict === undefined) return "noVerdict";
  if (draft.reasons.length === 0) return "noReason";
  return draft.reasons.includes("other") && draft.note.trim() === "" ? "noNote" : undefined;
}

/** A stored draft as far as it is one. */
export function readDraft(text: string | null): DecisionDraft {
  if (text === null) return EMPTY_DRAFT;
  try {
    const { verdict, reasons, note, by, adjudicator }: { readonly [K in keyof DecisionDraft]?: unknown } =
      JSON.parse(text);
    const known = REVIEW_VERDICTS.find((one) => one === verdict);
    const draft: DecisionDraft = {
      ...EMPTY_DRAFT,
      note: typeof note === "string" ? note : "",
      ...(by === "third" || by === "together" ? { by } : {}),
      ...(typeof adjudicator === "string" ? { adjudicator } : {}),
    };
    if (known === undefined) return draft;
    const named: readonly unknown[] = Array.isArray(reasons) ? reasons : [];
    return { ...draft, verdict: known, reasons: REVIEW_REASONS[known].filter((reason) => named.includes(reason)) };
  } catch {
    return EMPTY_DRAFT;
  }
}

/**
 * A draft that outlives a reload, a change of page and a server that is away, and not the tab: a note may say things of a
 * woman that must not stay behind in the browser.
 */
export function useDecisionDraft(
  key: string,
): readonly [draft: DecisionDraft, change: (next: DecisionDraft) => void, clear: () => void] {
  const stored = `materbone.decision.${key}`;
  const [draft, setDraft] = useState(() => readDraft(sessionStorage.getItem(stored)));
  const change = (next: DecisionDraft): void => {
    setDraft(next);
    sessionStorage.setItem(stored, JSON.stringify(next));
  };
  const clear = (): void => {
    setDraft(EMPTY_DRAFT);
    sessionStorage.removeItem(stored);
  };
  return [draft, change, clear];
}
