import type { ReactNode } from "react";
import classes from "./PanelNav.module.css";

/** Links to the panels of one page, of which one is shown; each item is a `Link` of the class `PANEL_LINK`. */
export function PanelNav({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <nav aria-label={label} className="mb-noprint">
      <ul className={classes.panels}>{children}</ul>
    </nav>
  );
}

export const PANEL_LINK = classes.panel;
