import { say } from "@materbone/clinical";
import { evidenceSite, headed, readingText, TREATMENT_WORDS } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import classes from "./Exchange.module.css";
import { sayAdded, sayMore, exchangeWords as words } from "./exchange-words.ts";
import type { AddedAs, AddedValue } from "./import-text.ts";

const MOST = 100;

const AS_WORDS = {
  study: words.newStudy,
  outcome: words.newOutcome,
  reading: words.newReading,
  completed: words.completed,
} as const satisfies Record<AddedAs, object>;

/** What an import would add, value by value. */
export function AddedTable({ values }: { readonly values: readonly AddedValue[] }): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const count = (as: AddedAs): number => values.filter((value) => value.as === as).length;
  const facts = {
    values: values.length,
    studies: count("study"),
    outcomes: count("outcome"),
    completed: count("completed"),
  };
  return (
    <section>
      <h3>{text(words.preview)}</h3>
      <p>{say(sayAdded, facts, terms)}</p>
      <ScrollRegion label={text(words.preview)}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{text(words.study)}</th>
              <th scope="col">{text(words.outcome)}</th>
              <th scope="col">{text(words.reading)}</th>
              <th scope="col">{text(words.as)}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(values.slice(0, MOST)).map(({ key, item: { row, reading, as } }) => {
              const months = row.months === undefined ? [] : [monthsText(terms.monthInterval(row.months), lang)];
              const parts = [evidenceSite(row.outcome.site, terms), ...months, text(TREATMENT_WORDS[row.treatment])];
              return (
                <tr key={key}>
                  <th scope="row">{row.study.label}</th>
                  <td>{headed(terms.series(parts))}</td>
                  <td>{readingText(reading, terms)}</td>
                  <td>{text(AS_WORDS[as])}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {values.length > MOST && <p>{say(sayMore, { count: values.length - MOST }, terms)}</p>}
    </section>
  );
}

function monthsText(months: string, lang: "zh" | "en"): string {
  return lang === "zh" ? `${months}个月` : `${months} months`;
}
