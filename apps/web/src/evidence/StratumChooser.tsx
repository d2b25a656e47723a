import { type StratumPool, stratumKey } from "@materbone/evidence";
import { evidenceSite, headed, METRIC_WORDS, WINDOW_WORDS } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import choice from "./choices/Choices.module.css";
import { useEvidence, useEvidenceChange } from "./evidence-context.tsx";
import { evidenceWords as words } from "./evidence-words.ts";
import { sitesOf } from "./strata.ts";

/** Chooses what is pooled with what: the site, and the months or the change per year. */
export function StratumChooser({ stratum: now }: { readonly stratum: StratumPool }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { synthesis } = useEvidence();
  const change = useEvidenceChange();
  const key = stratumKey(now.stratum);
  const times = synthesis.strata.filter(({ stratum }) => stratum.site === now.stratum.site);
  return (
    <>
      <label className={choice.select}>
        {text(words.site)}
        <select value={key} onChange={(event) => change({ stratum: event.currentTarget.value, treatment: undefined })}>
          {sitesOf(synthesis, now).map(({ stratum }) => (
            <option key={stratum.site} value={stratumKey(stratum)}>
              {headed(evidenceSite(stratum.site, terms))}
            </option>
          ))}
        </select>
      </label>
      <label className={choice.select}>
        {text(words.time)}
        <select value={key} onChange={(event) => change({ stratum: event.currentTarget.value, treatment: undefined })}>
          {times.map(({ stratum }) => (
            <option key={stratumKey(stratum)} value={stratumKey(stratum)}>
              {headed(text(stratum.window === undefined ? METRIC_WORDS[stratum.metric] : WINDOW_WORDS[stratum.window]))}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
