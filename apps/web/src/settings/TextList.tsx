import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { entryPlaces, RemoveButton, useCount, useRemoval } from "../fields/EntryList.tsx";
import fields from "../fields/Fields.module.css";
import { TextField } from "../fields/TextField.tsx";
import { useTerms } from "../language/language.tsx";
import { AddText } from "./AddText.tsx";
import { entryOf } from "./head-words.ts";

/** A list of texts, each in one language or both. */
export function TextList({ at, label }: { readonly at: string; readonly label: string }): ReactNode {
  const terms = useTerms();
  const remove = useRemoval();
  const count = useCount(at);
  return (
    <fieldset className={fields.group}>
      <legend>{label}</legend>
      {entryPlaces(at, count).map((place, position) => {
        const title = say(entryOf, { what: label, n: position + 1 }, terms);
        return (
          <div key={place}>
            <TextField at={place} label={title} />
            <RemoveButton title={title} onRemove={() => remove(place)} />
          </div>
        );
      })}
      <AddText at={at} count={count} label={label} />
    </fieldset>
  );
}
