import type { Lang, LocalText } from "@materbone/clinical";
import { headed } from "@materbone/report";
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
            rows={rowsFor(field.text)}
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
          <label key={lang} className={classes.language}>
            <span aria-hidden="true">
              {headed(terms.text(lang === "zh" ? fieldWords.chinese : fieldWords.english))}
            </span>
            <textarea
              className={classes.area}
              lang={lang === "zh" ? "zh-CN" : "en"}
              aria-label={`${label}, ${terms.text(lang === "zh" ? fieldWords.chinese : fieldWords.english)}`}
              rows={rowsFor(value[lang] ?? "")}
              value={value[lang] ?? ""}
              onChange={(event) => put(lang, event.currentTarget.value)}
              onBlur={() => store.settle()}
            />
          </label>
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

/** Lines that a text is given where the browser does not size a box by what it holds; a Chinese character is as wide as two letters. */
function rowsFor(text: string): number {
  const width = [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);
  return Math.min(6, 1 + Math.floor(width / 44));
}
