import { say } from "@materbone/clinical";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useAiming } from "../fields/aim.tsx";
import { useTerms } from "../language/language.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { placeWords } from "../parts/place-words.ts";
import { useEditor, useEditorStore, usePlaceOf } from "./editor-context.tsx";
import type { SaveStatus } from "./editor-store.ts";
import classes from "./SaveBar.module.css";
import { SaveStatusLine } from "./SaveStatusLine.tsx";
import { notSavedText, saveWords } from "./save-words.ts";
import { useWorkKeys } from "./use-work-keys.ts";

/** How the work on a document stands, and what can be done with it as a whole; `children` are the acts of its kind. */
export function SaveBar(props: { readonly children: ReactNode }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const of = usePlaceOf();
  const { editor, status } = useEditor();
  const { announce, goTo, warn } = useAiming();
  const [why, setWhy] = useState("");
  const isChanged = status.kind !== "saved";
  const isWaiting = Object.keys(editor.pending).length > 0;
  const canSave = isChanged && !UNSAVABLE.includes(status.kind) && !isWaiting;

  const save = (): void => {
    const { pending, record } = store.snapshot().editor;
    const [waiting] = Object.keys(pending);
    if (waiting !== undefined) {
      (document.activeElement as HTMLElement | null)?.blur();
      goTo(waiting);
      const place = placeWords(waiting, of, terms, record);
      warn(say(notSavedText, { place, others: Object.keys(pending).length - 1 }, terms));
      return;
    }
    void store.save(why.trim() === "" ? undefined : why.trim());
  };
  const undo = (): void => {
    store.undo();
    announce(terms.text(saveWords.undone));
  };
  const redo = (): void => {
    store.redo();
    announce(terms.text(saveWords.redone));
  };
  useWorkKeys({ save, undo, redo });
  // What was said of a save that was held up is over with what held it up.
  const wasWaiting = useRef(isWaiting);
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) warn("");
    wasWaiting.current = isWaiting;
  }, [isWaiting, warn]);
  useEffect(() => {
    if (status.kind === "saved") setWhy("");
  }, [status.kind]);

  return (
    <>
      <section className={`${classes.bar} mb-noprint`} aria-label={terms.text(saveWords.bar)}>
        <SaveStatusLine />
        {isChanged && (
          <input
            className={classes.why}
            aria-label={terms.text(saveWords.why)}
            placeholder={terms.text(saveWords.why)}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
        <button
          type="button"
          className={classes.quiet}
          disabled={editor.past.length === 0}
          aria-keyshortcuts="Control+Z"
          title="Ctrl+Z"
          onClick={undo}
        >
          {terms.text(saveWords.undo)}
        </button>
        <button
          type="button"
          className={classes.quiet}
          disabled={editor.future.length === 0}
          aria-keyshortcuts="Control+Shift+Z Control+Y"
          title="Ctrl+Shift+Z"
          onClick={redo}
        >
          {terms.text(saveWords.redo)}
        </button>
        {props.children}
        <button
          type="button"
          className={classes.save}
          aria-disabled={!canSave}
          aria-keyshortcuts="Control+S"
          title="Ctrl+S"
          onClick={save}
        >
          {terms.text(saveWords.save)}
        </button>
      </section>
      {(status.kind === "refused" || status.kind === "unkept") && (
        <ProblemCard problem={status.problem} of={of} onRetry={save} />
      )}
    </>
  );
}

/** Where a save would write nothing, or not yet. */
const UNSAVABLE: readonly SaveStatus["kind"][] = ["saving", "conflict", "behind"];
