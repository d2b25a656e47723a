import type { ReactNode } from "react";
import { useEditorStore, useRecordPart } from "../editor/editor-context.tsx";
import { useSay } from "../language/language.tsx";
import { answerText } from "./answer-words.ts";
import { clear } from "./commit.ts";
import { FieldRow } from "./FieldRow.tsx";
import classes from "./Fields.module.css";

/** Yes, no, or not recorded. */
export function FlagField({ at, label }: { readonly at: string; readonly label: string }): ReactNode {
  const say = useSay();
  const store = useEditorStore();
  const value = useRecordPart(at);
  const chosen = value === undefined ? "" : String(value);
  return (
    <FieldRow label={label}>
      {(control) => (
        <select
          {...control}
          className={`${classes.select} ${chosen === "" ? classes.empty : ""}`}
          data-at={at}
          value={chosen}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if (next === "") clear(store, at);
            else store.edit({ at, value: next === "true" });
            store.settle();
          }}
        >
          <option value="">{say(answerText.absent)}</option>
          <option value="true">{say(answerText.yes)}</option>
          <option value="false">{say(answerText.no)}</option>
        </select>
      )}
    </FieldRow>
  );
}
