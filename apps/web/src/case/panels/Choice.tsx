import { type ReactNode, useId } from "react";
import classes from "./Choice.module.css";

export type ChoiceOption<T extends string> = {
  readonly value: T;
  readonly label: string;
  readonly isDisabled?: boolean;
};

/** One of a few, as a row of radio buttons that wraps where it is narrow. */
export function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly ChoiceOption<T>[];
  readonly onChange: (value: T) => void;
}): ReactNode {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend>{props.label}</legend>
      {props.options.map(({ value, label, isDisabled = false }) => (
        <label key={value} className={classes.option} data-chosen={value === props.value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            disabled={isDisabled}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
