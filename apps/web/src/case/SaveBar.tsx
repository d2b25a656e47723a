import { Menu } from "@mantine/core";
import { say } from "@materbone/clinical";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useEditor, useEditorStore } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { ProblemCard } from "../parts/ProblemCard.tsx";
import { DeleteWoman } from "./DeleteWoman.tsx";
import { exportRecord } from "./export-record.ts";
import { useAiming } from "./fields/aim.tsx";
import classes from "./SaveBar.module.css";
import { SaveStatusLine } from "./SaveStatusLine.tsx";
import { saveWords, waitingText } from "./save-words.ts";
import { useWorkKeys } from "./use-work-keys.ts";

/** How the work stands, and everything that can be done with it as a whole. */
export function SaveBar({ series }: { readonly series: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const navigate = useNavigate();
  const { editor, status } = useEditor();
  const { announce, goTo } = useAiming();
  const [why, setWhy] = useState("");
  const [isDeleting, setIsDeleting] = useState(false);
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
    announce(terms.text(saveWords.undone));
  };
  const redo = (): void => {
    store.redo();
    announce(terms.text(saveWords.redone));
  };
  useWorkKeys({ save, undo, redo });
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
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <button type="button" className={classes.quiet}>
              {terms.text(saveWords.more)} <span aria-hidden="true">▾</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item disabled={!isChanged} onClick={() => store.revert()}>
              {terms.text(saveWords.revert)}
            </Menu.Item>
            <Menu.Item
              onClick={() =>
                void navigate({
                  to: "/series/$series/history",
                  params: { series },
                  search: { case: store.snapshot().editor.saved.id },
                })
              }
            >
              {terms.text(saveWords.history)}
            </Menu.Item>
            <Menu.Item onClick={() => exportRecord(store.snapshot().editor.record)}>
              {terms.text(saveWords.export)}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" onClick={() => setIsDeleting(true)}>
              {terms.text(saveWords.remove)}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
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
      {status.kind === "refused" && <ProblemCard problem={status.problem} onRetry={save} />}
      {isDeleting && <DeleteWoman series={series} onClose={() => setIsDeleting(false)} />}
    </>
  );
}
