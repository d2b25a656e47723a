import { conceptLibrary } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../../language/language.tsx";
import { definitionPageWords as words } from "../definition-page-words.ts";
import { useEditing } from "../editing-context.tsx";
import classes from "./Field.module.css";
import { useNameOptions } from "./use-name-options.ts";

/** A concept set of the definition or of the library. */
export function ConceptPick(props: {
  readonly label: string;
  readonly value: string;
  /** Sets that are chosen already. */
  readonly without?: readonly string[];
  readonly onPick: (name: string) => void;
}): ReactNode {
  const say = useSay();
  const { definition } = useEditing();
  const options = useNameOptions("concepts").filter(({ value }) => props.without?.includes(value) !== true);
  const isOwn = (name: string): boolean => Object.hasOwn(definition.concepts ?? {}, name);
  const own = options.filter(({ value }) => isOwn(value));
  const shipped = options.filter(({ value }) => !isOwn(value) && Object.hasOwn(conceptLibrary.sets, value));
  return (
    <label className={classes.field}>
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onPick(event.currentTarget.value)}>
        <option value="">{say(words.choose)}</option>
        {own.length > 0 && (
          <optgroup label={say(words.ownSets)}>
            {own.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={say(words.librarySets)}>
          {shipped.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
