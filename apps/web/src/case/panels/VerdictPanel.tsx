import { definitions } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useCaseView } from "../../editor/editor-context.tsx";
import { useSay } from "../../language/language.tsx";
import { useCaseSearch } from "../use-case-search.ts";
import { DefinitionRow } from "./verdict/DefinitionRow.tsx";
import { PaperDefinition } from "./verdict/PaperDefinition.tsx";
import { Signals } from "./verdict/Signals.tsx";
import classes from "./verdict/Verdict.module.css";
import { verdictWords as words } from "./verdict/verdict-words.ts";
import { Workup } from "./verdict/Workup.tsx";

/** Does she have PLO, and by which definition: criteria, facts used and missing, and what could be considered instead. */
export function VerdictPanel(): ReactNode {
  const say = useSay();
  const view = useCaseView();
  const [{ definition: open }, change] = useCaseSearch();
  return (
    <div className={classes.panel}>
      <div>
        <h2>{say(words.title)}</h2>
        <p className="mb-muted">{say(words.lead)}</p>
      </div>
      <PaperDefinition view={view} />
      <section aria-labelledby="every-definition">
        <h3 id="every-definition" className={classes.first}>
          {say(words.definitions)}
        </h3>
        <p className="mb-muted">{say(words.definitionsLead)}</p>
        <ul className={classes.definitions}>
          {definitions.map((definition) => (
            <DefinitionRow
              key={definition.id}
              view={view}
              definition={definition}
              isOpen={open === definition.id}
              onOpen={(isOpen) => change({ definition: isOpen ? definition.id : undefined })}
            />
          ))}
        </ul>
      </section>
      <Signals view={view} />
      <Workup view={view} />
    </div>
  );
}
