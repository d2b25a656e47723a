import { say, vocabularies } from "@materbone/clinical";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { useEditorStore, usePlaceOf } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { useAiming } from "./aim.tsx";
import { entryNoun } from "./entry-words.ts";
import { codecOf } from "./Field.tsx";
import classes from "./Fields.module.css";
import { sayFieldProblems } from "./field-problem.ts";
import type { LeafSpec, ListSpec } from "./field-spec.ts";
import { addTo, fieldWords } from "./field-words.ts";
import { labelOf } from "./label-of.ts";

/** Asks for what an entry cannot be without, adds it, and goes to its next field. */
export function AddEntry({ spec, at }: { readonly spec: ListSpec; readonly at: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const { goTo } = useAiming();
  const id = useId();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const openers = spec.opens.flatMap((key) => {
    const field = spec.fields.find((candidate) => candidate.key === key);
    return field === undefined || field.kind === "group" || field.kind === "list" ? [] : [field];
  });
  // A name is asked for only where the words of the vocabulary do not do.
  const asked = openers.filter((field) => field.key !== "name" || Object.values(texts).includes("other"));
  const of = usePlaceOf();
  const noun = entryNoun(at, terms, of);
  const form = useRef<HTMLFormElement>(null);

  const add = (event: FormEvent): void => {
    event.preventDefault();
    const values = asked.map((field) => ({ field, reading: codecOf(field).read(texts[field.key] ?? "") }));
    const open = values.find(({ reading }) => reading.kind !== "value");
    if (open !== undefined) {
      setProblem(terms.text(fieldWords.choose));
      form.current?.querySelector<HTMLElement>(`[name="${open.field.key}"]`)?.focus();
      return;
    }
    const entry: Record<string, unknown> = { ...spec.start };
    for (const { field, reading } of values) {
      if (reading.kind !== "value") continue;
      const isNumber = field.kind === "options" && field.isNumber === true;
      entry[field.key] = isNumber ? Number(reading.value) : reading.value;
    }
    const list = valueCount(store.snapshot().editor.record, at);
    const place = `${at}/${list}`;
    const problems = store.editAll([{ at: place, value: entry }]);
    if (problems.length > 0) {
      setProblem(sayFieldProblems(problems, noun, undefined, terms));
      return;
    }
    setProblem(undefined);
    setTexts({});
    const next = spec.fields.find((field) => !spec.opens.includes(field.key) && field.isMore !== true);
    goTo(next === undefined ? place : `${place}/${next.key}`);
  };

  return (
    <form ref={form} className={classes.add} onSubmit={add}>
      {asked.map((field) => (
        <label key={field.key} htmlFor={`${id}-${field.key}`}>
          {labelOf(`${at}/0/${field.key}`, terms, of)}
          <Opener
            id={`${id}-${field.key}`}
            field={field}
            text={texts[field.key] ?? ""}
            onText={(text) => setTexts({ ...texts, [field.key]: text })}
          />
        </label>
      ))}
      <button type="submit" className={classes.button} data-at={`add:${at}`}>
        {say(addTo, { one: noun }, terms)}
      </button>
      {problem !== undefined && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}

function Opener(props: {
  readonly id: string;
  readonly field: LeafSpec;
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { id, field, text, onText } = props;
  const terms = useTerms();
  if (field.kind === "choice" || field.kind === "options") {
    const options =
      field.kind === "options"
        ? field.options.map((option) => ({ value: option.value, text: terms.text(option.text) }))
        : Object.keys(vocabularies[field.vocabulary]).map((value) => ({
            value,
            text: terms.word(field.vocabulary, value),
          }));
    return (
      <select
        id={id}
        name={field.key}
        className={`${classes.select} ${text === "" ? classes.empty : ""}`}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      >
        <option value="">{terms.text(fieldWords.choose)}</option>
        {options.map(({ value, text: word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={id}
      name={field.key}
      className={classes.input}
      autoComplete="off"
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}

function valueCount(record: object, at: string): number {
  let value: unknown = record;
  for (const step of at.split("/").slice(1)) value = (value as Record<string, unknown> | undefined)?.[step];
  return Array.isArray(value) ? value.length : 0;
}
