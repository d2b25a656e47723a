import { Button, Group } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useRemoval } from "../../fields/EntryList.tsx";
import fields from "../../fields/Fields.module.css";
import { Fields } from "../../fields/Fields.tsx";
import type { FieldSpec } from "../../fields/field-spec.ts";
import { useTerms } from "../../language/language.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { numbered } from "../../parts/numbered.ts";
import classes from "./Edit.module.css";
import { editWords as words } from "./edit-words.ts";

/** A list of the literature in a dialog: one entry is chosen and its fields changed, others are added and taken out. */
export function EntryDialog(props: {
  readonly title: string;
  readonly lead: string;
  /** Label of the choice between the entries. */
  readonly which: string;
  readonly names: readonly string[];
  /** What an entry is. */
  readonly one: string;
  /** Position of the entry that is shown. */
  readonly position: number;
  readonly onPosition: (position: number) => void;
  /** Pointer of the list. */
  readonly list: string;
  readonly specs: readonly FieldSpec[];
  readonly needs: readonly string[];
  readonly removeWord: string;
  /** Said of the entry that is shown. */
  readonly about?: string | undefined;
  readonly adding: ReactNode;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useTerms();
  const remove = useRemoval();
  const id = useId();
  const { names, list } = props;
  const position = Math.min(props.position, names.length - 1);
  const at = `${list}/${position}`;
  return (
    <Dialog title={props.title} close={text(words.close)} size="lg" onClose={props.onClose}>
      <p className={classes.note}>{props.lead}</p>
      <div className={classes.parts}>
        {position >= 0 && (
          <>
            <div className={classes.choose}>
              <label htmlFor={id}>{props.which}</label>
              <select
                id={id}
                className={fields.select}
                value={position}
                onChange={(event) => props.onPosition(Number(event.currentTarget.value))}
              >
                {numbered(names).map(({ key, item }) => (
                  <option key={key} value={key}>
                    {item}
                  </option>
                ))}
              </select>
            </div>
            <fieldset className={classes.part}>
              <legend>{props.one}</legend>
              <Fields key={at} specs={props.specs} base={at} needs={props.needs} />
              {props.about !== undefined && <p className={classes.note}>{props.about}</p>}
              <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove(at)}>
                {props.removeWord}
              </Button>
            </fieldset>
          </>
        )}
        {props.adding}
      </div>
      <Group justify="flex-end" mt="md">
        <Button onClick={props.onClose}>{text(words.done)}</Button>
      </Group>
    </Dialog>
  );
}
