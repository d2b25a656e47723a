import type { AgentKnowledge } from "@materbone/clinical";
import { sourceText } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { bracketed } from "../../../language/punctuation.ts";
import { ScrollRegion } from "../../../parts/ScrollRegion.tsx";
import classes from "./Options.module.css";
import { optionsWords as words } from "./options-words.ts";

/** Where the agent is licensed for osteoporosis in general, country by country with the date of the check. */
export function Licences({ licences }: Pick<AgentKnowledge, "licences">): ReactNode {
  const terms = useTerms();
  const say = terms.text;
  return (
    <section className={classes.notes}>
      <h5>{say(words.licences)}</h5>
      {licences.length === 0 ? (
        <p className="mb-muted">{say(words.none)}</p>
      ) : (
        <ScrollRegion label={say(words.licences)}>
          <table className={classes.table}>
            <thead>
              <tr>
                {[words.country, words.status, words.indication, words.sourceHead].map((head) => (
                  <th key={head.en} scope="col">
                    {say(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {licences.map(({ country, authority, status, indication, source }) => (
                <tr key={country + authority}>
                  <th scope="row">{bracketed(country, authority, terms.lang)}</th>
                  <td>{say(words[status])}</td>
                  <td>{say(indication)}</td>
                  <td className={classes.source}>{sourceText(source, terms)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
