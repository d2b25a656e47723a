import { say } from "@materbone/clinical";
import { type FormEvent, type ReactNode, useState } from "react";
import { entryPlaces, RemoveButton, useCount, useRemoval } from "../case/fields/EntryList.tsx";
import fields from "../case/fields/Fields.module.css";
import { TextField } from "../case/fields/TextField.tsx";
import { useEditorStore } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { entryOf, headWords as words } from "./head-words.ts";

/** A list of texts, each in one language or both. */
export function TextList({ at, label }: { readonly at: string; readonly label: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const remove = useRemoval();
  const count = useCount(at);
  const [text, setText] = useState("");
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "") return;
    store.edit({ at: `${at}/${count}`, value: text.trim() });
    store.settle();
    setText("");
  };
  return (
    <fieldset className={fields.group}>
      <legend>{label}</legend>
      {entryPlaces(at, count).map((place, position) => {
        const title = say(entryOf, { what: label, n: position + 1 }, terms);
        return (
          <div key={place}>
            <TextField at={place} label={title} />
            <RemoveButton title={title} onRemove={() => remove(place)} />
          </div>
        );
      })}
      <form className={fields.add} onSubmit={add}>
        <label>
          {label}
          <input className={fields.input} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" className={fields.button} data-at={`add:${at}`}>
          {terms.text(words.add)}
        </button>
      </form>
    </fieldset>
  );
}
