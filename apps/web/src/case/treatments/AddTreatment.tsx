import { say } from "@materbone/clinical";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useEditorStore } from "../../editor/editor-context.tsx";
import { useAiming } from "../../fields/aim.tsx";
import fieldClasses from "../../fields/Fields.module.css";
import { useTerms } from "../../language/language.tsx";
import { agentNamed, agentSuggestions } from "./agent-names.ts";
import { treatmentWords, unknownDrug } from "./treatment-words.ts";

/** Finds a drug by name or brand and adds it; a name that is not known is added only when asked for. */
export function AddTreatment(): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const { goTo } = useAiming();
  const id = useId();
  const [text, setText] = useState("");
  const [unknown, setUnknown] = useState<string>();

  const put = (entry: Readonly<Record<string, unknown>>): void => {
    const position = store.snapshot().editor.record.treatments?.length ?? 0;
    store.editAll([{ at: `/treatments/${position}`, value: entry }]);
    setText("");
    setUnknown(undefined);
    goTo(`/treatments/${position}/dose/amount`);
  };
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const found = agentNamed(text);
    if (found === undefined || found.agent === "other") setUnknown(text.trim());
    else put(found);
  };
  return (
    <form className={fieldClasses.add} onSubmit={add}>
      <label htmlFor={id}>
        {terms.text(treatmentWords.drug)}
        <input
          id={id}
          className={fieldClasses.input}
          data-at="add:/treatments"
          list={`${id}-list`}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setUnknown(undefined);
          }}
        />
      </label>
      <datalist id={`${id}-list`}>
        {agentSuggestions(terms.lang).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" className={fieldClasses.button}>
        {terms.text(treatmentWords.add)}
      </button>
      {unknown !== undefined && (
        <div role="alert" className={fieldClasses.problem}>
          {say(unknownDrug, { name: unknown }, terms)}{" "}
          {unknown !== "" && (
            <button type="button" className={fieldClasses.quiet} onClick={() => put({ agent: "other", name: unknown })}>
              {terms.text(treatmentWords.addAsOther)}
            </button>
          )}
        </div>
      )}
    </form>
  );
}
