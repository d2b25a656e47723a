import type { ReactNode } from "react";
import { numbered } from "../../../parts/numbered.ts";
import { useEditing } from "../editing-context.tsx";
import classes from "./Item.module.css";

/** One part of the definition: what it says, and under it the fields that change it, once it is opened. */
export function Item(props: {
  readonly at: string;
  /** Said in place of the definition's own sentences, where it has none for the part. */
  readonly lines?: readonly string[];
  readonly children: ReactNode;
}): ReactNode {
  const { at } = props;
  const { linesAt, problemsAt, isOpen, setOpen } = useEditing();
  const lines = props.lines?.map((text) => ({ text, depth: 0 })) ?? linesAt(at);
  const problems = problemsAt(at);
  const idOf = (nth: number): string => `${itemId(at)}-problem-${nth}`;
  return (
    <li className={classes.item} id={itemId(at)}>
      <details open={isOpen(at)} onToggle={(event) => setOpen(at, event.currentTarget.open)}>
        <summary
          className={classes.head}
          aria-describedby={problems.length === 0 ? undefined : problems.map((_problem, nth) => idOf(nth)).join(" ")}
        >
          <span className={classes.lines}>
            {numbered(lines).map(({ key, item }) => (
              <span key={key} className={classes.line} style={{ paddingInlineStart: `${item.depth * 1.1}em` }}>
                {item.text}
              </span>
            ))}
          </span>
        </summary>
        {isOpen(at) && <div className={classes.body}>{props.children}</div>}
      </details>
      {numbered(problems).map(({ key, item }, nth) => (
        <p key={key} id={idOf(nth)} className={classes.problem}>
          {item}
        </p>
      ))}
    </li>
  );
}

export function itemId(at: string): string {
  return `part${at.replaceAll("/", "-")}`;
}
