import type { Literature } from "@materbone/evidence";
import { Link } from "@tanstack/react-router";
import type { ComponentType, ReactNode } from "react";
import type { StoredLiterature } from "../api/queries.ts";
import { LITERATURE_PATH } from "../api/request.ts";
import { ConflictView } from "../editor/conflict/ConflictView.tsx";
import { DraftBanner } from "../editor/DraftBanner.tsx";
import type { KeptDraft } from "../editor/drafts.ts";
import { DocumentEditorProvider } from "../editor/editor-context.tsx";
import type { StoreOptions } from "../editor/editor-store.ts";
import { useOpenWork } from "../editor/open-work.ts";
import { SaveBar } from "../editor/SaveBar.tsx";
import { AimProvider } from "../fields/aim.tsx";
import { useSay } from "../language/language.tsx";
import { apart } from "../parts/apart.tsx";
import { Loading } from "../parts/Loading.tsx";
import { ActiveChoices } from "./choices/ActiveChoices.tsx";
import classes from "./Evidence.module.css";
import { EvidenceProvider, useEvidenceSearch } from "./evidence-context.tsx";
import { EVIDENCE_PANELS, type EvidencePanel } from "./evidence-search.ts";
import { evidenceWords as words } from "./evidence-words.ts";
import { createLiteratureStore } from "./literature-store.ts";

/** The work on the literature, and one panel of what follows from it. */
export function EvidenceWorkbench(props: {
  /** What the server holds; `undefined` when it is away and this window still holds the work. */
  readonly stored: StoredLiterature | undefined;
  readonly drafts: readonly KeptDraft[] | undefined;
  readonly onSaved: StoreOptions<Literature>["onSaved"];
}): ReactNode {
  const { stored, drafts } = props;
  const say = useSay();
  const store = useOpenWork<Literature>(LITERATURE_PATH, props.onSaved, (onSaved) => {
    if (stored === undefined || drafts === undefined)
      throw new TypeError("neither work nor a literature to begin from");
    return createLiteratureStore({ stored, drafts, onSaved });
  });
  return (
    <DocumentEditorProvider store={store} of="literature">
      <AimProvider start={undefined}>
        <div className={classes.top}>
          <h1 className={classes.title}>{say(words.title)}</h1>
          <SaveBar>{null}</SaveBar>
        </div>
        <DraftBanner />
        <ConflictView />
        <EvidenceProvider>
          <PanelLinks />
          <ActiveChoices />
          <Panel />
        </EvidenceProvider>
      </AimProvider>
    </DocumentEditorProvider>
  );
}

function PanelLinks(): ReactNode {
  const say = useSay();
  const { show = "summary" } = useEvidenceSearch();
  return (
    <nav aria-label={say(words.kinds)} className="mb-noprint">
      <ul className={classes.kinds}>
        {EVIDENCE_PANELS.map((panel) => (
          <li key={panel}>
            <Link
              from="/evidence"
              to="/evidence"
              search={(previous) => ({ ...previous, show: panel })}
              className={classes.kind}
              activeProps={{}}
              aria-current={panel === show ? "page" : undefined}
            >
              {say(words[panel])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const waiting = (): ReactNode => <Loading />;

const PANELS: Readonly<Partial<Record<EvidencePanel, ComponentType>>> = {
  summary: apart(async () => (await import("./summary/SummaryPanel.tsx")).SummaryPanel, waiting),
  forest: apart(async () => (await import("./forest/ForestPanel.tsx")).ForestPanel, waiting),
  harvest: apart(async () => (await import("./harvest/HarvestPanel.tsx")).HarvestPanel, waiting),
  benchmark: apart(async () => (await import("./benchmark/BenchmarkPanel.tsx")).BenchmarkPanel, waiting),
};

function Panel(): ReactNode {
  const { show = "summary" } = useEvidenceSearch();
  const Shown = PANELS[show];
  return Shown === undefined ? null : <Shown />;
}
