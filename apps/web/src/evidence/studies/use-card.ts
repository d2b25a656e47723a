import { type FocusEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from "react";

/** What a card is about, and the thing it stands beside. */
export type Card<T> = { readonly of: T; readonly beside: DOMRect };

/** Long enough to move the pointer from the thing onto its card. */
const LEAVE_MS = 150;

/**
 * A card beside the thing that is pointed at or has the focus: one at a time, away with Escape, and it stays while the pointer
 * is on it (WCAG 1.4.13).
 */
export function useCard<T>(): {
  readonly card: Card<T> | undefined;
  readonly thing: (of: T) => {
    readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onBlur: () => void;
  };
  readonly onCard: { readonly onPointerEnter: () => void; readonly onPointerLeave: () => void };
  readonly close: () => void;
} {
  const [card, setCard] = useState<Card<T>>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stay = useCallback((): void => clearTimeout(timer.current), []);
  const close = useCallback((): void => {
    stay();
    setCard(undefined);
  }, [stay]);
  const leave = useCallback((): void => {
    stay();
    timer.current = setTimeout(() => setCard(undefined), LEAVE_MS);
  }, [stay]);
  const isOpen = card !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === "Escape") close();
    };
    // The thing moves away from under a card that stands still.
    addEventListener("scroll", close, true);
    addEventListener("resize", close);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      removeEventListener("scroll", close, true);
      removeEventListener("resize", close);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [isOpen, close]);
  useEffect(() => stay, [stay]);
  const open = (of: T, element: HTMLElement): void => {
    stay();
    setCard({ of, beside: element.getBoundingClientRect() });
  };
  return {
    card,
    thing: (of) => ({
      // A finger has no hover: its press opens what the card would say.
      onPointerEnter: (event) => event.pointerType === "mouse" && open(of, event.currentTarget),
      onPointerLeave: leave,
      onFocus: (event) => event.currentTarget.matches(":focus-visible") && open(of, event.currentTarget),
      onBlur: close,
    }),
    onCard: { onPointerEnter: stay, onPointerLeave: leave },
    close,
  };
}
