import { ANALYTES, type Analyte } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useEditorStore, useRecordPart } from "../editor/editor-context.tsx";
import { clear } from "../fields/commit.ts";
import fields from "../fields/Fields.module.css";
import { useTerms } from "../language/language.tsx";
import { labelled } from "../language/punctuation.ts";
import { moved } from "../tables/chosen-columns.ts";
import classes from "./Head.module.css";
import { headWords as words } from "./head-words.ts";

/** Analytes in an order: the columns of a table, or what one assay measures. */
export function AnalyteOrder(props: {
  readonly at: string;
  /** Stands there empty rather than not at all. */
  readonly isNeeded?: boolean;
}): ReactNode {
  const { at } = props;
  const terms = useTerms();
  const { text } = terms;
  const store = useEditorStore();
  const chosen = (useRecordPart(at) as readonly Analyte[] | undefined) ?? [];
  const put = (next: readonly Analyte[]): void => {
    if (next.length === 0 && props.isNeeded !== true) clear(store, at);
    else store.edit({ at, value: next });
    store.settle();
  };
  return (
    <div data-at={at}>
      {chosen.length === 0 && (
        <p className="mb-muted">{text(props.isNeeded === true ? words.none : words.noneChosen)}</p>
      )}
      <ol className={classes.order}>
        {chosen.map((analyte, position) => {
          const name = terms.analyte(analyte);
          const step = (sign: string, what: string, isPossible: boolean, act: () => void): ReactNode => (
            <button
              type="button"
              className={classes.step}
              aria-label={labelled(name, what, terms.lang)}
              title={what}
              disabled={!isPossible}
              onClick={act}
            >
              {sign}
            </button>
          );
          return (
            <li key={analyte}>
              <span>{name}</span>
              {step("↑", text(words.earlier), position > 0, () => put(moved(chosen, analyte, -1)))}
              {step("↓", text(words.later), position < chosen.length - 1, () => put(moved(chosen, analyte, 1)))}
              {step("×", text(words.remove), true, () => put(chosen.filter((each) => each !== analyte)))}
            </li>
          );
        })}
      </ol>
      <select
        className={fields.select}
        aria-label={text(words.add)}
        value=""
        onChange={(event) => {
          const analyte = ANALYTES.find((each) => each === event.currentTarget.value);
          if (analyte !== undefined) put([...chosen, analyte]);
        }}
      >
        <option value="">{labelled(text(words.add), text(words.choose), terms.lang)}</option>
        {ANALYTES.filter((analyte) => !chosen.includes(analyte)).map((analyte) => (
          <option key={analyte} value={analyte}>
            {terms.analyte(analyte)}
          </option>
        ))}
      </select>
    </div>
  );
}
