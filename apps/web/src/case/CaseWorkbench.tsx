import type { CaseRecord, SeriesHead } from "@materbone/clinical";
import type { Saved, Stored } from "@materbone/registry";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { casePath } from "../api/request.ts";
import { ConflictView } from "../editor/conflict/ConflictView.tsx";
import { DraftBanner } from "../editor/DraftBanner.tsx";
import type { KeptDraft } from "../editor/drafts.ts";
import { EditorProvider } from "../editor/editor-context.tsx";
import { createEditorStore } from "../editor/editor-store.ts";
import { useOpenWork } from "../editor/open-work.ts";
import { PendingList } from "../editor/PendingList.tsx";
import { SaveBar } from "../editor/SaveBar.tsx";
import { AimProvider } from "../fields/aim.tsx";
import { useSay } from "../language/language.tsx";
import { CaseHeader } from "./CaseHeader.tsx";
import { CaseMenu } from "./CaseMenu.tsx";
import classes from "./CaseWorkbench.module.css";
import { CASE_SIDES, sideOf } from "./case-search.ts";
import { caseWords } from "./case-words.ts";
import { PanelFrame } from "./PanelFrame.tsx";
import { RecordForm } from "./record/RecordForm.tsx";

const route = getRouteApi("/series/$series/case/$case");

/** The work on one woman: the form, what follows from it, and how the work stands towards the disk. */
export function CaseWorkbench(props: {
  readonly series: string;
  readonly id: string;
  readonly head: SeriesHead;
  /** What the server holds; `undefined` when it is away and this window still holds the work. */
  readonly stored: Stored<CaseRecord> | undefined;
  readonly drafts: readonly KeptDraft[] | undefined;
  readonly onSaved: (record: CaseRecord, saved: Saved) => void;
}): ReactNode {
  const { series, id, head, stored, drafts } = props;
  const say = useSay();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { at } = search;
  const side = sideOf(search);
  const store = useOpenWork<CaseRecord>(casePath(series, id), props.onSaved, (onSaved) => {
    if (stored === undefined || drafts === undefined) throw new TypeError("neither work nor a record to begin from");
    return createEditorStore({ series, stored, drafts, onSaved });
  });

  return (
    <EditorProvider store={store} series={head}>
      <AimProvider start={at}>
        <div className={classes.bench} data-side={side}>
          <div className={classes.top}>
            <CaseHeader />
            <SaveBar>
              <CaseMenu series={series} />
            </SaveBar>
          </div>
          <DraftBanner />
          <PendingList />
          <ConflictView />
          <nav className={classes.sides} aria-label={say(caseWords.sides)}>
            {CASE_SIDES.map((value) => (
              <button
                key={value}
                type="button"
                aria-pressed={side === value}
                onClick={() =>
                  void navigate({
                    to: ".",
                    search: (previous) => ({ ...previous, side: value }),
                    replace: true,
                    resetScroll: false,
                  })
                }
              >
                {say(value === "record" ? caseWords.record : caseWords.follows)}
              </button>
            ))}
          </nav>
          <section className={classes.record} aria-label={say(caseWords.record)}>
            <RecordForm />
          </section>
          <section className={classes.panel} aria-label={say(caseWords.panels)}>
            <PanelFrame series={series} />
          </section>
        </div>
      </AimProvider>
    </EditorProvider>
  );
}
