import { say } from "@materbone/clinical";
import type { EvidenceRow } from "@materbone/evidence";
import { headed, readingText, stratumName, TREATMENT_WORDS } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import { useEvidence } from "../evidence-context.tsx";
import { effectText } from "./effect-text.ts";
import table from "./Moves.module.css";
import classes from "./Studies.module.css";
import { sayReading, studiesWords as words } from "./studies-words.ts";
import { whatMoves } from "./what-moves.ts";

/** The pooled effects under each reading of an outcome, the reading in use marked. */
export function MovesTable({ row, current }: { readonly row: EvidenceRow; readonly current: number }): ReactNode {
  const terms = useTerms();
  const { text, lang } = terms;
  const { literature, choices } = useEvidence();
  const moves = useMemo(() => whatMoves(literature, choices, row), [literature, choices, row]);
  if (moves.length === 0) return <p className={classes.note}>{text(words.nothingMoves)}</p>;
  return (
    <ScrollRegion label={text(words.moves)}>
      <table className={table.moves}>
        <caption>{text(words.moves)}</caption>
        <thead>
          <tr>
            <th scope="col">{text(words.effect)}</th>
            {numbered(row.outcome.readings).map(({ key, item }) => (
              <th key={key} scope="col" aria-current={Number(key) === current ? "true" : undefined}>
                {say(sayReading, { position: Number(key), value: readingText(item, terms) }, terms)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moves.map(({ stratum, treatment, under }) => {
            const name = headed(stratumName(stratum, terms));
            const drug = text(TREATMENT_WORDS[treatment]);
            return (
              <tr key={`${name}/${treatment}`}>
                <th scope="row">{lang === "zh" ? `${name}，${drug}` : `${name}, ${drug}`}</th>
                {numbered(under).map(({ key, item }) => (
                  <td key={key} data-current={Number(key) === current}>
                    {item === undefined ? text(words.absent) : effectText(item, terms)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
