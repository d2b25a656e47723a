import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSay } from "../language/language.tsx";
import { PANEL_LINK, PanelNav } from "../parts/PanelNav.tsx";
import classes from "./Finder.module.css";
import { finderWords as words } from "./finder-words.ts";

/** What stands around every page of the finder: what it is, and the ways between its pages, those of a run included. */
export function FinderFrame({
  run,
  title,
  children,
}: {
  readonly run?: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const say = useSay();
  const way = { className: PANEL_LINK, activeOptions: { exact: true, includeSearch: false } };
  return (
    <>
      <h1 className={classes.title}>{title}</h1>
      <p className={`mb-muted ${classes.lead}`}>{say(words.notice)}</p>
      <PanelNav label={say(words.sections)}>
        <li>
          <Link to="/find" {...way}>
            {say(words.search)}
          </Link>
        </li>
        <li>
          <Link to="/find/definition" {...way}>
            {say(words.definition)}
          </Link>
        </li>
        {run !== undefined && (
          <>
            <li>
              <Link to="/find/runs/$run" params={{ run }} {...way}>
                {say(words.worklist)}
              </Link>
            </li>
            <li>
              <Link to="/find/runs/$run/review" params={{ run }} {...way}>
                {say(words.review)}
              </Link>
            </li>
            <li>
              <Link to="/find/runs/$run/summary" params={{ run }} {...way}>
                {say(words.summary)}
              </Link>
            </li>
          </>
        )}
      </PanelNav>
      {children}
    </>
  );
}
