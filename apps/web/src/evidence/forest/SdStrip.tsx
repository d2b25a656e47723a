import type { StratumPool, TreatmentPool } from "@materbone/evidence";
import { evidenceStrip, headed, sensitivityStripFigure, TREATMENT_WORDS } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { DrawnFigure } from "../DrawnFigure.tsx";
import classes from "../Evidence.module.css";
import { pooledTreatments } from "../strata.ts";
import { forestWords as words } from "./forest-words.ts";

/** What the pooled effects of a stratum become under other SDs between women. */
export function SdStrip({ stratum }: { readonly stratum: StratumPool }): ReactNode {
  const { text } = useTerms();
  const pools = pooledTreatments(stratum);
  if (pools.length === 0) return null;
  return (
    <section className={`mb-card ${classes.sheet}`} aria-labelledby="evidence-strip">
      <h2 id="evidence-strip">{text(words.strip)}</h2>
      {pools.map((pool) => (
        <Strip key={pool.treatment} stratum={stratum} pool={pool} />
      ))}
    </section>
  );
}

function Strip({ stratum, pool }: { readonly stratum: StratumPool; readonly pool: TreatmentPool }): ReactNode {
  const { text } = useTerms();
  const data = useMemo(() => evidenceStrip(stratum, pool), [stratum, pool]);
  if (data === undefined) return null;
  return (
    <div>
      <h3>{headed(text(TREATMENT_WORDS[pool.treatment]))}</h3>
      <DrawnFigure data={data} figure={sensitivityStripFigure} />
    </div>
  );
}
