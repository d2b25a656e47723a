import type { SeriesHead } from "@materbone/clinical";
import type { Saved, Stored } from "@materbone/registry";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ConflictView } from "../editor/conflict/ConflictView.tsx";
import { DraftBanner } from "../editor/DraftBanner.tsx";
import type { KeptDraft } from "../editor/drafts.ts";
import { HeadEditorProvider } from "../editor/editor-context.tsx";
import { createHeadStore } from "../editor/editor-store.ts";
import { PendingList } from "../editor/PendingList.tsx";
import { SaveBar } from "../editor/SaveBar.tsx";
import { AimProvider } from "../fields/aim.tsx";
import { useSay } from "../language/language.tsx";
import classes from "./Head.module.css";
import { HeadMenu } from "./HeadMenu.tsx";
import { HeadSections } from "./HeadSections.tsx";
import { headWords as words } from "./head-words.ts";

const route = getRouteApi("/series/$series/settings");

/** The work on the head of a series, kept as a draft and saved like that on a woman. */
export function HeadWorkbench(props: {
  readonly stored: Stored<SeriesHead>;
  readonly drafts: readonly KeptDraft[];
  readonly onSaved: (head: SeriesHead, saved: Saved) => void;
}): ReactNode {
  const say = useSay();
  const { at } = route.useSearch();
  const onSaved = useRef(props.onSaved);
  onSaved.current = props.onSaved;
  const [store] = useState(() =>
    createHeadStore({
      stored: props.stored,
      drafts: props.drafts,
      onSaved: (head, saved) => onSaved.current(head, saved),
    }),
  );
  useEffect(() => store.start(), [store]);
  return (
    <HeadEditorProvider store={store}>
      <AimProvider start={at}>
        <div className={classes.top}>
          <h1 className={classes.title}>{say(words.title)}</h1>
          <SaveBar>
            <HeadMenu series={props.stored.value.id} />
          </SaveBar>
        </div>
        <DraftBanner />
        <PendingList />
        <ConflictView />
        <HeadSections />
      </AimProvider>
    </HeadEditorProvider>
  );
}
