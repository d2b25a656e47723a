import { POOLED_SITES } from "@materbone/evidence";
import { evidenceHarvest, evidenceSite, type FigureLayout, harvestFigure, headed } from "@materbone/report";
import { type ReactNode, useCallback, useMemo } from "react";
import { FigureView } from "../../figure/FigureView.tsx";
import { useTerms } from "../../language/language.tsx";
import classes from "../Evidence.module.css";
import { useEvidence, useEvidenceSearch } from "../evidence-context.tsx";
import { SiteChoice } from "../SiteChoice.tsx";

/** Every change of one site against its months, with the course without a drug behind. */
export function HarvestPanel(): ReactNode {
  const terms = useTerms();
  const { lang } = terms;
  const { synthesis, untreated } = useEvidence();
  const { site: asked } = useEvidenceSearch();
  const site = POOLED_SITES.find((each) => each === asked) ?? "lumbarSpine";
  const data = useMemo(() => evidenceHarvest(synthesis, site, untreated), [synthesis, site, untreated]);
  const draw = useCallback((layout: FigureLayout) => harvestFigure(data, { lang, layout }), [data, lang]);
  return (
    <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-harvest">
      <h2 id="evidence-harvest" className="mb-hidden">
        {headed(evidenceSite(site, terms))}
      </h2>
      <SiteChoice site={site} />
      <FigureView draw={draw} />
    </section>
  );
}
