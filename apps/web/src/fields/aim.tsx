import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useSay } from "../language/language.tsx";
import classes from "./Fields.module.css";
import { fieldWords } from "./field-words.ts";

/** A place to go to; a new object each time, so that the same place can be gone to twice. */
export type Aim = { readonly at: string };

type Aiming = {
  readonly aim: Aim | undefined;
  readonly goTo: (at: string) => void;
  /** Says what changed by itself, to those who do not see it. */
  readonly announce: (text: string) => void;
  /** Says to everyone that something was not done, until it is closed or something else is done. */
  readonly warn: (text: string) => void;
};

const AimContext = createContext<Aiming>({
  aim: undefined,
  goTo: () => undefined,
  announce: () => undefined,
  warn: () => undefined,
});

export function useAiming(): Aiming {
  return useContext(AimContext);
}

/** Takes the focus to a place of the record, opens what hides it, and says what changes by itself. */
export function AimProvider({
  start,
  children,
}: {
  readonly start: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const [aim, setAim] = useState<Aim | undefined>();
  const [said, setSaid] = useState("");
  const last = useRef<string>(undefined);
  const [warning, setWarning] = useState("");
  const goTo = useCallback((at: string) => {
    setAim({ at });
    setWarning("");
  }, []);
  const announce = useCallback((text: string) => {
    setSaid(text);
    setWarning("");
  }, []);

  useEffect(() => {
    if (start !== undefined && start !== last.current) setAim({ at: start });
    last.current = start;
  }, [start]);

  // Disclosures on the way open with the same render; the field is there a frame later.
  useEffect(() => {
    if (aim === undefined) return;
    let frames = 0;
    let request = 0;
    const look = (): void => {
      const isThere = focusPlace(aim.at, frames > 20);
      frames += 1;
      if (!isThere && frames < 40) request = requestAnimationFrame(look);
    };
    request = requestAnimationFrame(look);
    return () => cancelAnimationFrame(request);
  }, [aim]);

  const value = useMemo(() => ({ aim, goTo, announce, warn: setWarning }), [aim, goTo, announce]);
  return (
    <AimContext value={value}>
      {children}
      <p className="mb-hidden" role="status" aria-live="polite">
        {said}
      </p>
      <Warning text={warning} onClose={() => setWarning("")} />
    </AimContext>
  );
}

/** The region is always there, so that what enters it is read out. */
function Warning({ text, onClose }: { readonly text: string; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  return (
    <div role="alert">
      {text !== "" && (
        <div className={classes.warning}>
          <span>{text}</span>
          <button type="button" className={classes.button} onClick={onClose}>
            {say(fieldWords.close)}
          </button>
        </div>
      )}
    </div>
  );
}

/** Focuses the field at a place; for an object or entry its first field. With `orNear` the closest thing around it. */
function focusPlace(at: string, orNear: boolean): boolean {
  const exact = document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
  const inside = document.querySelector<HTMLElement>(`[data-at^="${CSS.escape(at)}/"]`);
  const target = exact ?? inside;
  if (target !== null) {
    const control = isControl(target) ? target : (target.querySelector<HTMLElement>(CONTROLS) ?? target);
    control.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
    return true;
  }
  const parent = at.slice(0, Math.max(0, at.lastIndexOf("/")));
  return orNear && parent !== "" ? focusPlace(parent, true) : false;
}

const CONTROLS = "input, select, textarea, button";

function isControl(element: HTMLElement): boolean {
  return element.matches(CONTROLS);
}

/** Does the aim lie at or inside one of the places? */
export function isAimedAt(aim: Aim | undefined, places: readonly string[]): boolean {
  return aim !== undefined && places.some((place) => aim.at === place || aim.at.startsWith(`${place}/`));
}
