import { ANALYTES, type Analyte, analyteKnowledge, sayProblem } from "@materbone/clinical";
import { type FormEvent, type ReactNode, useState } from "react";
import { useEditorStore } from "../editor/editor-context.tsx";
import { useAiming } from "../fields/aim.tsx";
import { printedCodec } from "../fields/codec.ts";
import fields from "../fields/Fields.module.css";
import { useTerms } from "../language/language.tsx";
import { headWords as words } from "./head-words.ts";

const EMPTY = { analyte: "", low: "", high: "", unit: "" };

/** Asks for what an interval cannot be without: analyte, unit and at least one limit. */
export function AddInterval(props: { readonly at: string; readonly count: number }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const store = useEditorStore();
  const { goTo } = useAiming();
  const [typed, setTyped] = useState<Readonly<typeof EMPTY>>(EMPTY);
  const [problem, setProblem] = useState<string>();
  const put = (key: keyof typeof EMPTY, value: string): void => setTyped({ ...typed, [key]: value });
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const limits = (["low", "high"] as const).flatMap((key) => {
      const reading = printedCodec.read(typed[key]);
      return reading.kind === "value" ? [[key, reading.value] as const] : [];
    });
    const analyte = ANALYTES.find((each) => each === typed.analyte);
    if (analyte === undefined || typed.unit.trim() === "" || limits.length === 0) {
      setProblem(text(limits.length === 0 ? words.limitNeeded : words.stillNeeded));
      return;
    }
    const at = `${props.at}/${props.count}`;
    const value = { analyte, ...Object.fromEntries(limits), unit: typed.unit.trim() };
    const [first] = store.editAll([{ at, value }]);
    setProblem(first === undefined ? undefined : sayProblem(first, terms));
    if (first !== undefined) return;
    setTyped(EMPTY);
    goTo(`${at}/laboratory`);
  };
  return (
    <form className={fields.add} onSubmit={add} aria-label={text(words.newInterval)}>
      <label>
        {text(words.analyte)}
        <select
          className={fields.select}
          value={typed.analyte}
          onChange={(event) => {
            const analyte = ANALYTES.find((each) => each === event.currentTarget.value);
            setTyped({ ...typed, analyte: analyte ?? "", unit: typed.unit === "" ? usualUnit(analyte) : typed.unit });
          }}
        >
          <option value="">{text(words.choose)}</option>
          {ANALYTES.map((analyte) => (
            <option key={analyte} value={analyte}>
              {terms.analyte(analyte)}
            </option>
          ))}
        </select>
      </label>
      {(["low", "high", "unit"] as const).map((key) => (
        <label key={key}>
          {text(words[key])}
          <input
            className={fields.input}
            autoComplete="off"
            value={typed[key]}
            onChange={(event) => put(key, event.currentTarget.value)}
          />
        </label>
      ))}
      <button type="submit" className={fields.button} data-at={`add:${props.at}`}>
        {text(words.add)}
      </button>
      {problem !== undefined && (
        <p role="alert" className={fields.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}

/** The unit that the analyte is mostly reported in, to begin with. */
function usualUnit(analyte: Analyte | undefined): string {
  return analyte === undefined ? "" : analyteKnowledge(analyte).canonicalUnit;
}
