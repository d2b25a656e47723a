import { say } from "@materbone/clinical";
import { type StratumPool, stratumKey, type TreatmentPool } from "@materbone/evidence";
import {
  baujatFigure,
  evidenceBaujat,
  evidenceFunnel,
  evidenceGalbraith,
  evidenceInfluence,
  funnelFigure,
  galbraithFigure,
  headed,
  influenceFigure,
  TREATMENT_WORDS,
} from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import choice from "../choices/Choices.module.css";
import { ReaderChoices } from "../choices/ReaderChoices.tsx";
import { DrawnFigure } from "../DrawnFigure.tsx";
import classes from "../Evidence.module.css";
import { useEvidence, useEvidenceChange, useEvidenceSearch } from "../evidence-context.tsx";
import { evidenceWords } from "../evidence-words.ts";
import { StratumChooser } from "../StratumChooser.tsx";
import { pooledTreatments, stratumOf, treatmentOf } from "../strata.ts";
import { type Asymmetry, asymmetryOf } from "./asymmetry.ts";
import { sayTested, sayTooFew, smallWords as words } from "./small-words.ts";

/** Fewest studies of which leaving one out leaves something to pool. */
const FEWEST_FOR_INFLUENCE = 3;

/** Whether small studies, or one of them, carry a pooled effect. */
export function SmallPanel(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { synthesis } = useEvidence();
  const { stratum: key, treatment } = useEvidenceSearch();
  const change = useEvidenceChange();
  const stratum = stratumOf(synthesis, key);
  if (stratum === undefined) return <p className="mb-card">{text(evidenceWords.nothingPooled)}</p>;
  const pool = treatmentOf(stratum, treatment);
  return (
    <div className={classes.layout}>
      <div className={`mb-card mb-noprint ${classes.controls}`}>
        <StratumChooser stratum={stratum} />
        {pool !== undefined && (
          <label className={choice.select}>
            {text(evidenceWords.treatment)}
            <select value={pool.treatment} onChange={(event) => change({ treatment: event.currentTarget.value })}>
              {pooledTreatments(stratum).map((each) => (
                <option key={each.treatment} value={each.treatment}>
                  {headed(text(TREATMENT_WORDS[each.treatment]))}
                </option>
              ))}
            </select>
          </label>
        )}
        <ReaderChoices pinned={{ stratum: stratumKey(stratum.stratum), treatment: pool?.treatment }} />
      </div>
      {pool === undefined ? (
        <p className={`mb-card ${classes.sheet}`}>{text(words.nothing)}</p>
      ) : (
        <Plots stratum={stratum} pool={pool} />
      )}
    </div>
  );
}

function Plots({ stratum, pool }: { readonly stratum: StratumPool; readonly pool: TreatmentPool }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const funnel = useMemo(() => evidenceFunnel(stratum, pool), [stratum, pool]);
  const baujat = useMemo(() => evidenceBaujat(stratum, pool), [stratum, pool]);
  const galbraith = useMemo(() => evidenceGalbraith(stratum, pool), [stratum, pool]);
  const isEnough = pool.rows.length >= FEWEST_FOR_INFLUENCE;
  const influence = useMemo(() => (isEnough ? evidenceInfluence(stratum, pool) : undefined), [isEnough, stratum, pool]);
  const asymmetry = useMemo(() => asymmetryOf(pool), [pool]);
  return (
    <div className={classes.sheets}>
      <Sheet title={text(words.funnel)}>
        {funnel !== undefined && <DrawnFigure data={funnel} figure={funnelFigure} />}
        <p className={classes.lead}>{asymmetryText(asymmetry, terms)}</p>
      </Sheet>
      <Sheet title={text(words.influence)}>
        {influence === undefined ? (
          <p className={classes.lead}>{text(words.influenceTooFew)}</p>
        ) : (
          <DrawnFigure data={influence} figure={influenceFigure} />
        )}
      </Sheet>
      <Sheet title={text(words.baujat)}>
        {baujat !== undefined && <DrawnFigure data={baujat} figure={baujatFigure} />}
      </Sheet>
      <Sheet title={text(words.galbraith)}>
        {galbraith !== undefined && <DrawnFigure data={galbraith} figure={galbraithFigure} />}
      </Sheet>
    </div>
  );
}

function Sheet(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={`mb-card ${classes.sheet}`} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

function asymmetryText(asymmetry: Asymmetry, terms: ReturnType<typeof useTerms>): string {
  switch (asymmetry.kind) {
    case "tooFew":
      return say(sayTooFew, asymmetry, terms);
    case "alike":
      return terms.text(words.alike);
    case "tested":
      return say(sayTested, asymmetry, terms);
  }
}
