import { Button, Group } from "@mantine/core";
import { type Problem, sayProblem, vocabularies } from "@materbone/clinical";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { Edit } from "../../editor/record-editor.ts";
import { useAiming } from "../../fields/aim.tsx";
import type { Codec } from "../../fields/codec.ts";
import { codecOf } from "../../fields/Field.tsx";
import { FieldRow, type RowControl } from "../../fields/FieldRow.tsx";
import fields from "../../fields/Fields.module.css";
import { sayFieldProblems } from "../../fields/field-problem.ts";
import type { LeafSpec } from "../../fields/field-spec.ts";
import { useTerms } from "../../language/language.tsx";
import { labelled } from "../../language/punctuation.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { numbered } from "../../parts/numbered.ts";
import { placeWords } from "../../parts/place-words.ts";
import { useLiteratureWork } from "../evidence-context.tsx";
import classes from "./Edit.module.css";
import { editWords as words } from "./edit-words.ts";
import type { FormValues } from "./edits.ts";
import { SpreadInputs } from "./SpreadInputs.tsx";
import { readSpread, spreadText, typedFrom } from "./typed-spread.ts";

/** A field, or a spread with its kind and numbers; `at` is a place of its like, for the words. */
export type FormSpec = LeafSpec | { readonly kind: "spread"; readonly key: string; readonly at: string };

/** One question of a form. */
export type FormField = {
  readonly spec: FormSpec;
  readonly label: string;
  readonly isNeeded?: boolean;
  /** What to type, under the field. */
  readonly under?: string;
};

/** Questions that belong together; what is asked may follow from what was answered. */
export type FormPart = { readonly title: string; readonly fields: readonly FormField[] };

/** Asks for what is added to the literature, and says at its field what cannot be taken. Nothing enters by halves. */
export function FormDialog(props: {
  readonly title: string;
  readonly parts: (texts: Readonly<Record<string, string>>) => readonly FormPart[];
  readonly initial: Readonly<Record<string, string>>;
  readonly edits: (values: FormValues) => readonly Edit[];
  readonly onClose: () => void;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const store = useLiteratureWork();
  const { announce } = useAiming();
  const form = useRef<HTMLFormElement>(null);
  const [texts, setTexts] = useState(props.initial);
  const [isTried, setIsTried] = useState(false);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const parts = props.parts(texts);
  const problemOf = ({ spec, label, isNeeded }: FormField): string | undefined => {
    const codec = formCodec(spec);
    const read = codec.read(texts[spec.key] ?? "");
    if (read.kind === "refused") {
      if (spec.kind === "spread") return text(words.spreadWhole);
      return sayFieldProblems([{ at: spec.key, ...read.problem }], label, codec.hint, terms);
    }
    return read.kind === "empty" && isNeeded === true ? text(words.needed) : undefined;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    const asked = parts.flatMap((part) => part.fields);
    const faulty = asked.find((field) => problemOf(field) !== undefined);
    if (faulty !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(faulty.spec.key)}"]`)?.focus();
      return;
    }
    const values = Object.fromEntries(
      asked.flatMap(({ spec }): readonly (readonly [string, unknown])[] => {
        const read = formCodec(spec).read(texts[spec.key] ?? "");
        return read.kind === "value" ? [[spec.key, read.value]] : [];
      }),
    );
    const problems = store.editAll(props.edits(values));
    setRefused(problems);
    if (problems.length > 0) return;
    announce(text(words.added));
    props.onClose();
  };
  return (
    <Dialog title={props.title} close={text(words.close)} size="lg" onClose={props.onClose}>
      <form ref={form} noValidate onSubmit={submit} className={classes.parts}>
        {parts.map((part) => (
          <fieldset key={part.title} className={classes.part}>
            <legend>{part.title}</legend>
            <div className={fields.fields}>
              {part.fields.map((field) => (
                <FieldRow
                  key={field.spec.key}
                  label={field.label}
                  problem={isTried ? problemOf(field) : undefined}
                  under={field.under}
                >
                  {(control) => (
                    <Control
                      control={{ ...control, name: field.spec.key, required: field.isNeeded === true }}
                      label={field.label}
                      spec={field.spec}
                      isNeeded={field.isNeeded === true}
                      value={texts[field.spec.key] ?? ""}
                      onValue={(value) => setTexts({ ...texts, [field.spec.key]: value })}
                    />
                  )}
                </FieldRow>
              ))}
            </div>
          </fieldset>
        ))}
        {refused.length > 0 && (
          <div role="alert" className={classes.refused}>
            <p>{text(words.refused)}</p>
            <ul>
              {numbered(refused).map(({ key, item }) => (
                <li key={key}>
                  {labelled(placeWords(item.at, "literature", terms), sayProblem(item, terms), terms.lang)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {text(words.cancel)}
          </Button>
          <Button type="submit">{text(words.add)}</Button>
        </Group>
      </form>
    </Dialog>
  );
}

function formCodec(spec: FormSpec): Pick<Codec, "read" | "hint"> {
  return spec.kind === "spread" ? { read: readSpread } : codecOf(spec);
}

function Control(props: {
  readonly control: RowControl & { readonly name: string; readonly required: boolean };
  readonly label: string;
  readonly spec: FormSpec;
  readonly isNeeded: boolean;
  readonly value: string;
  readonly onValue: (value: string) => void;
}): ReactNode {
  const { control, spec, value, onValue } = props;
  const terms = useTerms();
  if (spec.kind === "spread") {
    return (
      <SpreadInputs
        control={control}
        label={props.label}
        at={spec.at}
        typed={typedFrom(value)}
        onTyped={(typed) => onValue(spreadText(typed))}
      />
    );
  }
  if (spec.kind === "options" || spec.kind === "choice") {
    const options =
      spec.kind === "options"
        ? spec.options.map((option) => ({ value: option.value, text: terms.text(option.text) }))
        : Object.keys(vocabularies[spec.vocabulary]).map((each) => ({
            value: each,
            text: terms.word(spec.vocabulary, each),
          }));
    return (
      <select
        {...control}
        className={`${fields.select} ${value === "" ? fields.empty : ""}`}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        <option value="">{terms.text(props.isNeeded ? words.choose : words.notRecorded)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...control}
      className={fields.input}
      autoComplete="off"
      inputMode={spec.kind === "number" ? "decimal" : undefined}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}
