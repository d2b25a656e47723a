import { vocabularies } from "@materbone/clinical";
import { memo, type ReactNode, useMemo } from "react";
import { usePlaceOf } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { AnswerField } from "./AnswerField.tsx";
import { ChoiceField } from "./ChoiceField.tsx";
import { amountCodec, type Codec, numberCodec, plainCodec, printedCodec, SCORE_HINT, wordsCodec } from "./codec.ts";
import { DeviceField } from "./DeviceField.tsx";
import { FlagField } from "./FlagField.tsx";
import type { LeafSpec } from "./field-spec.ts";
import { LineField } from "./LineField.tsx";
import { labelOf } from "./label-of.ts";
import { SeveralField } from "./SeveralField.tsx";
import { useSuggestions } from "./suggestions.ts";
import { TextField } from "./TextField.tsx";
import { WhenField } from "./WhenField.tsx";

const SCORE = numberCodec(1, SCORE_HINT);
const NUMBERS: readonly Codec[] = [0, 1, 2, 3].map((decimals) => numberCodec(decimals));

/** The codec of a field that is one line of text. */
export function codecOf(spec: LeafSpec): Codec {
  switch (spec.kind) {
    case "number":
      if (/^[zt]Score$/.test(spec.key)) return SCORE;
      return NUMBERS[spec.decimals ?? 0] ?? numberCodec(spec.decimals);
    case "amount":
      return amountCodec;
    case "printed":
      return printedCodec;
    case "words":
      return wordsCodec;
    default:
      return plainCodec;
  }
}

/** The control of one field of the record. */
export const Field = memo(function Field(props: {
  readonly spec: LeafSpec;
  readonly at: string;
  readonly label?: string;
  readonly isNeeded?: boolean;
  readonly opens?: string | undefined;
}): ReactNode {
  const { spec, at } = props;
  const terms = useTerms();
  const suggestions = useSuggestions(spec, at);
  const of = usePlaceOf();
  const label = props.label ?? labelOf(at, terms, of);
  const options = useMemo(() => {
    if (spec.kind === "options") return spec.options.map(({ value, text }) => ({ value, text: terms.text(text) }));
    if (spec.kind !== "choice" && spec.kind !== "several") return [];
    const values = (spec.kind === "several" ? spec.values : undefined) ?? Object.keys(vocabularies[spec.vocabulary]);
    return values.map((value) => ({ value, text: terms.word(spec.vocabulary, value) }));
  }, [spec, terms]);
  switch (spec.kind) {
    case "choice":
    case "options":
      return (
        <ChoiceField
          at={at}
          label={label}
          options={options}
          isNumber={spec.isNumber === true}
          isNeeded={props.isNeeded === true}
          opens={props.opens}
        />
      );
    case "several":
      return <SeveralField at={at} label={label} options={options} isNeeded={spec.key === "findings"} />;
    case "flag":
      return <FlagField at={at} label={label} />;
    case "answer":
      return <AnswerField at={at} label={label} />;
    case "when":
      return <WhenField at={at} label={label} />;
    case "text":
      return <TextField at={at} label={label} />;
    default:
      if (spec.kind === "plain" && spec.suggest === "device") return <DeviceField at={at} label={label} />;
      return (
        <LineField
          at={at}
          label={label}
          codec={codecOf(spec)}
          isNumeric={spec.kind === "number"}
          suggestions={suggestions}
        />
      );
  }
});
