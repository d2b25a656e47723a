import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import type { Codec } from "./codec.ts";
import { FieldRow } from "./FieldRow.tsx";
import classes from "./Fields.module.css";
import { sayFieldProblems } from "./field-problem.ts";
import { useTextField } from "./use-text-field.ts";

/** One line of text over a place: a number, a printed value, an amount, an id. */
export function LineField(props: {
  readonly at: string;
  readonly label: string;
  readonly codec: Codec;
  readonly isNumeric?: boolean;
  /** What may be meant, offered while typing. */
  readonly suggestions?: readonly string[];
}): ReactNode {
  const { at, label, codec, suggestions = [] } = props;
  const terms = useTerms();
  const field = useTextField(at, codec);
  const problem = sayFieldProblems(field.problems, label, codec.hint, terms);
  return (
    <FieldRow label={label} problem={problem}>
      {(control) => (
        <>
          <input
            {...control}
            className={classes.input}
            data-at={at}
            type="text"
            autoComplete="off"
            inputMode={props.isNumeric === true ? "decimal" : undefined}
            list={suggestions.length > 0 ? `${control.id}-list` : undefined}
            value={field.text}
            onChange={(event) => field.type(event.currentTarget.value)}
            onBlur={field.leave}
          />
          {suggestions.length > 0 && (
            <datalist id={`${control.id}-list`}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </FieldRow>
  );
}
