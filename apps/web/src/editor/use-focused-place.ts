import { useSyncExternalStore } from "react";

/** The place of the record that the field with the focus edits. */
export function useFocusedPlace(): string | undefined {
  return useSyncExternalStore(subscribe, () => (document.activeElement as HTMLElement | null)?.dataset.at);
}

function subscribe(listener: () => void): () => void {
  // The new element has the focus only after focusout.
  const later = (): void => queueMicrotask(listener);
  document.addEventListener("focusin", listener);
  document.addEventListener("focusout", later);
  return () => {
    document.removeEventListener("focusin", listener);
    document.removeEventListener("focusout", later);
  };
}
