import {
  type CohortDefinition,
  type DefinitionProblem,
  type DefinitionSentences,
  sayDefinitionProblem,
} from "@materbone/finder";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { downloadText } from "../../parts/download.ts";
import { numbered } from "../../parts/numbered.ts";
import actClasses from "./Acts.module.css";
import classes from "./DefinitionPanels.module.css";
import { partName } from "./definition-name.ts";
import { definitionPageWords as words } from "./definition-page-words.ts";
import { useEditing } from "./editing-context.tsx";
import panelClasses from "./Panel.module.css";
import { sayConceptSet } from "./say-rule.ts";

/** Everything that is wrong, each with the way to its place. */
export function ProblemsPanel(props: {
  readonly problems: readonly DefinitionProblem[];
  readonly goTo: (at: string) => void;
}): ReactNode {
  const terms = useTerms();
  const { definition } = useEditing();
  return (
    <section className={`mb-card ${panelClasses.panel} ${classes.wrongPanel}`} aria-labelledby="definition-problems">
      <h2 id="definition-problems">{terms.text(words.problems)}</h2>
      <ul className={classes.list}>
        {numbered(props.problems).map(({ key, item }) => (
          <li key={key}>
            <button type="button" className={actClasses.quiet} onClick={() => props.goTo(item.at)}>
              {partName(definition, item.at, terms)}
            </button>{" "}
            {sayDefinitionProblem(item, terms)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The whole definition in sentences, to read or to print. */
export function SaysPanel(props: {
  readonly said: DefinitionSentences;
  readonly definition: CohortDefinition;
}): ReactNode {
  const terms = useTerms();
  const { said, definition } = props;
  const sets = Object.values(definition.concepts ?? {});
  return (
    <details className={`mb-card ${panelClasses.panel}`}>
      <summary>{terms.text(words.says)}</summary>
      <p>
        <strong>{said.title}</strong>
      </p>
      {said.about !== undefined && <p>{said.about}</p>}
      {said.copiedFrom !== undefined && <p className="mb-muted">{said.copiedFrom}</p>}
      {said.sections.map(({ heading, lines }) => (
        <div key={heading}>
          <h3>{heading}</h3>
          {numbered(lines).map(({ key, item }) => (
            <p key={key} className={classes.said} style={{ paddingInlineStart: `${item.depth * 1.1}em` }}>
              {item.text}
            </p>
          ))}
        </div>
      ))}
      {numbered(sets).map(({ key, item }) => (
        <p key={key} className={classes.said}>
          {sayConceptSet(item, terms)}
        </p>
      ))}
    </details>
  );
}

export function JsonPanel({ definition }: { readonly definition: CohortDefinition }): ReactNode {
  const { text } = useTerms();
  const json = definitionText(definition);
  return (
    <details className={`mb-card ${panelClasses.panel}`}>
      <summary>{text(words.json)}</summary>
      <textarea readOnly aria-label={text(words.json)} className={classes.json} value={json} rows={16} />
      <button type="button" className={actClasses.quiet} onClick={() => downloadDefinition(definition)}>
        {text(words.download)}
      </button>
    </details>
  );
}

/** Hands the definition to the browser as the file that `--definition` reads. */
export function downloadDefinition(definition: CohortDefinition): void {
  downloadText(`${definition.id}.json`, "application/json", definitionText(definition));
}

function definitionText(definition: CohortDefinition): string {
  return `${JSON.stringify(definition, null, 2)}\n`;
}
