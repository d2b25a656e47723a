import { type ReactNode, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { useTerms } from "../../language/language.tsx";
import { caseWords, type SectionId, sectionWords } from "../case-words.ts";
import classes from "./RecordForm.module.css";
import { SECTION_IDS, SECTION_KEYS } from "./section-keys.ts";

/** Leads to every section, marks the one in view and those that hold something. */
export function SectionIndex(props: {
  readonly form: RefObject<HTMLDivElement | null>;
  /** Called before a section is gone to, which may not be drawn yet. */
  readonly onGo: () => void;
}): ReactNode {
  const { form, onGo } = props;
  const terms = useTerms();
  const store = useEditorStore();
  const [here, setHere] = useState<SectionId>("person");
  const asked = useRef<SectionId>(undefined);
  // A string, so that typing inside a filled section draws nothing anew.
  const filled = useSyncExternalStore(store.subscribe, () => {
    const { record } = store.snapshot().editor;
    return SECTION_IDS.filter((id) => SECTION_KEYS[id].some((key) => key !== "id" && record[key] !== undefined)).join();
  });
  useEffect(() => {
    const sections = [...(form.current?.querySelectorAll<HTMLElement>("section[id^=section-]") ?? [])];
    // On wide screens the form scrolls by itself, on narrow ones with the page.
    const frame = form.current?.parentElement ?? null;
    const root = frame !== null && getComputedStyle(frame).overflowY === "auto" ? frame : null;
    const inView = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inView.add(target.id);
          else inView.delete(target.id);
        }
        // The last sections cannot come up to the index: what was gone to is here until the form is moved by hand.
        const first = SECTION_IDS.find((id) => inView.has(`section-${id}`));
        if (first !== undefined && asked.current === undefined) setHere(first);
      },
      { root, rootMargin: "-100px 0px -60% 0px" },
    );
    for (const section of sections) observer.observe(section);
    const moved = (): void => {
      asked.current = undefined;
    };
    const place: Window | HTMLElement = root ?? window;
    place.addEventListener("wheel", moved, { passive: true });
    place.addEventListener("touchmove", moved, { passive: true });
    place.addEventListener("focusin", moved);
    return () => {
      observer.disconnect();
      place.removeEventListener("wheel", moved);
      place.removeEventListener("touchmove", moved);
      place.removeEventListener("focusin", moved);
    };
  }, [form]);
  const go = (id: SectionId): void => {
    onGo();
    const section = document.getElementById(`section-${id}`);
    section?.scrollIntoView({ block: "start" });
    document.getElementById(`heading-${id}`)?.focus({ preventScroll: true });
    asked.current = id;
    setHere(id);
  };
  return (
    <nav aria-label={terms.text(caseWords.sections)} className={`${classes.index} mb-noprint`}>
      {SECTION_IDS.map((id) => (
        <a
          key={id}
          href={`#section-${id}`}
          aria-current={here === id ? "location" : undefined}
          data-filled={filled.split(",").includes(id)}
          onClick={(event) => {
            event.preventDefault();
            go(id);
          }}
        >
          {terms.text(sectionWords[id])}
        </a>
      ))}
    </nav>
  );
}
