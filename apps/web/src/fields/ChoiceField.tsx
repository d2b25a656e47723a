import type { ReactNode } from "react";
import { useEditorStore, usePending, useRecordPart } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { plainCodec } from "./codec.ts";
import { clear, commit } from "./commit.ts";
import { FieldRow } from "./FieldRow.tsx";
import classes from "./Fields.module.css";
import { sayFieldProblems } from "./field-problem.ts";
import { fieldWords } from "./field-words.ts";
import { useTogether } from "./together.tsx";

export type Option = { readonly value: string; readonly text: string };

/** One of a list of words; the first says that nothing is recorded. */
export function ChoiceField(props: {
  readonly at: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly isNumber?: boolean;
  /** The entry cannot be without it: there is nothing to choose away. */
  readonly isNeeded?: boolean;
  /** Taken away instead of the field alone when nothing is chosen. */
  readonly opens?: string | undefined;
}): ReactNode {
  const { at, label } = props;
  const terms = useTerms();
  const store = useEditorStore();
  const value = useRecordPart(at);
  const pending = usePending(at);
  const together = useTogether();
  const chosen = pending?.text ?? (value === undefined ? "" : String(value));
  const isOffered = chosen === "" || props.options.some((option) => option.value === chosen);
  const offered = isOffered ? props.options : [...props.options, { value: chosen, text: chosen }];
  const choose = (next: string): void => {
    if (next === "") clear(store, props.opens ?? at);
    else if (props.isNumber === true) store.edit({ at, value: Number(next), text: next });
    else commit(store, at, next, plainCodec.read(next), together);
    store.settle();
  };
  return (
    <FieldRow label={label} problem={sayFieldProblems(pending?.problems, label, undefined, terms)}>
      {(control) => (
        <select
          {...control}
          className={`${classes.select} ${chosen === "" ? classes.empty : ""}`}
          data-at={at}
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {(props.isNeeded !== true || chosen === "") && <option value="">{terms.text(fieldWords.notRecorded)}</option>}
          {offered.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  );
}
