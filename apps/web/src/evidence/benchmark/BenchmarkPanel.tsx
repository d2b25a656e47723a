import { POOLED_SITES, testedBenchmark } from "@materbone/evidence";
import {
  benchmarkBandTable,
  benchmarkFigure,
  benchmarkPointsTable,
  evidenceBenchmark,
  evidenceSite,
  headed,
} from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { TableView } from "../../parts/TableView.tsx";
import { DrawnFigure } from "../DrawnFigure.tsx";
import classes from "../Evidence.module.css";
import { useEvidence, useEvidenceSearch } from "../evidence-context.tsx";
import { SiteChoice } from "../SiteChoice.tsx";
import { CAUTIONS, benchmarkWords as words } from "./benchmark-words.ts";

/** The change that is expected without a drug: a figure of each site, the band, each value behind it, and the band without each. */
export function BenchmarkPanel(): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { literature, choices } = useEvidence();
  const tested = useMemo(
    () => testedBenchmark(literature, { readings: choices.readings }),
    [literature, choices.readings],
  );
  const { site: asked } = useEvidenceSearch();
  const site = POOLED_SITES.find((each) => each === asked) ?? "lumbarSpine";
  const data = useMemo(() => evidenceBenchmark(tested, site), [tested, site]);
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
      <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-benchmark-site">
        <h2 id="evidence-benchmark-site" className="mb-hidden">
          {headed(evidenceSite(site, terms))}
        </h2>
        <SiteChoice site={site} />
        <DrawnFigure data={data} figure={benchmarkFigure} />
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
