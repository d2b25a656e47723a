import { asDates, asMonths, say, type TimeFrame, type When } from "@materbone/clinical";
import { type ReactNode, useState } from "react";
import { useEditorStore } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { labelled } from "../language/punctuation.ts";
import { isAimedAt, useAiming } from "./aim.tsx";
import { plainCodec, whenCodecs } from "./codec.ts";
import { FieldRow } from "./FieldRow.tsx";
import classes from "./Fields.module.css";
import { sayFieldProblems } from "./field-problem.ts";
import { basisOf, fieldWords, moreOn, noteOn, sourceOf } from "./field-words.ts";
import { LineField } from "./LineField.tsx";
import { offeredBases } from "./offered-bases.ts";
import { sayWhen } from "./say-when.ts";
import { TextField } from "./TextField.tsx";
import { useTextField } from "./use-text-field.ts";
import { useTimeFrame } from "./use-time-frame.ts";

/** A time as one line of text, what was read from it in words, and how it is known. */
export function WhenField({ at, label }: { readonly at: string; readonly label: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const frame = useTimeFrame();
  const codec = whenCodecs[terms.lang];
  const field = useTextField(at, codec);
  const when = field.value as When | undefined;
  const problem = sayFieldProblems(field.problems, label, codec.hint, terms);
  const said = field.pending === undefined ? sayWhen(when, terms) : undefined;
  const basis = when?.basis;
  const { aim } = useAiming();
  const [isOpen, setIsOpen] = useState(false);
  const isShown = isOpen || isAimedAt(aim, [`${at}/note`, `${at}/source`]);
  return (
    <div>
      <FieldRow label={label} problem={problem} under={said}>
        {(control) => (
          <span className={classes.pair}>
            <input
              {...control}
              className={classes.input}
              data-at={at}
              type="text"
              autoComplete="off"
              value={field.text}
              onChange={(event) => field.type(event.currentTarget.value)}
              onBlur={field.leave}
            />
            <select
              className={`${classes.select} ${classes.basis}`}
              aria-label={say(basisOf, { label }, terms)}
              data-at={`${at}/basis`}
              data-basis={basis}
              value={basis ?? ""}
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
            {when !== undefined && (
              <button
                type="button"
                className={classes.quiet}
                aria-expanded={isShown}
                aria-label={say(
                  moreOn,
                  { label, isNoted: when.note !== undefined || when.source !== undefined },
                  terms,
                )}
                title={terms.text(fieldWords.timeNote)}
                onClick={() => setIsOpen(!isShown)}
              >
                {when.note === undefined && when.source === undefined ? "…" : "…●"}
              </button>
            )}
          </span>
        )}
      </FieldRow>
      {when !== undefined && isShown && (
        <div className={classes.group}>
          <TextField at={`${at}/note`} label={say(noteOn, { label }, terms)} />
          <LineField at={`${at}/source`} label={say(sourceOf, { label }, terms)} codec={plainCodec} />
          <Conversions at={at} when={when} frame={frame} />
        </div>
      )}
    </div>
  );
}

/** The same time on the other scale, taken over on request. */
function Conversions(props: { readonly at: string; readonly when: When; readonly frame: TimeFrame }): ReactNode {
  const { at, when, frame } = props;
  const terms = useTerms();
  const store = useEditorStore();
  const isDelivery = at.endsWith("/deliveredAt");
  const dates = when.date === undefined ? asDates(when, frame) : undefined;
  const months = when.months === undefined && !isDelivery ? asMonths(when, frame) : undefined;
  const take = (value: When): void => {
    store.edit({ at, value: { ...value, basis: "derived" } });
    store.settle();
  };
  return (
    <span className={classes.pair}>
      {dates !== undefined && (
        <button type="button" className={classes.quiet} onClick={() => take(dates)}>
          {labelled(terms.text(fieldWords.inDates), sayWhen(dates, terms) ?? "", terms.lang)}
        </button>
      )}
      {months !== undefined && (
        <button type="button" className={classes.quiet} onClick={() => take(months)}>
          {labelled(terms.text(fieldWords.inMonths), sayWhen(months, terms) ?? "", terms.lang)}
        </button>
      )}
    </span>
  );
}
