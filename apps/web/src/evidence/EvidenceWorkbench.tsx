import { Link } from "@tanstack/react-router";
import type { ComponentType, ReactNode } from "react";
import { ConflictView } from "../editor/conflict/ConflictView.tsx";
import { DraftBanner } from "../editor/DraftBanner.tsx";
import { DocumentEditorProvider, useEditor } from "../editor/editor-context.tsx";
import { type LiteratureBeginning, useLiteratureStore } from "../editor/literature-work.ts";
import { PendingList } from "../editor/PendingList.tsx";
import bar from "../editor/SaveBar.module.css";
import { SaveBar } from "../editor/SaveBar.tsx";
import { saveWords } from "../editor/save-words.ts";
import { AimProvider } from "../fields/aim.tsx";
import { useSay } from "../language/language.tsx";
import { apart } from "../parts/apart.tsx";
import { Loading } from "../parts/Loading.tsx";
import { PANEL_LINK, PanelNav } from "../parts/PanelNav.tsx";
import { ActiveChoices } from "./choices/ActiveChoices.tsx";
import classes from "./Evidence.module.css";
import { EvidenceDialogs } from "./EvidenceDialogs.tsx";
import { EditingProvider } from "./edit/editing.tsx";
import { EvidenceProvider, useEvidenceSearch, useLiteratureWork } from "./evidence-context.tsx";
import { EVIDENCE_PANELS, type EvidencePanel } from "./evidence-search.ts";
import { evidenceWords as words } from "./evidence-words.ts";

/** The work on the literature, and one panel of what follows from it. */
export function EvidenceWorkbench({ beginning }: { readonly beginning: LiteratureBeginning }): ReactNode {
  const say = useSay();
  const store = useLiteratureStore(beginning);
  return (
    <DocumentEditorProvider store={store} of="literature">
      <AimProvider start={undefined}>
        <div className={classes.top}>
          <h1 className={classes.title}>{say(words.title)}</h1>
          <SaveBar>
            <Revert />
          </SaveBar>
        </div>
        <DraftBanner />
        <PendingList />
        <ConflictView />
        <EvidenceProvider>
          <EditingProvider>
            <PanelLinks />
            <ActiveChoices />
            <Panel />
            <EvidenceDialogs />
          </EditingProvider>
        </EvidenceProvider>
      </AimProvider>
    </DocumentEditorProvider>
  );
}

function Revert(): ReactNode {
  const say = useSay();
  const store = useLiteratureWork();
  const isChanged = useEditor().status.kind !== "saved";
  return (
    <button type="button" className={bar.quiet} disabled={!isChanged} onClick={() => store.revert()}>
      {say(saveWords.revert)}
    </button>
  );
}

function PanelLinks(): ReactNode {
  const say = useSay();
  const { show = "summary" } = useEvidenceSearch();
  return (
    <PanelNav label={say(words.kinds)}>
      {EVIDENCE_PANELS.map((panel) => (
        <li key={panel}>
          <Link
            from="/evidence"
            to="/evidence"
            search={(previous) => ({ ...previous, show: panel })}
            className={PANEL_LINK}
            activeProps={{}}
            aria-current={panel === show ? "page" : undefined}
          >
            {say(words[panel])}
          </Link>
        </li>
      ))}
    </PanelNav>
  );
}

const waiting = (): ReactNode => <Loading />;

const PANELS: Readonly<Record<EvidencePanel, ComponentType>> = {
  summary: apart(
    () => import("./summary/SummaryPanel.tsx"),
    ({ SummaryPanel }) => SummaryPanel,
    waiting,
  ),
  studies: apart(
    () => import("./studies/StudiesPanel.tsx"),
    ({ StudiesPanel }) => StudiesPanel,
    waiting,
  ),
  forest: apart(
    () => import("./forest/ForestPanel.tsx"),
    ({ ForestPanel }) => ForestPanel,
    waiting,
  ),
  harvest: apart(
    () => import("./harvest/HarvestPanel.tsx"),
    ({ HarvestPanel }) => HarvestPanel,
    waiting,
  ),
  small: apart(
    () => import("./small/SmallPanel.tsx"),
    ({ SmallPanel }) => SmallPanel,
    waiting,
  ),
  benchmark: apart(
    () => import("./benchmark/BenchmarkPanel.tsx"),
    ({ BenchmarkPanel }) => BenchmarkPanel,
    waiting,
  ),
  appraisal: apart(
    () => import("./appraisal/AppraisalPanel.tsx"),
    ({ AppraisalPanel }) => AppraisalPanel,
    waiting,
  ),
};

function Panel(): ReactNode {
  const { show = "summary" } = useEvidenceSearch();
  const Shown = PANELS[show];
  return <Shown />;
}
