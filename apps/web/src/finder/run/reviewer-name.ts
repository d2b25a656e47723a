import { REVIEWER_NAME } from "@materbone/finder";
import { useSyncExternalStore } from "react";

const STORED = "materbone.reviewer";
const listeners = new Set<() => void>();

/**
 * The name under which this browser reviews, `undefined` until one was chosen here. It stands in no address: a link that is
 * handed on must not decide in another's name.
 */
export function useReviewerName(): string | undefined {
  return useSyncExternalStore(subscribe, () => localStorage.getItem(STORED) ?? undefined);
}

export function chooseReviewerName(name: string | undefined): void {
  if (name === undefined) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, name);
  for (const tell of listeners) tell();
}

/** Can a review hold decisions under this name? */
export function isReviewerName(name: string): boolean {
  return REVIEWER_NAME.test(name.normalize("NFC"));
}

/** Another tab may change it, too. */
function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  addEventListener("storage", tell);
  return () => {
    listeners.delete(tell);
    removeEventListener("storage", tell);
  };
}
