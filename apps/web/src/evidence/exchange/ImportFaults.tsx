import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import classes from "./Exchange.module.css";
import { sayMore, exchangeWords as words } from "./exchange-words.ts";

/** One thing that is wrong with a file, and where. */
export type ImportFault = {
  readonly row: number | undefined;
  /** Column, or place in the literature. */
  readonly place: string;
  readonly value: string;
  readonly says: string;
};

/** A file made by a faulty program can hold thousands of slips of one kind. */
const MOST = 100;

/** Every problem of a file with its row, column and value. */
export function ImportFaults(props: { readonly isCsv: boolean; readonly faults: readonly ImportFault[] }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { isCsv, faults } = props;
  return (
    <section className={classes.faults} role="alert">
      <h3>{text(words.problems)}</h3>
      <p>{text(words.problemsText)}</p>
      <ScrollRegion label={text(words.problems)}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{text(isCsv ? words.row : words.line)}</th>
              <th scope="col">{text(isCsv ? words.column : words.place)}</th>
              <th scope="col">{text(words.value)}</th>
              <th scope="col">{text(words.what)}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(faults.slice(0, MOST)).map(({ key, item }) => (
              <tr key={key}>
                <td>{item.row ?? ""}</td>
                <td>{isCsv ? <code>{item.place}</code> : item.place}</td>
                <td>{item.value}</td>
                <td>{item.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {faults.length > MOST && <p>{say(sayMore, { count: faults.length - MOST }, terms)}</p>}
    </section>
  );
}
