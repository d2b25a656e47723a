import type { Problem } from "@materbone/clinical";
import { type ReactNode, useEffect, useId, useRef } from "react";
import fieldClasses from "../fields/Fields.module.css";
import { sayFieldProblems } from "../fields/field-problem.ts";
import { labelOf } from "../fields/label-of.ts";
import { useTerms } from "../language/language.tsx";
import { labelled } from "../language/punctuation.ts";
import { numbered } from "../parts/numbered.ts";
import { placeWords } from "../parts/place-words.ts";
import classes from "./PasteBox.module.css";
import { pasteWords } from "./paste-words.ts";
import type { Leftover } from "./scan-cells.ts";

/** A pasted block, what was understood of it, what was not, and the step that takes it over. */
export function PasteBox(props: {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly leftovers: readonly Leftover[];
  readonly problems: readonly Problem[];
  /** Words of the button; absent while there is nothing to take. */
  readonly take: string | undefined;
  /** Is nothing understood at all? */
  readonly isEmpty?: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
  /** The understood part, as a table. */
  readonly children: ReactNode;
}): ReactNode {
  const terms = useTerms();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const take = useRef<HTMLButtonElement>(null);
  const isPasted = useRef(props.text !== "");
  // A block pasted into the grid needs only a yes; an empty box wants the block.
  useEffect(() => (isPasted.current ? take.current : area.current)?.focus(), []);
  return (
    <div className={classes.box}>
      <label htmlFor={id}>{props.label}</label>
      <textarea
        ref={area}
        id={id}
        className={fieldClasses.area}
        rows={4}
        spellCheck={false}
        value={props.text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => props.onText(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} className="mb-muted">
        {props.hint}
      </p>
      <div aria-live="polite">
        <h4 className={classes.title}>{terms.text(pasteWords.understood)}</h4>
        {props.take === undefined && (
          <p className="mb-muted">
            {terms.text(props.isEmpty === false ? pasteWords.unitsNeeded : pasteWords.nothing)}
          </p>
        )}
        <div className={classes.scroll}>{props.children}</div>
        {props.leftovers.length > 0 && (
          <>
            <h4 className={classes.title}>{terms.text(pasteWords.leftovers)}</h4>
            <ul className={classes.left}>
              {numbered(props.leftovers).map(({ key, item }) => (
                <li key={key}>{item.text}</li>
              ))}
            </ul>
          </>
        )}
        {props.problems.map((problem) => (
          <p key={problem.at + problem.kind} role="alert" className={fieldClasses.problem}>
            {labelled(
              placeWords(problem.at, "case", terms),
              sayFieldProblems([problem], labelOf(problem.at, terms), undefined, terms) ?? "",
              terms.lang,
            )}
          </p>
        ))}
      </div>
      <div className={classes.buttons}>
        {props.take !== undefined && (
          <button ref={take} type="button" className={fieldClasses.button} onClick={props.onTake}>
            {props.take}
          </button>
        )}
        <button type="button" className={fieldClasses.quiet} onClick={props.onClose}>
          {terms.text(pasteWords.cancel)}
        </button>
      </div>
    </div>
  );
}
