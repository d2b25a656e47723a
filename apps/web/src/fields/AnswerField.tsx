import { type Answer, say } from "@materbone/clinical";
import { type ReactNode, useState } from "react";
import { useEditorStore, useRecordPart } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { isAimedAt, useAiming } from "./aim.tsx";
import { answerText } from "./answer-words.ts";
import { plainCodec } from "./codec.ts";
import { clear } from "./commit.ts";
import { FieldRow } from "./FieldRow.tsx";
import classes from "./Fields.module.css";
import { fieldWords, noteOn, sourceOf } from "./field-words.ts";
import { LineField } from "./LineField.tsx";
import { TextField } from "./TextField.tsx";

/** A question of the history: yes, no, not reported, or not recorded; a note and its source behind a button. */
export function AnswerField({ at, label }: { readonly at: string; readonly label: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const answer = useRecordPart(at) as Answer | undefined;
  const { aim } = useAiming();
  const [isOpen, setIsOpen] = useState(false);
  const details = typeof answer === "object" ? answer : undefined;
  const value = typeof answer === "object" ? answer.answer : answer;
  const isNoted = details?.note !== undefined || details?.source !== undefined;
  const isShown = isOpen || isAimedAt(aim, [`${at}/note`, `${at}/source`]);
  return (
    <>
      <FieldRow label={label}>
        {(control) => (
          <span className={classes.pair}>
            <select
              {...control}
              className={`${classes.select} ${value === undefined ? classes.empty : ""}`}
              data-at={at}
              value={value ?? ""}
              onChange={(event) => {
                const next = event.currentTarget.value;
                if (next === "") clear(store, at);
                else if (details === undefined) store.edit({ at, value: next });
                else store.edit({ at: `${at}/answer`, value: next });
                store.settle();
              }}
            >
              <option value="">{terms.text(answerText.absent)}</option>
              <option value="yes">{terms.text(answerText.yes)}</option>
              <option value="no">{terms.text(answerText.no)}</option>
              <option value="notReported">{terms.text(answerText.notReported)}</option>
            </select>
            {value !== undefined && (
              <button
                type="button"
                className={classes.quiet}
                aria-expanded={isShown}
                aria-label={say(noteOn, { label }, terms)}
                onClick={() => {
                  // A note needs a place to stand: the plain answer becomes one with details.
                  if (typeof answer === "string") store.edit({ at, value: { answer } });
                  setIsOpen(!isShown);
                }}
              >
                {terms.text(fieldWords.note)}
                {isNoted && " ●"}
              </button>
            )}
          </span>
        )}
      </FieldRow>
      {details !== undefined && isShown && (
        <div className={classes.group}>
          <TextField at={`${at}/note`} label={say(noteOn, { label }, terms)} />
          <LineField at={`${at}/source`} label={say(sourceOf, { label }, terms)} codec={plainCodec} />
        </div>
      )}
    </>
  );
}
