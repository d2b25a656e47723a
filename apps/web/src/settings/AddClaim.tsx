import { type Claim, type ClaimKind, sayProblem, vocabularies } from "@materbone/clinical";
import { headed } from "@materbone/report";
import { type FormEvent, type ReactNode, useState } from "react";
import { useEditorStore } from "../editor/editor-context.tsx";
import { useAiming } from "../fields/aim.tsx";
import { codecOf } from "../fields/Field.tsx";
import fields from "../fields/Fields.module.css";
import type { FieldSpec, LeafSpec } from "../fields/field-spec.ts";
import { labelOf } from "../fields/label-of.ts";
import { useTerms } from "../language/language.tsx";
import { claimSpecs, freshClaimId } from "./claim-spec.ts";
import { headWords as words } from "./head-words.ts";

const KINDS = Object.keys(claimSpecs) as readonly ClaimKind[];

/** Asks for the kind of a claim and for what a claim of that kind cannot be without. */
export function AddClaim(props: { readonly at: string; readonly claims: readonly Claim[] }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const store = useEditorStore();
  const { goTo } = useAiming();
  const [kind, setKind] = useState<ClaimKind>();
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({});
  const [problem, setProblem] = useState<string>();
  const needed = kind === undefined ? [] : neededOf(kind);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (kind === undefined || needed.some(({ key }) => values[key] === undefined)) {
      setProblem(text(words.stillNeeded));
      return;
    }
    const id = freshClaimId(
      kind,
      props.claims.map((claim) => claim.id),
    );
    const at = `${props.at}/${props.claims.length}`;
    const [first] = store.editAll([{ at, value: { kind, id, ...values } }]);
    setProblem(first === undefined ? undefined : sayProblem(first, terms));
    if (first !== undefined) return;
    setKind(undefined);
    setValues({});
    goTo(`${at}/place`);
  };
  return (
    <form className={fields.add} onSubmit={add} aria-label={text(words.newClaim)}>
      <label>
        {text(words.kind)}
        <select
          className={fields.select}
          value={kind ?? ""}
          onChange={(event) => {
            setKind(KINDS.find((each) => each === event.currentTarget.value));
            setValues({});
            setProblem(undefined);
          }}
        >
          <option value="">{text(words.choose)}</option>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {headed(terms.word("claim", each))}
            </option>
          ))}
        </select>
      </label>
      {needed.map((spec) => (
        <Needed
          key={`${kind} ${spec.key}`}
          spec={spec}
          label={labelOf(`${props.at}/0/${spec.key}`, terms, "series")}
          value={values[spec.key]}
          onValue={(value) => setValues({ ...values, [spec.key]: value })}
        />
      ))}
      <button type="submit" className={fields.button} data-at={`add:${props.at}`}>
        {text(words.newClaim)}
      </button>
      {problem !== undefined && (
        <p role="alert" className={fields.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}

function neededOf(kind: ClaimKind): readonly LeafSpec[] {
  const spec = claimSpecs[kind];
  return spec.fields.filter((field): field is LeafSpec => isLeaf(field) && spec.needs.includes(field.key));
}

function isLeaf(field: FieldSpec): field is LeafSpec {
  return field.kind !== "group" && field.kind !== "list";
}

function Needed(props: {
  readonly spec: LeafSpec;
  readonly label: string;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}): ReactNode {
  const { spec, label, value, onValue } = props;
  const terms = useTerms();
  const [typed, setTyped] = useState("");
  if (spec.kind === "several") {
    const chosen = (value as readonly string[] | undefined) ?? [];
    return (
      <label>
        {label}
        <select
          multiple
          className={fields.select}
          value={[...chosen]}
          onChange={(event) => {
            const next = [...event.currentTarget.selectedOptions].map((option) => option.value);
            onValue(next.length === 0 ? undefined : next);
          }}
        >
          {Object.keys(vocabularies[spec.vocabulary]).map((each) => (
            <option key={each} value={each}>
              {terms.word(spec.vocabulary, each)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  if (spec.kind === "choice" || spec.kind === "options") {
    const options =
      spec.kind === "options"
        ? spec.options.map((option) => ({ value: option.value, text: terms.text(option.text) }))
        : Object.keys(vocabularies[spec.vocabulary]).map((each) => ({
            value: each,
            text: terms.word(spec.vocabulary, each),
          }));
    return (
      <label>
        {label}
        <select
          className={fields.select}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onValue(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
        >
          <option value="">{terms.text(words.choose)}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <label>
      {label}
      <input
        className={fields.input}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const reading = codecOf(spec).read(text);
          onValue(reading.kind === "value" ? reading.value : undefined);
        }}
      />
    </label>
  );
}
