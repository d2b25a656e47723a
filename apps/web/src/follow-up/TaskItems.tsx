import { type FollowUpItem, sayFollowUpTask } from "@materbone/clinical";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import { labelled } from "../language/punctuation.ts";
import classes from "./FollowUp.module.css";
import { followUpWords } from "./follow-up-words.ts";

/** Tasks in a line; one that the record answers, or may answer, leads to the entry. */
export function TaskItems(props: {
  readonly series: string;
  readonly woman: string;
  readonly items: readonly FollowUpItem[];
}): ReactNode {
  const terms = useTerms();
  const { series, woman, items } = props;
  return (
    <ul className={classes.tasks}>
      {items.map((item) => {
        const name = sayFollowUpTask(item.task, terms);
        const where = terms.text(item.status === "done" ? followUpWords.onRecord : followUpWords.perhaps);
        return (
          <li key={name}>
            {name}
            {item.at !== undefined && (
              <>
                {" "}
                <Link
                  to="/series/$series/case/$case"
                  params={{ series, case: woman }}
                  search={{ at: item.at, panel: "follow-up", side: "record" }}
                  title={terms.text(followUpWords.goTo)}
                  aria-label={labelled(where, name, terms.lang)}
                >
                  {where}
                </Link>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
