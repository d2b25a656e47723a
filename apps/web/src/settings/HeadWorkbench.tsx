import type { SeriesHead } from "@materbone/clinical";
import type { Draft, Saved, Stored } from "@materbone/registry";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ConflictView } from "../case/conflict/ConflictView.tsx";
import { DraftBanner } from "../case/DraftBanner.tsx";
import { AimProvider } from "../case/fields/aim.tsx";
import { PendingList } from "../case/PendingList.tsx";
import { HeadEditorProvider } from "../editor/editor-context.tsx";
import { createHeadStore } from "../editor/editor-store.ts";
import { useSay } from "../language/language.tsx";
import classes from "./Head.module.css";
import { HeadSaveBar } from "./HeadSaveBar.tsx";
import { HeadSections } from "./HeadSections.tsx";
import { headWords as words } from "./head-words.ts";

const route = getRouteApi("/series/$series/settings");

/** The work on the head of a series, kept as a draft and saved like that on a woman. */
export function HeadWorkbench(props: {
  readonly stored: Stored<SeriesHead>;
  readonly drafts: readonly Draft[];
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
          <HeadSaveBar series={props.stored.value.id} />
        </div>
        <DraftBanner />
        <PendingList />
        <ConflictView />
        <HeadSections />
      </AimProvider>
    </HeadEditorProvider>
  );
}
