import { type Change, say } from "@materbone/clinical";
import { type ReactNode, useMemo, useState } from "react";
import { useTerms } from "../language/language.tsx";
import { numbered } from "../parts/numbered.ts";
import type { PlaceOf } from "../parts/place-words.ts";
import { changeLines } from "./change-lines.ts";
import classes from "./History.module.css";
import { historySays, historyWords } from "./history-words.ts";

/** Changes shown before a reader asks for the rest. */
const FIRST = 12;

/** Field by field what a save changed, in words. */
export function ChangeTable(props: {
  readonly changes: readonly Change[];
  readonly of: PlaceOf;
  /** Rows before a reader asks for the rest; a dozen when left out. */
  readonly first?: number;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? props.changes : props.changes.slice(0, props.first ?? FIRST);
  const lines = useMemo(() => changeLines(shown, props.of, terms), [shown, props.of, terms]);
  const rest = props.changes.length - shown.length;
  return (
    <>
      {lines.length > 0 && (
        <table className={classes.changes}>
          <thead>
            <tr>
              <th scope="col">{text(historyWords.place)}</th>
              <th scope="col">{text(historyWords.before)}</th>
              <th scope="col">{text(historyWords.after)}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(lines).map(({ key, item }) => (
              <tr key={key}>
                <th scope="row">
                  {item.place}
                  {item.remark !== undefined && <span className={classes.remark}>{item.remark}</span>}
                </th>
                <td className={classes.before} data-label={text(historyWords.before)}>
                  {item.before}
                </td>
                <td data-label={text(historyWords.after)}>{item.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && (
        <button type="button" className={classes.link} onClick={() => setIsWhole(true)}>
          {say(historySays.more, { n: rest }, terms)}
        </button>
      )}
    </>
  );
}
