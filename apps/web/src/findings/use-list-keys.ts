import { type RefCallback, useCallback, useEffect, useRef } from "react";

/** What a key asks of the finding that the focus is in. */
export type ListAsk = "explain" | "accept";

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const ASKS: Readonly<Record<string, ListAsk>> = { e: "explain", a: "accept" };

/**
 * Keys of a list of findings: they work only while the focus is inside it and not in a field, so that they get in the way of
 * no one who speaks or types.
 *
 * @param onAsk - is told the key of the finding (`data-finding`) and what is asked
 * @returns the ref of the list
 */
export function useListKeys(onAsk: (finding: string, ask: ListAsk) => void): RefCallback<HTMLElement> {
  const asked = useRef(onAsk);
  useEffect(() => {
    asked.current = onAsk;
  });
  return useCallback((list: HTMLElement | null) => {
    if (list === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
      if (target.closest("input, textarea, select, [contenteditable]") !== null) return;
      const row = target.closest<HTMLElement>("[data-finding]");
      const step = STEPS[event.key];
      const ask = ASKS[event.key];
      if (step !== undefined) {
        event.preventDefault();
        focusNext(list, row, step);
      } else if (ask !== undefined && row?.dataset.finding !== undefined) {
        event.preventDefault();
        asked.current(row.dataset.finding, ask);
      }
    };
    list.addEventListener("keydown", onKeyDown);
    return () => list.removeEventListener("keydown", onKeyDown);
  }, []);
}

function focusNext(list: HTMLElement, from: HTMLElement | null, step: 1 | -1): void {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-finding]")];
  const here = from === null ? -1 : rows.indexOf(from);
  const next = here < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step));
  rows[next]?.querySelector<HTMLElement>("[data-finding-link]")?.focus();
}

/**
 * Remembers where a row stands, so that the focus can come back to it when its form closes; when the row has left the list,
 * as it does once it no longer fits the filters, the focus goes to the one that took its place.
 */
export function focusKeeper(inside: Element | null): () => void {
  const row = inside?.closest<HTMLElement>("[data-finding]");
  const list = inside?.closest<HTMLElement>("[data-finding-list]");
  if (row == null || list == null) return () => undefined;
  const position = [...list.querySelectorAll("[data-finding]")].indexOf(row);
  return () => {
    const rows = [...list.querySelectorAll<HTMLElement>("[data-finding]")];
    const next = row.isConnected ? row : rows[Math.min(position, rows.length - 1)];
    next?.querySelector<HTMLElement>("[data-finding-link]")?.focus();
  };
}
