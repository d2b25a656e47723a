import { followUpStatusWords, localText, type Series, say, sayFollowUpTask, type Terms } from "@materbone/clinical";
import { displayWidth, headed, womanName } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import { numbered } from "../parts/numbered.ts";
import { type BoardRow, inPages } from "./board-rows.ts";
import { dueText } from "./due-text.ts";
import classes from "./FollowUp.module.css";
import { followUpWords, printedPage } from "./follow-up-words.ts";

/** The board on paper: pages with the series and the day above and what the board is not below. Seen in print only. */
export function PaperBoard(props: {
  readonly series: Series;
  readonly rows: readonly BoardRow[];
  readonly on: string;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const pages = inPages(props.rows, (row) => linesOf(row, terms));
  return (
    <div className={classes.paper} aria-hidden="true">
      {numbered(pages).map(({ key, item: rows }) => (
        <section key={key} className={classes.page}>
          <header>
            <strong>
              {text(followUpWords.title)} · {localText(props.series.title, terms.lang)}
            </strong>
            <span>
              {text(followUpWords.on)} {props.on}
            </span>
          </header>
          <table>
            <thead>
              <tr>
                {(["status", "woman", "due", "time", "what"] as const).map((name) => (
                  <th key={name} scope="col">
                    {text(followUpWords[name])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.woman.record.id} ${row.entry.id} ${row.status}`}>
                  <td>{text(followUpStatusWords[row.status])}</td>
                  <th scope="row">{womanName(row.woman.record, terms)}</th>
                  <td>{dueText(row, terms)}</td>
                  <td>{headed(text(row.entry.name))}</td>
                  <td>{terms.series(row.items.map((item) => sayFollowUpTask(item.task, terms)))}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <footer>
            <span>{text(followUpWords.researchUse)}</span>
            <span>{say(printedPage, { page: Number(key) + 1, pages: pages.length }, terms)}</span>
          </footer>
        </section>
      ))}
    </div>
  );
}

/** Columns of letters that fit into a line of a printed column; a Chinese character takes two. */
const WIDTHS = { woman: 16, time: 30, what: 52 } as const;

function linesOf(row: BoardRow, terms: Terms): number {
  const what = terms.series(row.items.map((item) => sayFollowUpTask(item.task, terms)));
  return Math.max(
    Math.ceil(displayWidth(womanName(row.woman.record, terms)) / WIDTHS.woman),
    Math.ceil(displayWidth(terms.text(row.entry.name)) / WIDTHS.time),
    Math.ceil(displayWidth(what) / WIDTHS.what),
  );
}
