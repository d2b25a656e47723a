import { ARM_TREATMENTS, gainOverTime, POOLED_SITES, type PooledSite } from "@materbone/evidence";
import {
  bubbleFigure,
  evidenceBubble,
  evidenceHarvest,
  evidenceSite,
  harvestFigure,
  headed,
  TREATMENT_WORDS,
} from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { DrawnFigure } from "../DrawnFigure.tsx";
import classes from "../Evidence.module.css";
import { useEvidence, useEvidenceSearch } from "../evidence-context.tsx";
import { SiteChoice } from "../SiteChoice.tsx";
import { harvestWords as words } from "./harvest-words.ts";

/** Every change of one site against its months, with the course without a drug behind; and lines where enough arms carry one. */
export function HarvestPanel(): ReactNode {
  const terms = useTerms();
  const { synthesis, untreated } = useEvidence();
  const { site: asked } = useEvidenceSearch();
  const site = POOLED_SITES.find((each) => each === asked) ?? "lumbarSpine";
  const data = useMemo(() => evidenceHarvest(synthesis, site, untreated), [synthesis, site, untreated]);
  return (
    <>
      <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-harvest">
        <h2 id="evidence-harvest" className="mb-hidden">
          {headed(evidenceSite(site, terms))}
        </h2>
        <SiteChoice site={site} />
        <DrawnFigure data={data} figure={harvestFigure} />
      </section>
      <Lines site={site} />
    </>
  );
}

function Lines({ site }: { readonly site: PooledSite }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { synthesis } = useEvidence();
  const gains = useMemo(
    () => ARM_TREATMENTS.map((treatment) => ({ treatment, gain: gainOverTime(synthesis, site, treatment) })),
    [synthesis, site],
  );
  const bubbles = useMemo(
    () =>
      gains.flatMap(({ treatment, gain }) =>
        gain.kind === "fitted" ? [{ treatment, data: evidenceBubble(gain) }] : [],
      ),
    [gains],
  );
  return (
    <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-lines">
      <h2 id="evidence-lines">{text(words.lines)}</h2>
      <p className={classes.note}>{text(words.linesText)}</p>
      {bubbles.length === 0 && <p>{text(words.noLine)}</p>}
      {bubbles.map(({ treatment, data }) => (
        <div key={treatment}>
          <h3>{headed(text(TREATMENT_WORDS[treatment]))}</h3>
          <DrawnFigure data={data} figure={bubbleFigure} />
        </div>
      ))}
    </section>
  );
}
