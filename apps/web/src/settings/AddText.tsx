import { type FormEvent, type ReactNode, useState } from "react";
import { useEditorStore } from "../editor/editor-context.tsx";
import fields from "../fields/Fields.module.css";
import { useTerms } from "../language/language.tsx";
import { headWords as words } from "./head-words.ts";

/** Adds an entry that begins with one text: a keyword, the name of an author. */
export function AddText(props: {
  readonly at: string;
  readonly count: number;
  readonly label: string;
  readonly entryOf?: (text: string) => unknown;
}): ReactNode {
  const { at, count, label } = props;
  const terms = useTerms();
  const store = useEditorStore();
  const [text, setText] = useState("");
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const typed = text.trim();
    if (typed === "") return;
    store.edit({ at: `${at}/${count}`, value: props.entryOf?.(typed) ?? typed });
    store.settle();
    setText("");
  };
  return (
    <form className={fields.add} onSubmit={add}>
      <label>
        {label}
        <input
          className={fields.input}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className={fields.button} data-at={`add:${at}`}>
        {terms.text(words.add)}
      </button>
    </form>
  );
}
