import type { Spread } from "@materbone/evidence";
import { type ReactNode, useId, useState } from "react";
import { useEditorStore, useRecordPart } from "../../editor/editor-context.tsx";
import { numberCodec } from "../../fields/codec.ts";
import fields from "../../fields/Fields.module.css";
import { labelOf } from "../../fields/label-of.ts";
import { useTerms } from "../../language/language.tsx";
import { literatureFieldWords } from "../../parts/place-words-literature.ts";
import { editWords as words } from "./edit-words.ts";

type Kind = Spread["kind"];
type Typed = { readonly kind: Kind; readonly texts: readonly string[] };

const KINDS: readonly Kind[] = ["sd", "se", "ci95", "quartiles", "range"];
const codec = numberCodec();

/** How far values lie apart: its kind, and the one number or the two ends that the kind asks for, together. */
export function SpreadField({ at }: { readonly at: string }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const store = useEditorStore();
  const id = useId();
  const recorded = useRecordPart(at) as Spread | undefined;
  // Half a spread is none; it stays here until it is whole.
  const [typed, setTyped] = useState<Typed>();
  const shown = typed ?? (recorded === undefined ? undefined : typedOf(recorded));
  const put = (next: Typed | undefined): void => {
    const value = next === undefined ? undefined : spreadOf(next);
    const isWhole = next === undefined || (value !== undefined && store.editAll([{ at, value }], at).length === 0);
    if (next === undefined) store.editAll([{ at, value: undefined }]);
    setTyped(isWhole ? undefined : next);
  };
  const label = labelOf(at, terms, "literature");
  return (
    <div className={fields.row}>
      <label htmlFor={id} className={fields.label}>
        {label}
      </label>
      <div className={fields.cell}>
        <div className={fields.pair}>
          <select
            id={id}
            className={fields.select}
            data-at={at}
            value={shown?.kind ?? ""}
            onChange={(event) => {
              const kind = KINDS.find((each) => each === event.currentTarget.value);
              put(kind === undefined ? undefined : { kind, texts: isPair(kind) ? ["", ""] : [""] });
            }}
          >
            <option value="">{text(words.spreadNone)}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {text(literatureFieldWords["spread/kind"]?.values?.[kind] ?? { en: kind, zh: kind })}
              </option>
            ))}
          </select>
          {shown !== undefined &&
            (isPair(shown.kind) ? (["lower", "upper"] as const) : (["value"] as const)).map((key, position) => (
              <input
                key={key}
                className={fields.input}
                inputMode="decimal"
                autoComplete="off"
                aria-label={`${label}, ${labelOf(`${at}/${key}`, terms, "literature")}`}
                aria-invalid={typed === undefined ? undefined : true}
                aria-describedby={typed === undefined ? undefined : `${id}-half`}
                value={shown.texts[position] ?? ""}
                onChange={(event) => {
                  const own = event.currentTarget.value;
                  put({ kind: shown.kind, texts: shown.texts.map((each, other) => (other === position ? own : each)) });
                }}
              />
            ))}
        </div>
        {typed !== undefined && (
          <p id={`${id}-half`} className={fields.problem}>
            {text(words.spreadHalf)}
          </p>
        )}
      </div>
    </div>
  );
}

function isPair(kind: Kind): boolean {
  return kind !== "sd" && kind !== "se";
}

function typedOf(spread: Spread): Typed {
  return spread.kind === "sd" || spread.kind === "se"
    ? { kind: spread.kind, texts: [String(spread.value)] }
    : { kind: spread.kind, texts: [String(spread.lower), String(spread.upper)] };
}

function spreadOf({ kind, texts }: Typed): unknown {
  const numbers = texts.map((each) => codec.read(each)).flatMap((read) => (read.kind === "value" ? [read.value] : []));
  if (numbers.length < texts.length) return undefined;
  const [first, second] = numbers;
  return isPair(kind) ? { kind, lower: first, upper: second } : { kind, value: first };
}
