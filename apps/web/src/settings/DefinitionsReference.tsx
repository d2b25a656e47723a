import { defaultSchedule, definitions, precisionKnowledge } from "@materbone/clinical";
import { sourceText } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import { labelled } from "../language/punctuation.ts";
import classes from "./Head.module.css";
import { headWords as words } from "./head-words.ts";

/** What the program judges by, with versions and sources; nothing of it is edited here. */
export function DefinitionsReference(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  return (
    <>
      <p className="mb-muted">{text(words.definitionsText)}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            {(["definition", "version", "source"] as const).map((name) => (
              <th key={name} scope="col">
                {text(words[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {definitions.map((definition) => (
            <tr key={definition.id}>
              <th scope="row">{text(definition.name)}</th>
              <td>{definition.version}</td>
              <td>{sourceText(definition.source, terms)}</td>
            </tr>
          ))}
          {precisionKnowledge.minimum.map((minimum) => (
            <tr key={minimum.site}>
              <th scope="row">{labelled(text(words.minimumPrecision), terms.site(minimum.site), terms.lang)}</th>
              <td>{`${terms.fixed(minimum.cvPercent, 1)}%`}</td>
              <td>{sourceText(minimum.source, terms)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              {text(words.multiplier)}
              {terms.fixed(precisionKnowledge.multiplier.value, 2)}
            </th>
            <td>{precisionKnowledge.version}</td>
            <td>{sourceText(precisionKnowledge.multiplier.source, terms)}</td>
          </tr>
          <tr>
            <th scope="row">{text(words.schedule)}</th>
            <td>{defaultSchedule.version}</td>
            <td>{text(defaultSchedule.statement)}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
