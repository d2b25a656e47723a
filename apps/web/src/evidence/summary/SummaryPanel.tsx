import { say } from "@materbone/clinical";
import { evidenceFlow, livingSummary, pooledTable, prismaFigure } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import fields from "../../fields/Fields.module.css";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { TableView } from "../../parts/TableView.tsx";
import { DrawnFigure } from "../DrawnFigure.tsx";
import classes from "../Evidence.module.css";
import { useEvidence } from "../evidence-context.tsx";
import { literatureCounts } from "./literature-counts.ts";
import { PaperConclusions } from "./PaperConclusions.tsx";
import { sayAlone, sayCounts, summaryWords as words } from "./summary-words.ts";

/** What the literature says now, in sentences that move with it, beside what the paper said of it. */
export function SummaryPanel(): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { literature, synthesis } = useEvidence();
  const pooled = useMemo(() => pooledTable(synthesis, lang), [synthesis, lang]);
  const flow = useMemo(() => evidenceFlow(literature), [literature]);
  return (
    <>
      <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-says">
        <h2 id="evidence-says">{text(words.says)}</h2>
        <p className={classes.lead}>{say(sayCounts, literatureCounts(literature, synthesis), terms)}</p>
        <Sentences />
        <p className={classes.note}>{text(words.moves)}</p>
      </section>
      <PaperConclusions />
      <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-flow">
        <h2 id="evidence-flow">{text(words.flow)}</h2>
        <DrawnFigure data={flow} figure={prismaFigure} />
      </section>
      <section className={`mb-card ${classes.sheet}`}>
        <TableView table={pooled} />
      </section>
    </>
  );
}

/** Where several studies are pooled in sight, where there is one behind a disclosure. */
function Sentences(): ReactNode {
  const terms = useTerms();
  const { literature, synthesis, untreated } = useEvidence();
  const { pooled, alone } = useMemo(() => {
    const sentences = livingSummary(literature, synthesis, untreated, terms);
    // One sentence for each treatment that has a study, in the order of the strata.
    const pools = synthesis.strata.flatMap((stratum) => stratum.pools.filter(({ rows }) => rows.length > 0));
    const isPooled = (_: string, position: number): boolean => pools[position]?.withSingles.kind === "pooled";
    return {
      pooled: sentences.filter(isPooled),
      alone: sentences.filter((sentence, position) => !isPooled(sentence, position)),
    };
  }, [literature, synthesis, untreated, terms]);
  return (
    <>
      <List sentences={pooled} />
      {alone.length > 0 && (
        <details className={fields.details}>
          <summary>{say(sayAlone, { count: alone.length }, terms)}</summary>
          <List sentences={alone} />
        </details>
      )}
    </>
  );
}

function List({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  return (
    <ul className={classes.sentences}>
      {numbered(sentences).map(({ key, item }) => (
        <li key={key}>{item}</li>
      ))}
    </ul>
  );
}
