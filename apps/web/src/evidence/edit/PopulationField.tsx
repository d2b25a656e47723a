import type { EvidenceStudy } from "@materbone/evidence";
import { type ReactNode, useState } from "react";
import { useEditorStore, useRecordPart } from "../../editor/editor-context.tsx";
import { FieldRow } from "../../fields/FieldRow.tsx";
import fields from "../../fields/Fields.module.css";
import { labelOf } from "../../fields/label-of.ts";
import { TextField } from "../../fields/TextField.tsx";
import { useTerms } from "../../language/language.tsx";
import { editWords as words } from "./edit-words.ts";
import { worded } from "./literature-spec.ts";

const KIND = worded("population", "population/kind");

/** Who was studied: women with PLO, or with another disease, which is then named. */
export function PopulationField({ at }: { readonly at: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const recorded = useRecordPart(at) as EvidenceStudy["population"];
  // Another disease without its name is none; it stays here until it is named.
  const [typed, setTyped] = useState<string>();
  const kind = typed === undefined ? recorded.kind : "other";
  const put = (value: EvidenceStudy["population"]): void => {
    if (store.editAll([{ at, value }]).length === 0) setTyped(undefined);
  };
  const name = (disease: string): void => {
    if (disease.trim() !== "") put({ kind: "other", disease: disease.trim() });
  };
  const disease = `${at}/disease`;
  return (
    <>
      <FieldRow label={labelOf(`${at}/kind`, terms, "literature")}>
        {(control) => (
          <select
            {...control}
            className={fields.select}
            data-at={`${at}/kind`}
            value={kind}
            onChange={(event) => {
              if (event.currentTarget.value === "other") setTyped("");
              else if (recorded.kind === "plo") setTyped(undefined);
              else put({ kind: "plo" });
            }}
          >
            {KIND.options.map((option) => (
              <option key={option.value} value={option.value}>
                {terms.text(option.text)}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      {typed !== undefined ? (
        <FieldRow label={labelOf(disease, terms, "literature")} problem={terms.text(words.diseaseNeeded)}>
          {(control) => (
            <input
              {...control}
              className={fields.input}
              autoComplete="off"
              required
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onBlur={() => name(typed)}
              onKeyDown={(event) => {
                if (event.key === "Enter") name(typed);
              }}
            />
          )}
        </FieldRow>
      ) : (
        kind === "other" && <TextField at={disease} label={labelOf(disease, terms, "literature")} />
      )}
    </>
  );
}
