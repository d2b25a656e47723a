import { Button, Textarea } from "@mantine/core";
import { REASON_WORDS, REVIEW_REASONS, REVIEW_VERDICTS, type ReviewVerdict, VERDICT_WORDS } from "@materbone/finder";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import { ApiProblem } from "../../api/request.ts";
import { useSay } from "../../language/language.tsx";
import { ProblemCard } from "../../parts/ProblemCard.tsx";
import { type DecisionDraft, draftProblem, toggled, withVerdict } from "./decision-draft.ts";
import classes from "./Review.module.css";
import { DRAFT_PROBLEM_WORDS, reviewWords as words } from "./review-words.ts";

/** Chooses a verdict from outside, by a key. */
export type VerdictChooser = { readonly choose: (verdict: ReviewVerdict) => void };

/** Verdict, reasons and note, for a decision or for what settles a disagreement. What was entered stays until it is taken. */
export function DecisionForm(props: {
  readonly draft: DecisionDraft;
  readonly onChange: (draft: DecisionDraft) => void;
  /** Called with every try, whether something is missing or not. */
  readonly onTry?: () => void;
  readonly onSubmit: () => void;
  readonly isSaving: boolean;
  readonly problem: Error | null;
  readonly action: string;
  /** Fields before the verdict. */
  readonly children?: ReactNode;
  readonly chooser?: React.Ref<VerdictChooser>;
  readonly hasKeys: boolean;
}): ReactNode {
  const { draft, onChange } = props;
  const say = useSay();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [isTried, setIsTried] = useState(false);
  const [isByKey, setIsByKey] = useState(false);
  const missing = isTried ? draftProblem(draft) : undefined;
  useImperativeHandle(props.chooser, () => ({
    choose: (verdict) => {
      onChange(withVerdict(draft, verdict));
      setIsByKey(true);
    },
  }));
  // A verdict chosen by key leads on to its reasons.
  useEffect(() => {
    if (!isByKey) return;
    setIsByKey(false);
    form.current?.querySelector<HTMLInputElement>("input[type=checkbox]")?.focus();
  }, [isByKey]);
  const submit = (): void => {
    setIsTried(true);
    props.onTry?.();
    if (!props.isSaving && draftProblem(draft) === undefined) props.onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };
  const isAway = props.problem instanceof ApiProblem && props.problem.isAway;
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {props.children}
      <fieldset aria-describedby={missing === "noVerdict" ? `${id}-verdict` : undefined}>
        <legend>{say(words.verdict)}</legend>
        <div className={classes.verdicts}>
          {REVIEW_VERDICTS.map((verdict, position) => (
            <label key={verdict} data-chosen={draft.verdict === verdict}>
              <input
                type="radio"
                name={`${id}-verdict`}
                checked={draft.verdict === verdict}
                aria-keyshortcuts={props.hasKeys ? String(position + 1) : undefined}
                onChange={() => onChange(withVerdict(draft, verdict))}
              />
              {say(VERDICT_WORDS[verdict])}
              {props.hasKeys && (
                <span className={classes.key} aria-hidden="true">
                  {position + 1}
                </span>
              )}
            </label>
          ))}
        </div>
        <FieldError id={`${id}-verdict`} isShown={missing === "noVerdict"} words={say(DRAFT_PROBLEM_WORDS.noVerdict)} />
      </fieldset>
      {draft.verdict !== undefined && (
        <fieldset aria-describedby={missing === "noReason" ? `${id}-reasons` : undefined}>
          <legend>{say(words.reasons)}</legend>
          <div className={classes.reasons}>
            {REVIEW_REASONS[draft.verdict].map((reason) => (
              <label key={reason}>
                <input
                  type="checkbox"
                  checked={draft.reasons.includes(reason)}
                  onChange={() => onChange(toggled(draft, reason))}
                />
                {say(REASON_WORDS[reason])}
              </label>
            ))}
          </div>
          <FieldError id={`${id}-reasons`} isShown={missing === "noReason"} words={say(DRAFT_PROBLEM_WORDS.noReason)} />
        </fieldset>
      )}
      <Textarea
        label={say(words.note)}
        description={say(words.noteHint)}
        error={missing === "noNote" ? say(DRAFT_PROBLEM_WORDS.noNote) : undefined}
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })}
      />
      {props.problem !== null && (
        <>
          <ProblemCard problem={props.problem} />
          <p className="mb-muted">{say(isAway ? words.kept : words.keptRefused)}</p>
        </>
      )}
      <Button type="submit" loading={props.isSaving}>
        {props.action}
      </Button>
    </form>
  );
}

function FieldError(props: { readonly id: string; readonly isShown: boolean; readonly words: string }): ReactNode {
  return (
    <p id={props.id} role="alert" className={classes.error}>
      {props.isShown ? props.words : ""}
    </p>
  );
}
