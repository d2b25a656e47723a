import { type ReactNode, useId } from "react";
import type { Codec, Reading } from "../fields/codec.ts";
import { sayFieldProblems } from "../fields/field-problem.ts";
import { useTextField } from "../fields/use-text-field.ts";
import { useTerms } from "../language/language.tsx";
import classes from "./Grid.module.css";

/** One cell over one place of the record. */
export function GridCell(props: {
  readonly at: string;
  readonly row: number;
  readonly col: number;
  readonly label: string;
  readonly codec: Codec;
  readonly put?: (at: string, text: string, reading: Reading) => void;
  readonly suggestions?: readonly string[];
  /** Id of a list of suggestions that several cells share. */
  readonly list?: string;
  readonly placeholder?: string | undefined;
  readonly onLeave?: () => void;
  /** Text is read from the left, numbers from the right. */
  readonly isText?: boolean;
}): ReactNode {
  const { at, label, codec, suggestions = [] } = props;
  const terms = useTerms();
  const id = useId();
  const field = useTextField(at, codec, props.put);
  const problem = sayFieldProblems(field.problems, label, codec.hint, terms);
  return (
    <>
      <input
        className={props.isText === true ? classes.text : classes.cell}
        data-at={at}
        data-row={props.row}
        data-col={props.col}
        aria-label={label}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : id}
        // A unit such as mL/min/1.73 m² is longer than its cell.
        title={problem ?? (props.isText === true && field.text !== "" ? field.text : undefined)}
        type="text"
        autoComplete="off"
        placeholder={props.placeholder}
        list={props.list ?? (suggestions.length > 0 ? `${id}-list` : undefined)}
        value={field.text}
        onChange={(event) => field.type(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => {
          field.leave();
          props.onLeave?.();
        }}
      />
      {problem !== undefined && (
        <span id={id} className={classes.problem}>
          {problem}
        </span>
      )}
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}
