import { say, type When } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useEditorStore, useRecordPart } from "../editor/editor-context.tsx";
import { basisOf, fieldWords } from "../fields/field-words.ts";
import { offeredBases } from "../fields/offered-bases.ts";
import { useTerms } from "../language/language.tsx";
import classes from "./Grid.module.css";

/** How a time is known, small below its cell. */
export function BasisSelect({ at, label }: { readonly at: string; readonly label: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const when = useRecordPart(at) as When | undefined;
  if (when === undefined) return null;
  return (
    <select
      className={classes.basis}
      // Tab goes from cell to cell; the same choice stands in the details of the entry, for the keyboard.
      tabIndex={-1}
      aria-label={say(basisOf, { label }, terms)}
      data-basis={when.basis}
      value={when.basis ?? ""}
      onChange={(event) => {
        const next = event.currentTarget.value;
        store.edit({ at: `${at}/basis`, value: next === "" ? undefined : next });
        store.settle();
      }}
    >
      <option value="">{terms.text(fieldWords.basisAbsent)}</option>
      {offeredBases(when).map((value) => (
        <option key={value} value={value}>
          {terms.word("timeBasis", value)}
        </option>
      ))}
    </select>
  );
}
