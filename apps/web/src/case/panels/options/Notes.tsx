import type { SourcedNote } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import { SourceLine } from "../SourceLine.tsx";
import classes from "./Options.module.css";
import { optionsWords as words } from "./options-words.ts";

/** Sentences under a heading, each with its source. */
export function Notes(props: { readonly heading: string; readonly notes: readonly SourcedNote[] }): ReactNode {
  const { text: say } = useTerms();
  return (
    <section className={classes.notes}>
      <h5>{props.heading}</h5>
      {props.notes.length === 0 ? (
        <p className="mb-muted">{say(words.none)}</p>
      ) : (
        <ul>
          {numbered(props.notes).map(({ key, item }) => (
            <li key={key}>
              {say(item.text)}
              <SourceLine source={item.source} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
