import { DATE_FORMATS, type DateFormat } from "@materbone/finder";
import type { ReactNode } from "react";
import { useSay } from "../../language/language.tsx";
import classes from "./Mapping.module.css";
import { mappingWords as words } from "./mapping-words.ts";

/** Ways to write a day; none chosen means all. */
export function DateWays(props: {
  readonly title: string;
  /** What the sample shows. */
  readonly found?: string;
  readonly chosen: readonly DateFormat[] | undefined;
  readonly onChange: (dates: DateFormat[] | undefined) => void;
}): ReactNode {
  const say = useSay();
  const chosen = props.chosen ?? [];
  return (
    <fieldset className={classes.ways}>
      <legend>{props.title}</legend>
      <p className="mb-muted">
        {say(words.datesHint)} {props.found}
      </p>
      <div className={classes.checks}>
        {DATE_FORMATS.map((format) => (
          <label key={format} className={classes.check}>
            <input
              type="checkbox"
              checked={chosen.includes(format)}
              onChange={(event) => {
                const next = DATE_FORMATS.filter((one) =>
                  one === format ? event.currentTarget.checked : chosen.includes(one),
                );
                props.onChange(next.length === 0 ? undefined : next);
              }}
            />
            <span>{format}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
