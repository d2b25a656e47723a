import { say } from "@materbone/clinical";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useAiming } from "../case/fields/aim.tsx";
import bar from "../case/SaveBar.module.css";
import { SaveStatusLine } from "../case/SaveStatusLine.tsx";
import { saveWords, waitingText } from "../case/save-words.ts";
import { useWorkKeys } from "../case/use-work-keys.ts";
import { useEditor, useEditorStore } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { headWords } from "./head-words.ts";

/** How the work on the head stands, and what can be done with it as a whole. */
export function HeadSaveBar({ series }: { readonly series: string }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const store = useEditorStore();
  const { editor, status } = useEditor();
  const { announce, goTo } = useAiming();
  const [why, setWhy] = useState("");
  const isChanged = status.kind !== "saved";
  const isWaiting = Object.keys(editor.pending).length > 0;
  const canSave = isChanged && status.kind !== "saving" && status.kind !== "conflict" && !isWaiting;
  const save = (): void => {
    const [waiting] = Object.keys(store.snapshot().editor.pending);
    if (waiting !== undefined) {
      (document.activeElement as HTMLElement | null)?.blur();
      announce(say(waitingText, { count: Object.keys(editor.pending).length }, terms));
      goTo(waiting);
      return;
    }
    void store.save(why.trim() === "" ? undefined : why.trim());
  };
  const undo = (): void => {
    store.undo();
    announce(text(saveWords.undone));
  };
  const redo = (): void => {
    store.redo();
    announce(text(saveWords.redone));
  };
  useWorkKeys({ save, undo, redo });
  useEffect(() => {
    if (status.kind === "saved") setWhy("");
  }, [status.kind]);
  return (
    <>
      <section className={bar.bar} aria-label={text(saveWords.bar)}>
        <SaveStatusLine />
        {isChanged && (
          <input
            className={bar.why}
            aria-label={text(saveWords.why)}
            placeholder={text(saveWords.why)}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        )}
        <button type="button" className={bar.quiet} disabled={editor.past.length === 0} onClick={undo}>
          {text(saveWords.undo)}
        </button>
        <button type="button" className={bar.quiet} disabled={editor.future.length === 0} onClick={redo}>
          {text(saveWords.redo)}
        </button>
        <button type="button" className={bar.quiet} disabled={!isChanged} onClick={() => store.revert()}>
          {text(saveWords.revert)}
        </button>
        <Link to="/series/$series/history" params={{ series }}>
          {text(headWords.history)}
        </Link>
        <button
          type="button"
          className={bar.save}
          aria-disabled={!canSave}
          aria-keyshortcuts="Control+S"
          title="Ctrl+S"
          onClick={save}
        >
          {text(saveWords.save)}
        </button>
      </section>
      {status.kind === "refused" && <ProblemCard problem={status.problem} onRetry={save} />}
    </>
  );
}
