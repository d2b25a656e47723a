import { fracturedLevels, hasVertebraWithoutLevel, localText, say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useCaseView } from "../editor/editor-context.tsx";
import { useTerms } from "../language/language.tsx";
import classes from "./CaseHeader.module.css";
import { ageText, diagnosedText, fracturesText } from "./case-words.ts";

/** Who she is, in one line. */
export function CaseHeader(): ReactNode {
  const terms = useTerms();
  const view = useCaseView();
  const { record } = view;
  const levels = [...fracturedLevels(view), ...(hasVertebraWithoutLevel(view) ? [terms.site("vertebra")] : [])];
  const facts = [
    record.person?.ageYears === undefined ? undefined : say(ageText, { years: record.person.ageYears }, terms),
    view.diagnosis === undefined
      ? undefined
      : say(diagnosedText, { months: terms.monthInterval(view.diagnosis) }, terms),
    levels.length === 0 ? undefined : say(fracturesText, { levels }, terms),
  ].filter((fact) => fact !== undefined);
  return (
    <div className={classes.header}>
      <h1>{record.label === undefined ? record.id : localText(record.label, terms.lang)}</h1>
      <p className="mb-muted">{facts.join(" · ")}</p>
    </div>
  );
}
