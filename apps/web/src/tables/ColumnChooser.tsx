import { say, type Text } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import { moved, toggled } from "./chosen-columns.ts";
import classes from "./Tables.module.css";
import { moveColumn } from "./tables-words.ts";

/** Which columns are printed and in which order: those chosen first, as they stand; the others below them. */
export function ColumnChooser<T extends string>(props: {
  readonly legend: Text;
  readonly all: readonly T[];
  readonly chosen: readonly T[];
  readonly nameOf: (column: T) => string;
  readonly onChange: (chosen: readonly T[]) => void;
}): ReactNode {
  const terms = useTerms();
  const { all, chosen, nameOf, onChange } = props;
  const listed = [...chosen, ...all.filter((column) => !chosen.includes(column))];
  return (
    <fieldset>
      <legend>{terms.text(props.legend)}</legend>
      <ul className={classes.columns}>
        {listed.map((column) => {
          const isChosen = chosen.includes(column);
          const position = chosen.indexOf(column);
          const move = (by: -1 | 1, isPossible: boolean, sign: string): ReactNode => (
            <button
              type="button"
              className={classes.move}
              disabled={!isChosen || !isPossible}
              aria-label={say(moveColumn, { column: nameOf(column), by }, terms)}
              title={say(moveColumn, { column: nameOf(column), by }, terms)}
              onClick={() => onChange(moved(chosen, column, by))}
            >
              {sign}
            </button>
          );
          return (
            <li key={column} className={classes.column}>
              <label>
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={isChosen && chosen.length === 1}
                  onChange={() => onChange(toggled(chosen, column, all))}
                />
                {nameOf(column)}
              </label>
              {move(-1, position > 0, "↑")}
              {move(1, position < chosen.length - 1, "↓")}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
