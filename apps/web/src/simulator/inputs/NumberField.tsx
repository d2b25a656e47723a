import { type ReactNode, useEffect, useState } from "react";
import classes from "../Simulator.module.css";

/** A number that counts as soon as it lies in its range; what is typed meanwhile stays, and is said to be out of range. */
export function NumberField(props: {
  readonly label: string;
  /** The label is read out and not shown, where a row says it. */
  readonly isLabelHidden?: boolean;
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** Called when the field is emptied, where nothing is a value too. */
  readonly onEmpty?: () => void;
}): ReactNode {
  const { label, value, least, most, step, onChange, onEmpty } = props;
  const [typed, setTyped] = useState(textOf(value));
  useEffect(() => {
    // A change from elsewhere; what is being typed for the same number stays as it is.
    setTyped((known) => (numberIn(known) === value ? known : textOf(value)));
  }, [value]);
  const number = numberIn(typed);
  const isWrong = number === undefined ? typed !== "" || onEmpty === undefined : number < least || number > most;
  return (
    <label className={classes.field}>
      <span className={props.isLabelHidden === true ? "mb-hidden" : undefined}>{label}</span>
      <input
        type="number"
        inputMode="decimal"
        value={typed}
        min={least}
        max={most}
        step={step}
        aria-invalid={isWrong}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const next = numberIn(text);
          if (next === undefined) {
            if (text === "") onEmpty?.();
          } else if (next >= least && next <= most && next !== value) onChange(next);
        }}
        onBlur={() => setTyped(textOf(value))}
      />
    </label>
  );
}

function textOf(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

function numberIn(text: string): number | undefined {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}
