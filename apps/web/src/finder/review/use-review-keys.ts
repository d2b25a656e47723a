import { REVIEW_VERDICTS, type ReviewVerdict } from "@materbone/finder";
import { useEffect, useRef, useState } from "react";

export type KeyAsk =
  | { readonly kind: "move"; readonly step: 1 | -1 }
  | { readonly kind: "verdict"; readonly verdict: ReviewVerdict };

/** What a single key asks for. */
export function askOfKey(key: string): KeyAsk | undefined {
  if (key === "n") return { kind: "move", step: 1 };
  if (key === "p") return { kind: "move", step: -1 };
  const verdict = REVIEW_VERDICTS[Number(key) - 1];
  return /^[1-9]$/.test(key) && verdict !== undefined ? { kind: "verdict", verdict } : undefined;
}

/** Single keys of the review; off while text is typed, in dialogs, and when they were switched off. */
export function useReviewKeys(isOn: boolean, onAsk: (ask: KeyAsk) => void): void {
  const asked = useRef(onAsk);
  useEffect(() => {
    asked.current = onAsk;
  });
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const ask = askOfKey(event.key);
      if (ask === undefined) return;
      event.preventDefault();
      asked.current(ask);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [isOn]);
}

const STORED = "materbone.review-keys";
const OFF = "off";

/** Whether single keys work in this browser: who speaks to the computer switches them off. */
export function useKeysChoice(): readonly [isOn: boolean, choose: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(STORED) !== OFF);
  const choose = (next: boolean): void => {
    setOn(next);
    if (next) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, OFF);
  };
  return [isOn, choose];
}

/** Letters and digits mean themselves in text fields and lists. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const selector =
    "textarea, select, [contenteditable], [role=dialog], input:not([type=checkbox], [type=radio], [type=range])";
  return target.closest(selector) !== null;
}
