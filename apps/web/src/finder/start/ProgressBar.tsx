import type { ReactNode } from "react";
import classes from "./Find.module.css";

/** How far something has come; nothing is drawn as done that is not. */
export function ProgressBar(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}): ReactNode {
  return (
    <progress
      className={classes.bar}
      aria-label={props.label}
      max={Math.max(1, props.total)}
      value={Math.min(props.done, Math.max(1, props.total))}
    />
  );
}
