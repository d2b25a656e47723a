import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useSay } from "../language/language.tsx";
import { apart } from "../parts/apart.tsx";
import { Loading } from "../parts/Loading.tsx";
import { CourseStrip } from "./CourseStrip.tsx";
import { CASE_PANELS, type CasePanel } from "./case-search.ts";
import { caseWords, panelWords } from "./case-words.ts";
import classes from "./PanelFrame.module.css";
import { TimelinePanel } from "./panels/TimelinePanel.tsx";
import { useStripChoice } from "./use-strip-choice.ts";

const route = getRouteApi("/series/$series/case/$case");

const VerdictPanel = apart(
  () => import("./panels/VerdictPanel.tsx"),
  ({ VerdictPanel }) => VerdictPanel,
  () => <Loading />,
);
const ResponsePanel = apart(
  () => import("./panels/ResponsePanel.tsx"),
  ({ ResponsePanel }) => ResponsePanel,
  () => <Loading />,
);
const OptionsPanel = apart(
  () => import("./panels/OptionsPanel.tsx"),
  ({ OptionsPanel }) => OptionsPanel,
  () => <Loading />,
);
const FollowUpPanel = apart(
  () => import("./panels/FollowUpPanel.tsx"),
  ({ FollowUpPanel }) => FollowUpPanel,
  () => <Loading />,
);
const CaseFindingsPanel = apart(
  () => import("./panels/CaseFindingsPanel.tsx"),
  ({ CaseFindingsPanel }) => CaseFindingsPanel,
  () => <Loading />,
);

/** Panels with the course of the woman in a figure of their own. */
const DRAWS_COURSE: readonly CasePanel[] = ["timeline", "response"];

/** What follows from the record, one view at a time. */
export function PanelFrame({ series }: { readonly series: string }): ReactNode {
  const say = useSay();
  const navigate = useNavigate();
  const { panel = "timeline" } = route.useSearch();
  const [isStripOpen, setStripOpen] = useStripChoice();
  const tabs = useRef<HTMLDivElement>(null);
  const show = (next: CasePanel): void => {
    void navigate({ to: ".", search: (previous) => ({ ...previous, panel: next }), replace: true, resetScroll: false });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = CASE_PANELS.indexOf(panel);
    const next =
      event.key === "ArrowRight"
        ? here + 1
        : event.key === "ArrowLeft"
          ? here - 1
          : event.key === "Home"
            ? 0
            : event.key === "End"
              ? CASE_PANELS.length - 1
              : undefined;
    if (next === undefined) return;
    event.preventDefault();
    const target = CASE_PANELS[(next + CASE_PANELS.length) % CASE_PANELS.length] ?? "timeline";
    show(target);
    tabs.current?.querySelector<HTMLElement>(`#tab-${target}`)?.focus();
  };
  return (
    <>
      <div ref={tabs} role="tablist" aria-label={say(caseWords.panels)} className={`${classes.tabs} mb-noprint`}>
        {CASE_PANELS.map((id) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={panel === id}
            aria-controls="case-panel"
            tabIndex={panel === id ? 0 : -1}
            className={classes.tab}
            onClick={() => show(id)}
            onKeyDown={onKeyDown}
          >
            {say(panelWords[id])}
          </button>
        ))}
      </div>
      {!DRAWS_COURSE.includes(panel) && <CourseStrip isOpen={isStripOpen} onToggle={setStripOpen} />}
      <div id="case-panel" role="tabpanel" aria-labelledby={`tab-${panel}`} className={classes.panel}>
        <PanelOf panel={panel} series={series} />
      </div>
    </>
  );
}

function PanelOf({ panel, series }: { readonly panel: CasePanel; readonly series: string }): ReactNode {
  switch (panel) {
    case "verdict":
      return <VerdictPanel />;
    case "response":
      return <ResponsePanel />;
    case "options":
      return <OptionsPanel />;
    case "follow-up":
      return <FollowUpPanel series={series} />;
    case "findings":
      return <CaseFindingsPanel series={series} />;
    default:
      return <TimelinePanel />;
  }
}
