import { type ReferenceInterval, say } from "@materbone/clinical";
import { type ReactNode, useId, useMemo, useState } from "react";
import fields from "../fields/Fields.module.css";
import { useTerms } from "../language/language.tsx";
import { numbered } from "../parts/numbered.ts";
import classes from "./Head.module.css";
import { takeIntervals, headWords as words } from "./head-words.ts";
import { Leftovers } from "./PasteRepeats.tsx";
import { pastedIntervals } from "./pasted-intervals.ts";

/** A block of reference intervals, what was understood of it, and the step that takes it over. */
export function PasteIntervals(props: {
  readonly start: string;
  readonly onTake: (intervals: readonly ReferenceInterval[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const id = useId();
  const [block, setBlock] = useState(props.start);
  const { intervals, leftovers } = useMemo(() => pastedIntervals(block), [block]);
  return (
    <div className={classes.paste}>
      <label htmlFor={id}>{text(words.pasteIntervals)}</label>
      <textarea
        id={id}
        className={fields.area}
        rows={6}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={block}
        onChange={(event) => setBlock(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} className="mb-muted">
        {text(words.pasteIntervalsHint)}
      </p>
      <div aria-live="polite" className={classes.scroll}>
        {intervals.length > 0 && <Preview intervals={intervals} />}
        <Leftovers leftovers={leftovers} />
      </div>
      {intervals.length > 0 && (
        <button type="button" className={fields.button} onClick={() => props.onTake(intervals)}>
          {say(takeIntervals, { count: intervals.length }, terms)}
        </button>
      )}
      <button type="button" className={fields.quiet} onClick={props.onClose}>
        {text(words.cancel)}
      </button>
    </div>
  );
}

function Preview({ intervals }: { readonly intervals: readonly ReferenceInterval[] }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  return (
    <table className={classes.table}>
      <caption>{text(words.preview)}</caption>
      <thead>
        <tr>
          {(["analyte", "low", "high", "unit", "season", "state", "laboratory"] as const).map((name) => (
            <th key={name} scope="col">
              {text(words[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(intervals).map(({ key, item }) => (
          <tr key={key}>
            <th scope="row">{terms.analyte(item.analyte)}</th>
            <td>{item.low}</td>
            <td>{item.high}</td>
            <td>{item.unit}</td>
            <td>{item.season === undefined ? "" : terms.season(item.season)}</td>
            <td>{item.state === undefined ? "" : terms.word("state", item.state)}</td>
            <td>{item.laboratory}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
