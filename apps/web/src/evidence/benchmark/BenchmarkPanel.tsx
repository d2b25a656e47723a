import { testedBenchmark } from "@materbone/evidence";
import { benchmarkBandTable, benchmarkPointsTable } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { TableView } from "../../parts/TableView.tsx";
import classes from "../Evidence.module.css";
import { useEvidence } from "../evidence-context.tsx";
import { CAUTIONS, benchmarkWords as words } from "./benchmark-words.ts";

/** The change that is expected without a drug: the band, each value behind it, and the band without each. */
export function BenchmarkPanel(): ReactNode {
  const { text, lang } = useTerms();
  const { literature, choices } = useEvidence();
  const tested = useMemo(
    () => testedBenchmark(literature, { readings: choices.readings }),
    [literature, choices.readings],
  );
  const band = useMemo(() => benchmarkBandTable(tested, lang), [tested, lang]);
  const points = useMemo(() => benchmarkPointsTable(tested, lang), [tested, lang]);
  return (
    <>
      <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-benchmark">
        <h2 id="evidence-benchmark">{text(words.title)}</h2>
        <p className={classes.lead}>{text(words.lead)}</p>
        <ul className={classes.sentences}>
          {numbered(CAUTIONS).map(({ key, item }) => (
            <li key={key}>{text(item)}</li>
          ))}
        </ul>
      </section>
      <section className={`mb-card ${classes.sheet}`}>
        <TableView table={band} />
      </section>
      <section className={`mb-card ${classes.sheet}`}>
        <TableView table={points} />
      </section>
    </>
  );
}
