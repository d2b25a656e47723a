import { type Exclusion, pooledSite, type StratumPool, type Synthesis } from "@materbone/evidence";
import { EXCLUSION_WORDS, headed, readingText, TREATMENT_WORDS } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import classes from "../Evidence.module.css";
import { useEvidence } from "../evidence-context.tsx";
import { RowLink } from "../RowLink.tsx";
import { forestWords as words } from "./forest-words.ts";

/** Every value of the site that is in no pooled effect of the stratum, by name. */
export function Excluded({ stratum }: { readonly stratum: StratumPool }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { synthesis } = useEvidence();
  const excluded = useMemo(() => excludedOf(stratum, synthesis), [stratum, synthesis]);
  return (
    <div className={`mb-card ${classes.sheet}`}>
      <h2>{text(words.excluded)}</h2>
      <p className={classes.note}>{text(words.excludedNote)}</p>
      {excluded.length === 0 ? (
        <p>{text(words.none)}</p>
      ) : (
        <ScrollRegion label={text(words.excluded)}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{text(words.study)}</th>
                <th scope="col">{text(words.why)}</th>
                <th scope="col">{text(words.treatment)}</th>
                <th scope="col">{text(words.months)}</th>
                <th scope="col">{text(words.value)}</th>
              </tr>
            </thead>
            <tbody>
              {excluded.map(({ row, reason }) => (
                <tr key={row.key}>
                  <th scope="row">
                    <RowLink row={row} />
                  </th>
                  <td className={classes.wraps}>{headed(text(EXCLUSION_WORDS[reason]))}</td>
                  <td>{headed(text(TREATMENT_WORDS[row.treatment]))}</td>
                  <td>{row.months === undefined ? "" : terms.monthInterval(row.months)}</td>
                  <td>{row.reading === undefined ? "" : readingText(row.reading, terms)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </div>
  );
}

/** Those of the stratum first; then those of its site that belong to no stratum, and of a site that may be it. */
function excludedOf({ stratum, pools }: StratumPool, synthesis: Synthesis): readonly Exclusion[] {
  const ofSite = synthesis.exclusions.filter(({ row }) => pooledSite(row.outcome.site) === stratum.site);
  return [...pools.flatMap(({ exclusions }) => exclusions), ...ofSite];
}
