import type { ReactNode } from "react";
import classes from "./Find.module.css";

/** One of the numbered steps of a search. */
export function Step(props: {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = `step-${props.number}`;
  return (
    <section className={`mb-card ${classes.step}`} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        <span className={classes.number}>{props.number}</span> {props.title}
      </h2>
      {props.children}
    </section>
  );
}
