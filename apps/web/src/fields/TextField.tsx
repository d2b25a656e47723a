import type { Lang, LocalText } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useEditorStore, useRecordPart } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import { plainCodec } from "./codec.ts";
import { commit } from "./commit.ts";
import { FieldRow } from "./FieldRow.tsx";
import classes from "./Fields.module.css";
import { sayFieldProblems } from "./field-problem.ts";
import { fieldWords } from "./field-words.ts";
import { useTextField } from "./use-text-field.ts";

/** A sentence of the record: one text for both languages, or one for each where that is wanted. */
export function TextField({ at, label }: { readonly at: string; readonly label: string }): ReactNode {
  const value = useRecordPart(at) as LocalText | undefined;
  return typeof value === "object" ? (
    <BothLanguages at={at} label={label} value={value} />
  ) : (
    <OneText at={at} label={label} />
  );
}

function OneText({ at, label }: { readonly at: string; readonly label: string }): ReactNode {
  const terms = useTerms();
  const store = useEditorStore();
  const field = useTextField(at, plainCodec);
  const problem = sayFieldProblems(field.problems, label, undefined, terms);
  return (
    <FieldRow label={label} problem={problem}>
      {(control) => (
        <>
          <textarea
            {...control}
            className={classes.area}
            data-at={at}
            rows={Math.min(6, 1 + Math.floor(field.text.length / 44))}
            value={field.text}
            onChange={(event) => field.type(event.currentTarget.value)}
            onBlur={field.leave}
          />
          {field.text !== "" && field.pending === undefined && (
            <button
              type="button"
              className={classes.quiet}
              onClick={() => {
                store.edit({ at, value: { [terms.lang]: field.text } });
                store.settle();
              }}
            >
              {terms.text(fieldWords.bothLanguages)}
            </button>
          )}
        </>
      )}
    </FieldRow>
  );
}

const LANGUAGES: readonly Lang[] = ["zh", "en"];

type Parts = { readonly en?: string | undefined; readonly zh?: string | undefined };

function BothLanguages(props: { readonly at: string; readonly label: string; readonly value: Parts }): ReactNode {
  const { at, label, value } = props;
  const terms = useTerms();
  const store = useEditorStore();
  const put = (lang: Lang, text: string): void => {
    const { [lang]: _old, ...other } = value;
    const next: Parts = text.trim() === "" ? other : { ...value, [lang]: text };
    const isEmpty = next.en === undefined && next.zh === undefined;
    if (isEmpty) commit(store, at, "", { kind: "empty" });
    else store.edit({ at, value: next });
  };
  const single = value.zh === undefined ? value.en : value.en === undefined ? value.zh : undefined;
  return (
    <fieldset className={`${classes.row} ${classes.bare}`}>
      <legend className="mb-hidden">{label}</legend>
      <span className={classes.label} aria-hidden="true">
        {label}
      </span>
      <div className={classes.cell} data-at={at}>
        {LANGUAGES.map((lang) => (
          <textarea
            key={lang}
            className={classes.area}
            lang={lang === "zh" ? "zh-CN" : "en"}
            aria-label={`${label}, ${terms.text(lang === "zh" ? fieldWords.chinese : fieldWords.english)}`}
            placeholder={terms.text(lang === "zh" ? fieldWords.chinese : fieldWords.english)}
            rows={Math.min(6, 1 + Math.floor((value[lang] ?? "").length / 44))}
            value={value[lang] ?? ""}
            onChange={(event) => put(lang, event.currentTarget.value)}
            onBlur={() => store.settle()}
          />
        ))}
        {single !== undefined && (
          <button type="button" className={classes.quiet} onClick={() => store.edit({ at, value: single })}>
            {terms.text(fieldWords.oneText)}
          </button>
        )}
      </div>
    </fieldset>
  );
}
