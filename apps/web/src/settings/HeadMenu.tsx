import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEditor, useEditorStore } from "../editor/editor-context.tsx";
import classes from "../editor/SaveBar.module.css";
import { saveWords } from "../editor/save-words.ts";
import { useSay } from "../language/language.tsx";
import { headWords } from "./head-words.ts";

/** What else is done with the head of a series as a whole. */
export function HeadMenu({ series }: { readonly series: string }): ReactNode {
  const say = useSay();
  const store = useEditorStore();
  const isChanged = useEditor().status.kind !== "saved";
  return (
    <>
      <button type="button" className={classes.quiet} disabled={!isChanged} onClick={() => store.revert()}>
        {say(saveWords.revert)}
      </button>
      <Link to="/series/$series/history" params={{ series }}>
        {say(headWords.history)}
      </Link>
    </>
  );
}
