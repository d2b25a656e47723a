import type { ReactNode } from "react";
import type { RowControl } from "../../fields/FieldRow.tsx";
import fields from "../../fields/Fields.module.css";
import { labelOf } from "../../fields/label-of.ts";
import { useTerms } from "../../language/language.tsx";
import { literatureFieldWords } from "../../parts/place-words-literature.ts";
import { editWords as words } from "./edit-words.ts";
import { isPair, SPREAD_KINDS, type TypedSpread } from "./typed-spread.ts";

/** The kind of a spread, and the one number or the two ends that the kind asks for. */
export function SpreadInputs(props: {
  readonly control: RowControl & { readonly name?: string };
  readonly label: string;
  /** Pointer of the spread, for its words. */
  readonly at: string;
  readonly typed: TypedSpread | undefined;
  readonly onTyped: (typed: TypedSpread | undefined) => void;
}): ReactNode {
  const { control, label, at, typed, onTyped } = props;
  const terms = useTerms();
  const { text } = terms;
  return (
    <div className={fields.pair}>
      <select
        {...control}
        className={fields.select}
        data-at={at}
        value={typed?.kind ?? ""}
        onChange={(event) => {
          const kind = SPREAD_KINDS.find((each) => each === event.currentTarget.value);
          onTyped(kind === undefined ? undefined : { kind, texts: isPair(kind) ? ["", ""] : [""] });
        }}
      >
        <option value="">{text(words.spreadNone)}</option>
        {SPREAD_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {text(literatureFieldWords["spread/kind"]?.values?.[kind] ?? { en: kind, zh: kind })}
          </option>
        ))}
      </select>
      {typed !== undefined &&
        (isPair(typed.kind) ? (["lower", "upper"] as const) : (["value"] as const)).map((key, position) => (
          <input
            key={key}
            className={fields.input}
            inputMode="decimal"
            autoComplete="off"
            aria-label={`${label}, ${labelOf(`${at}/${key}`, terms, "literature")}`}
            aria-invalid={control["aria-invalid"]}
            aria-describedby={control["aria-describedby"]}
            value={typed.texts[position] ?? ""}
            onChange={(event) => {
              const own = event.currentTarget.value;
              onTyped({ kind: typed.kind, texts: typed.texts.map((each, other) => (other === position ? own : each)) });
            }}
          />
        ))}
    </div>
  );
}
