import type { CaseView, PloDefinition } from "@materbone/clinical";
import { assess } from "@materbone/clinical";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../../language/language.tsx";
import { SourceLine } from "../SourceLine.tsx";
import { Criteria } from "./Criteria.tsx";
import { OutcomeChip } from "./Status.tsx";
import classes from "./Verdict.module.css";
import { STATUS_SHAPE, verdictWords as words } from "./verdict-words.ts";

/** One definition: its outcome and the state of its criteria in a line, and behind it facts, source and reading. */
export function DefinitionRow(props: {
  readonly view: CaseView;
  readonly definition: PloDefinition;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}): ReactNode {
  const { view, definition, isOpen } = props;
  const terms = useTerms();
  const verdict = useMemo(() => assess(view, definition), [view, definition]);
  return (
    <li className="mb-card">
      <h4 className={classes.row}>
        <button type="button" className={classes.open} aria-expanded={isOpen} onClick={() => props.onOpen(!isOpen)}>
          <span aria-hidden="true">{isOpen ? "▾" : "▸"} </span>
          {terms.text(definition.name)}
        </button>
        <OutcomeChip outcome={verdict.outcome} />
      </h4>
      <p className={classes.states}>
        {verdict.criteria.map(({ id, status }) => (
          <span key={id} className={classes.state} data-status={status}>
            <span aria-hidden="true">{STATUS_SHAPE[status]}</span> {terms.word("criterion", id)}
            {terms.lang === "zh" ? "：" : ": "}
            {terms.word("criterionStatus", status)}
          </span>
        ))}
      </p>
      {isOpen && (
        <>
          <Criteria criteria={verdict.criteria} />
          {definition.note !== undefined && (
            <p className={classes.note}>
              {terms.text(words.howRead)}
              {terms.text(definition.note)}
            </p>
          )}
        </>
      )}
      <SourceLine source={definition.source} />
    </li>
  );
}
