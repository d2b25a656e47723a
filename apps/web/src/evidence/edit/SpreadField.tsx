import type { Spread } from "@materbone/evidence";
import { type ReactNode, useState } from "react";
import { useEditorStore, useRecordPart } from "../../editor/editor-context.tsx";
import { FieldRow } from "../../fields/FieldRow.tsx";
import { labelOf } from "../../fields/label-of.ts";
import { useTerms } from "../../language/language.tsx";
import { editWords as words } from "./edit-words.ts";
import { SpreadInputs } from "./SpreadInputs.tsx";
import { spreadOf, type TypedSpread, typedOf } from "./typed-spread.ts";

/** How far values lie apart: its kind, and the one number or the two ends that the kind asks for, together. */
export function SpreadField({ at }: { readonly at: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const recorded = useRecordPart(at) as Spread | undefined;
  // Half a spread is none; it stays here until it is whole.
  const [typed, setTyped] = useState<TypedSpread>();
  const put = (next: TypedSpread | undefined): void => {
    const value = next === undefined ? undefined : spreadOf(next);
    const isWhole = next === undefined || (value !== undefined && store.editAll([{ at, value }], at).length === 0);
    if (next === undefined) store.editAll([{ at, value: undefined }]);
    setTyped(isWhole ? undefined : next);
  };
  const label = labelOf(at, terms, "literature");
  return (
    <FieldRow label={label} problem={typed === undefined ? undefined : terms.text(words.spreadHalf)}>
      {(control) => (
        <SpreadInputs
          control={control}
          label={label}
          at={at}
          typed={typed ?? (recorded === undefined ? undefined : typedOf(recorded))}
          onTyped={put}
        />
      )}
    </FieldRow>
  );
}
