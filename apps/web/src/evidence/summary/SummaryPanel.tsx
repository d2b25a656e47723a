import { say } from "@materbone/clinical";
import { livingSummary, pooledTable } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { TableView } from "../../parts/TableView.tsx";
import classes from "../Evidence.module.css";
import { useEvidence } from "../evidence-context.tsx";
import { literatureCounts } from "./literature-counts.ts";
import { sayCounts, summaryWords as words } from "./summary-words.ts";

/** What the literature says now, in sentences that move with it. */
export function SummaryPanel(): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { literature, synthesis, untreated } = useEvidence();
  const sentences = useMemo(
    () => livingSummary(literature, synthesis, untreated, terms),
    [literature, synthesis, untreated, terms],
  );
  const pooled = useMemo(() => pooledTable(synthesis, lang), [synthesis, lang]);
  return (
    <>
      <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-says">
        <h2 id="evidence-says">{text(words.says)}</h2>
        <p className={classes.lead}>{say(sayCounts, literatureCounts(literature, synthesis), terms)}</p>
        <ul className={classes.sentences}>
          {numbered(sentences).map(({ key, item }) => (
            <li key={key}>{item}</li>
          ))}
        </ul>
        <p className={classes.note}>{text(words.moves)}</p>
      </section>
      <section className={`mb-card ${classes.sheet}`}>
        <TableView table={pooled} />
      </section>
    </>
  );
}
