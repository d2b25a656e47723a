import type { ReactNode } from "react";
import classes from "./Chip.module.css";

/** What a chip says besides its word; the word always says it too. */
export type ChipTone = "good" | "question" | "serious" | "quiet";

/** A short word on a soft ground: a verdict, a severity, the basis of a time. */
export function Chip(props: { readonly tone: ChipTone; readonly children: ReactNode }): ReactNode {
  return <span className={`${classes.chip} ${classes[props.tone]}`}>{props.children}</span>;
}
