import { say } from "@materbone/clinical";
import { Link } from "@tanstack/react-router";
import type { ComponentType, ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import { apart } from "../parts/apart.tsx";
import { Loading } from "../parts/Loading.tsx";
import { PANEL_LINK, PanelNav } from "../parts/PanelNav.tsx";
import { InputsPanel } from "./inputs/InputsPanel.tsx";
import classes from "./Simulator.module.css";
import { useSimulation, useSimulatorSearch } from "./simulator-context.tsx";
import { SIMULATOR_PANELS, type SimulatorPanel } from "./simulator-search.ts";
import { sayRecordedFor, simulatorWords as words } from "./simulator-words.ts";
import { WarningsBox } from "./WarningsBox.tsx";

/** Inputs beside one panel of what follows from them. */
export function SimulatorWorkbench(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { woman } = useSimulation();
  return (
    <>
      <div className={classes.top}>
        <h1 className={classes.title}>{text(words.title)}</h1>
        {woman !== undefined && (
          <p className={classes.of}>
            {say(sayRecordedFor, { name: woman.name }, terms)}{" "}
            <Link to="/series/$series/case/$case" params={{ series: woman.series, case: woman.id }}>
              {text(words.toCase)}
            </Link>
          </p>
        )}
      </div>
      <div className={classes.hypothesis} role="note">
        <strong className={classes.sign}>{text(words.hypothesis)}</strong>
        <p>
          {text(words.notForecast)} {text(words.effect)}
        </p>
      </div>
      <div className={classes.layout}>
        <InputsPanel />
        <div className={classes.shown}>
          <PanelLinks />
          <Panel />
          <WarningsBox />
        </div>
      </div>
    </>
  );
}

function PanelLinks(): ReactNode {
  const { text } = useTerms();
  const { woman } = useSimulation();
  const show = useShown();
  return (
    <PanelNav label={text(words.kinds)}>
      {SIMULATOR_PANELS.filter((panel) => panel !== "fit" || woman !== undefined).map((panel) => (
        <li key={panel}>
          <Link
            from="/simulate"
            to="/simulate"
            search={(previous) => ({ ...previous, show: panel })}
            resetScroll={false}
            className={PANEL_LINK}
            activeProps={{}}
            aria-current={panel === show ? "page" : undefined}
          >
            {text(words[panel])}
          </Link>
        </li>
      ))}
    </PanelNav>
  );
}

const waiting = (): ReactNode => <Loading />;

const PANELS: Readonly<Record<SimulatorPanel, ComponentType>> = {
  course: apart(
    () => import("./course/CoursePanel.tsx"),
    ({ CoursePanel }) => CoursePanel,
    waiting,
  ),
  fit: apart(
    () => import("./fit/FitPanel.tsx"),
    ({ FitPanel }) => FitPanel,
    waiting,
  ),
  graph: apart(
    () => import("./graph/GraphPanel.tsx"),
    ({ GraphPanel }) => GraphPanel,
    waiting,
  ),
  markers: apart(
    () => import("./markers/MarkersPanel.tsx"),
    ({ MarkersPanel }) => MarkersPanel,
    waiting,
  ),
  compare: apart(
    () => import("./compare/ComparePanel.tsx"),
    ({ ComparePanel }) => ComparePanel,
    waiting,
  ),
  parameters: apart(
    () => import("./parameters/ParametersPanel.tsx"),
    ({ ParametersPanel }) => ParametersPanel,
    waiting,
  ),
};

function Panel(): ReactNode {
  const Shown = PANELS[useShown()];
  return <Shown />;
}

/** The panel of the address; without a woman there are no scans to fit. */
function useShown(): SimulatorPanel {
  const { woman } = useSimulation();
  const { show = "course" } = useSimulatorSearch();
  return show === "fit" && woman === undefined ? "course" : show;
}
