import { paperConclusions } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { ScrollRegion } from "../../parts/ScrollRegion.tsx";
import classes from "../Evidence.module.css";
import { useEvidence } from "../evidence-context.tsx";
import { summaryWords as words } from "./summary-words.ts";

/** What the paper concluded from its Table 3, beside what this literature says to it. */
export function PaperConclusions(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { literature, synthesis, untreated } = useEvidence();
  const rows = useMemo(
    () => paperConclusions(literature, synthesis, untreated, terms),
    [literature, synthesis, untreated, terms],
  );
  return (
    <div className={`mb-card ${classes.sheet}`}>
      <h2>{text(words.paper)}</h2>
      <ScrollRegion label={text(words.paper)}>
        <table className={`${classes.table} ${classes.beside}`}>
          <thead>
            <tr>
              <th scope="col">{text(words.paperSaid)}</th>
              <th scope="col">{text(words.now)}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(rows).map(({ key, item }) => (
              <tr key={key}>
                <th scope="row" className={classes.wraps}>
                  {item.said} <span className="mb-muted">{item.place}</span>
                </th>
                <td className={classes.wraps}>{item.now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
