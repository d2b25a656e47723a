import { type ReactNode, useId } from "react";
import classes from "./Fields.module.css";

export type RowControl = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

/** A label, its control, what the field understood, and what is wrong with it. */
export function FieldRow(props: {
  readonly label: string;
  readonly problem?: string | undefined;
  readonly under?: ReactNode;
  readonly children: (control: RowControl) => ReactNode;
}): ReactNode {
  const id = useId();
  const describes = [
    props.under === undefined ? undefined : `${id}-under`,
    props.problem === undefined ? undefined : `${id}-problem`,
  ].filter((part) => part !== undefined);
  return (
    <div className={classes.row}>
      <label htmlFor={id} className={classes.label}>
        {props.label}
      </label>
      <div className={classes.cell}>
        {props.children({
          id,
          "aria-describedby": describes.length === 0 ? undefined : describes.join(" "),
          "aria-invalid": props.problem === undefined ? undefined : true,
        })}
        {props.under !== undefined && (
          <p id={`${id}-under`} className={classes.under}>
            {props.under}
          </p>
        )}
        {props.problem !== undefined && (
          <p id={`${id}-problem`} className={classes.problem}>
            {props.problem}
          </p>
        )}
      </div>
    </div>
  );
}
