import { SUMMARY_WORDS, type VerdictCounts } from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import classes from "./Summary.module.css";
import { proportionText } from "./say-summary.ts";
import { summaryWords as words } from "./summary-words.ts";

/** What the review found, a row for each part of the candidates; what is still open stands beside every predictive value. */
export function VerdictTable(props: {
  readonly title: string;
  /** Heading of the names. */
  readonly of: string;
  readonly rows: readonly (VerdictCounts & { readonly key: string; readonly name: string })[];
}): ReactNode {
  const terms = useTerms();
  const head = [
    words.candidates,
    SUMMARY_WORDS.confirmed,
    SUMMARY_WORDS.refuted,
    SUMMARY_WORDS.cannotTell,
    SUMMARY_WORDS.open,
  ];
  return (
    <ScrollRegion label={props.title}>
      <table className={classes.table}>
        <caption>{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{props.of}</th>
            <th scope="col">{terms.text(words.ppv)}</th>
            {head.map((word) => (
              <th key={word.en} scope="col" className={classes.number}>
                {terms.text(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td className={row.ppv.kind === "none" ? undefined : classes.ppv}>{proportionText(row.ppv, terms)}</td>
              {[row.candidates, row.confirmed, row.refuted, row.cannotTell, row.open].map((count, position) => (
                <td key={head[position]?.en} className={classes.number}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
