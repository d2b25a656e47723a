import { type ReactNode, useEffect, useId, useState } from "react";
import classes from "./Field.module.css";

/** A text that counts as soon as it is one that can stand there; what is typed meanwhile stays, and is said to be wrong. */
export function TextInput(props: {
  readonly label: string;
  readonly value: string;
  readonly isLong?: boolean;
  /** Counts only when the field is left: half a name would be another name. */
  readonly isLate?: boolean;
  readonly lang?: string;
  readonly suggestions?: readonly string[];
  /** Why a text cannot stand there; `undefined` for one that can. */
  readonly problemOf?: (text: string) => string | undefined;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { label, value, problemOf = () => undefined, onText } = props;
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const problem = problemOf(typed);
  const change = (text: string): void => {
    setTyped(text);
    if (props.isLate !== true) commit(text);
  };
  const commit = (text: string): void => {
    if (text !== value && problemOf(text) === undefined) onText(text);
  };
  const leave = (): void => {
    if (props.isLate === true) commit(typed);
    if (problem !== undefined) setTyped(value);
  };
  const field = {
    id: `${id}field`,
    value: typed,
    lang: props.lang,
    "aria-invalid": problem !== undefined,
    "aria-describedby": problem === undefined ? undefined : id,
    // Undo belongs to the definition also while one of its fields has the focus.
    "data-at": label,
    autoComplete: "off",
    onBlur: leave,
  };
  return (
    <div className={`${classes.field} ${classes.text}`}>
      <label htmlFor={`${id}field`}>{label}</label>
      {props.isLong === true ? (
        <textarea {...field} rows={2} onChange={(event) => change(event.currentTarget.value)} />
      ) : (
        <input
          {...field}
          onKeyDown={(event) => event.key === "Enter" && leave()}
          list={props.suggestions === undefined ? undefined : `${id}list`}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
      {props.suggestions !== undefined && (
        <datalist id={`${id}list`}>
          {props.suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {problem !== undefined && (
        <span id={id} className={classes.wrong}>
          {problem}
        </span>
      )}
    </div>
  );
}
