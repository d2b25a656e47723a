import type { SeriesHead } from "@materbone/clinical";
import type { Saved, Stored } from "@materbone/registry";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { seriesPath } from "../api/request.ts";
import { ConflictView } from "../editor/conflict/ConflictView.tsx";
import { DraftBanner } from "../editor/DraftBanner.tsx";
import type { KeptDraft } from "../editor/drafts.ts";
import { DocumentEditorProvider } from "../editor/editor-context.tsx";
import { createHeadStore } from "../editor/editor-store.ts";
import { useOpenWork } from "../editor/open-work.ts";
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
  readonly series: string;
  /** What the server holds; `undefined` when it is away and this window still holds the work. */
  readonly stored: Stored<SeriesHead> | undefined;
  readonly drafts: readonly KeptDraft[] | undefined;
  readonly onSaved: (head: SeriesHead, saved: Saved) => void;
}): ReactNode {
  const { series, stored, drafts } = props;
  const say = useSay();
  const { at } = route.useSearch();
  const store = useOpenWork<SeriesHead>(seriesPath(series), props.onSaved, (onSaved) => {
    if (stored === undefined || drafts === undefined) throw new TypeError("neither work nor a head to begin from");
    return createHeadStore({ stored, drafts, onSaved });
  });
  return (
    <DocumentEditorProvider store={store} of="series">
      <AimProvider start={at}>
        <div className={classes.top}>
          <h1 className={classes.title}>{say(words.title)}</h1>
          <SaveBar>
            <HeadMenu series={series} />
          </SaveBar>
        </div>
        <DraftBanner />
        <PendingList />
        <ConflictView />
        <HeadSections />
      </AimProvider>
    </DocumentEditorProvider>
  );
}
