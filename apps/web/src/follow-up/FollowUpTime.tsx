import { type CaseView, dueDates, type Source } from "@materbone/clinical";
import { type FollowUpRow, headed, sourceText } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import { dueText } from "./due-text.ts";
import classes from "./FollowUp.module.css";
import { STATUSES } from "./follow-up-search.ts";
import { followUpWords } from "./follow-up-words.ts";
import { StatusChip } from "./StatusChip.tsx";
import { TaskItems } from "./TaskItems.tsx";

/** One time of the schedule: when it is due, what of it stands how, and where the time comes from. */
export function FollowUpTime(props: {
  readonly series: string;
  readonly woman: CaseView;
  readonly row: FollowUpRow;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { series, woman, row } = props;
  const { entry, due } = row;
  return (
    <article className={classes.entry}>
      <h3>{headed(text(entry.name))}</h3>
      <div className={classes.line}>
        <span>{dueText({ due, days: dueDates(due, woman.frame) }, terms)}</span>
        {entry.optional === true && <span className="mb-muted">{text(followUpWords.optional)}</span>}
      </div>
      {STATUSES.map((status) => {
        const items = row.items.filter((item) => item.status === status);
        if (items.length === 0) return null;
        return (
          <div key={status} className={classes.line}>
            <StatusChip status={status} />
            <TaskItems series={series} woman={woman.record.id} items={items} />
          </div>
        );
      })}
      <details className={classes.source}>
        <summary>{text(followUpWords.source)}</summary>
        {sourceText(entry.source as Source, terms)}
      </details>
    </article>
  );
}
