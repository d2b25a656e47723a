import type { ReactNode } from "react";
import classes from "./Field.module.css";

export type Option = { readonly value: string; readonly text: string };

/** A choice among a few words, as part of a sentence or under its label. */
export function Pick(props: {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onPick: (value: string) => void;
}): ReactNode {
  const { value, options } = props;
  // A name that points nowhere is shown as it stands, until another is picked.
  const isKnown = options.some((option) => option.value === value);
  return (
    <label className={classes.field}>
      <span className={props.isLabelShown === true ? undefined : "mb-hidden"}>{props.label}</span>
      <select value={value} onChange={(event) => props.onPick(event.currentTarget.value)}>
        {!isKnown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A box to tick with its words behind it. */
export function Tick(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <label className={classes.tick}>
      <input type="checkbox" checked={props.isOn} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      {props.label}
    </label>
  );
}
