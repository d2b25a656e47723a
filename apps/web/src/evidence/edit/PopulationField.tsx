import type { EvidenceStudy } from "@materbone/evidence";
import type { ReactNode } from "react";
import { useEditorStore, usePending, useRecordPart } from "../../editor/editor-context.tsx";
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
  const disease = `${at}/disease`;
  // Another disease without its name is none; the choice waits until it is named, and holds up saving.
  const typed = usePending(at)?.text;
  const kind = typed === undefined ? recorded.kind : "other";
  const put = (value: EvidenceStudy["population"]): void => {
    if (store.editAll([{ at, value }]).length === 0) store.dropPending(disease);
  };
  const wait = (text: string): void =>
    store.leavePending(at, { text, problems: [{ at, kind: "missing", key: "disease" }] });
  const name = (disease: string): void => {
    if (disease.trim() !== "") put({ kind: "other", disease: disease.trim() });
  };
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
              if (event.currentTarget.value === "other") wait("");
              else if (recorded.kind === "plo") store.dropPending(at);
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
              data-at={at}
              autoComplete="off"
              required
              value={typed}
              onChange={(event) => wait(event.currentTarget.value)}
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
