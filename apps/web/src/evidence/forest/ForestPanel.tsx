import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import { type StratumPool, stratumKey } from "@materbone/evidence";
import { evidenceForest, forestFigure, headed, stratumName, TREATMENT_WORDS } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { downloadText } from "../../parts/download.ts";
import { ReaderChoices } from "../choices/ReaderChoices.tsx";
import { DrawnFigure } from "../DrawnFigure.tsx";
import classes from "../Evidence.module.css";
import { useEvidence, useEvidenceSearch } from "../evidence-context.tsx";
import { evidenceWords } from "../evidence-words.ts";
import { StratumChooser } from "../StratumChooser.tsx";
import { pooledTreatments, stratumOf } from "../strata.ts";
import { Excluded } from "./Excluded.tsx";
import { sayScript, forestWords as words } from "./forest-words.ts";
import { SdStrip } from "./SdStrip.tsx";

/** One stratum as a forest plot, with the choices that decide it and everything that is not in it. */
export function ForestPanel(): ReactNode {
  const { text } = useTerms();
  const { synthesis } = useEvidence();
  const { stratum: key } = useEvidenceSearch();
  const stratum = stratumOf(synthesis, key);
  if (stratum === undefined) return <p className="mb-card">{text(evidenceWords.nothingPooled)}</p>;
  return (
    <div className={classes.layout}>
      <div className={`mb-card mb-noprint ${classes.controls}`}>
        <StratumChooser stratum={stratum} />
        <ReaderChoices pinned={{ stratum: stratumKey(stratum.stratum) }} />
        <Scripts stratum={stratum} />
      </div>
      <Shown stratum={stratum} />
    </div>
  );
}

function Shown({ stratum }: { readonly stratum: StratumPool }): ReactNode {
  const terms = useTerms();
  const { untreated } = useEvidence();
  const data = useMemo(() => evidenceForest(stratum, untreated), [stratum, untreated]);
  return (
    <div className={classes.sheets}>
      <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-forest">
        <h2 id="evidence-forest" className="mb-hidden">
          {headed(stratumName(stratum.stratum, terms))}
        </h2>
        <DrawnFigure data={data} figure={forestFigure} />
      </section>
      <SdStrip stratum={stratum} />
      <Excluded stratum={stratum} />
    </div>
  );
}

function Scripts({ stratum }: { readonly stratum: StratumPool }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const pools = pooledTreatments(stratum);
  if (pools.length === 0) return null;
  const save = async (pool: (typeof pools)[number]): Promise<void> => {
    // What writes scripts knows every model; few want it.
    const { poolScript } = await import("./pool-script.ts");
    const script = poolScript(stratum.stratum, pool);
    const name = `${stratumKey(stratum.stratum).replaceAll("/", "-")}-${pool.treatment}.R`;
    if (script !== undefined) downloadText(name, "text/plain", script);
  };
  return (
    <div>
      <p className={classes.caption}>{text(words.scripts)}</p>
      <ul className={classes.acts}>
        {pools.map((pool) => {
          const treatment = text(TREATMENT_WORDS[pool.treatment]);
          return (
            <li key={pool.treatment}>
              <Button
                size="compact-sm"
                variant="light"
                aria-label={say(sayScript, { treatment }, terms)}
                onClick={() => void save(pool)}
              >
                {headed(treatment)}
              </Button>
            </li>
          );
        })}
      </ul>
      <p className={classes.note}>{text(words.scriptsNote)}</p>
    </div>
  );
}
