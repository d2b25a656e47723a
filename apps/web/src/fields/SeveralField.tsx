import type { ReactNode } from "react";
import { useEditorStore, useRecordPart } from "../editor/editor-context.tsx";
import type { Option } from "./ChoiceField.tsx";
import { clear } from "./commit.ts";
import classes from "./Fields.module.css";

/** Several words of a list, in its order. */
export function SeveralField(props: {
  readonly at: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** Stands there empty rather than not at all. */
  readonly isNeeded?: boolean;
}): ReactNode {
  const { at, label, options } = props;
  const store = useEditorStore();
  const chosen = (useRecordPart(at) as readonly string[] | undefined) ?? [];
  const toggle = (value: string, isOn: boolean): void => {
    const next = options
      .map((option) => option.value)
      .filter((option) => (option === value ? isOn : chosen.includes(option)));
    if (next.length === 0 && props.isNeeded !== true) clear(store, at);
    else store.edit({ at, value: next });
    store.settle();
  };
  return (
    <fieldset className={`${classes.row} ${classes.bare}`} data-at={at}>
      <legend className="mb-hidden">{label}</legend>
      <span className={classes.label} aria-hidden="true">
        {label}
      </span>
      <div className={classes.checks}>
        {options.map((option) => (
          <label key={option.value} className={classes.check}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) => toggle(option.value, event.currentTarget.checked)}
            />
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
