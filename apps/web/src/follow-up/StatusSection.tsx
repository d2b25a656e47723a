import type { FollowUpStatus } from "@materbone/clinical";
import { headed, womanName } from "@materbone/report";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import type { BoardRow } from "./board-rows.ts";
import { dueText } from "./due-text.ts";
import classes from "./FollowUp.module.css";
import { followUpWords } from "./follow-up-words.ts";
import { StatusChip } from "./StatusChip.tsx";
import { TaskItems } from "./TaskItems.tsx";

/** Everything of one status across women. */
export function StatusSection(props: {
  readonly series: string;
  readonly status: FollowUpStatus;
  readonly rows: readonly BoardRow[];
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { series, status, rows } = props;
  return (
    <section className={`mb-card ${classes.section}`} aria-labelledby={`follow-up-${status}`}>
      <h2 id={`follow-up-${status}`}>
        <StatusChip status={status} /> {rows.length}
      </h2>
      <table className={classes.table}>
        <thead>
          <tr>
            {(["woman", "due", "time", "what"] as const).map((name) => (
              <th key={name} scope="col">
                {text(followUpWords[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { id } = row.woman.record;
            return (
              <tr key={`${id} ${row.entry.id}`}>
                <th scope="row">
                  <Link to="/series/$series/case/$case" params={{ series, case: id }} search={{ panel: "follow-up" }}>
                    {womanName(row.woman.record, terms)}
                  </Link>
                </th>
                <td className={classes.due}>
                  {dueText(row, terms)}
                  {row.judgedBy === "endOfRecord" && (
                    <span className={classes.basis}>{text(followUpWords.endOfRecord)}</span>
                  )}
                </td>
                <td>
                  {headed(text(row.entry.name))}
                  {row.entry.optional === true && <span className={classes.basis}>{text(followUpWords.optional)}</span>}
                </td>
                <td>
                  <TaskItems series={series} woman={id} items={row.items} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
