import { useEffect, useRef } from "react";

type Work = { readonly save: () => void; readonly undo: () => void; readonly redo: () => void };

/**
 * Ctrl+S, Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y for the record. Undo belongs to the record also while one of its fields has the
 * focus, because the browser knows only its own letters; a text that is not of the record keeps the browser's undo.
 */
export function useWorkKeys(work: Work): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const act = actOf(event);
      if (act === undefined || (act !== "save" && isForeignText(event.target))) return;
      event.preventDefault();
      latest.current[act]();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function actOf({ key, shiftKey }: KeyboardEvent): keyof Work | undefined {
  switch (key.toLowerCase()) {
    case "s":
      return shiftKey ? undefined : "save";
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return shiftKey ? undefined : "redo";
    default:
      return undefined;
  }
}

function isForeignText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  const isText = target instanceof HTMLTextAreaElement || target.type === "text" || target.type === "search";
  return isText && target.dataset.at === undefined && target.parentElement?.dataset.at === undefined;
}
