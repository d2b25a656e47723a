import { ploLicence } from "@materbone/clinical";
import { exposureTable } from "@materbone/report";
import type { ReactNode } from "react";
import { useCaseView } from "../../editor/editor-context.tsx";
import { useTerms } from "../../language/language.tsx";
import { TableView } from "../../parts/TableView.tsx";
import { AGENT_FILTERS, type AgentFilter } from "../case-search.ts";
import { useCaseSearch } from "../use-case-search.ts";
import { Choice } from "./Choice.tsx";
import { AgentCard } from "./options/AgentCard.tsx";
import { Delays } from "./options/Delays.tsx";
import classes from "./options/Options.module.css";
import { agentClassWords, optionsWords as words } from "./options/options-words.ts";
import { classesKnown, shownAgents } from "./options/shown-agents.ts";
import { SourceLine } from "./SourceLine.tsx";

/** What was given and declined, the delays, and what sources say of each agent beside what this record has. Never advice. */
export function OptionsPanel(): ReactNode {
  const terms = useTerms();
  const say = terms.text;
  const view = useCaseView();
  const [{ agent: named, agentClass: filter = "bone" }, change] = useCaseSearch();
  const known: readonly AgentFilter[] = classesKnown();
  const filters = AGENT_FILTERS.filter((each) => each === "bone" || each === "all" || known.includes(each));
  const isTreated = view.treatments.length > 0 || view.declined.length > 0;
  return (
    <div className={classes.panel}>
      <div>
        <h2>{say(words.title)}</h2>
        <p className="mb-muted">{say(words.lead)}</p>
        <p>
          {say(ploLicence.text)}
          <SourceLine source={ploLicence.source} />
        </p>
      </div>
      <section className="mb-card" aria-labelledby="given">
        <h3 id="given">{say(words.given)}</h3>
        {isTreated ? (
          <TableView table={exposureTable(view, terms.lang)} isCaptionHidden />
        ) : (
          <p className="mb-muted">{say(words.nothingGiven)}</p>
        )}
      </section>
      <Delays view={view} />
      <section aria-labelledby="agents">
        <h3 id="agents">{say(words.agents)}</h3>
        <Choice
          label={say(words.filter)}
          value={filter}
          options={filters.map((value) => ({ value, label: say(filterWords(value)) }))}
          onChange={(value) => change({ agentClass: value === "bone" ? undefined : value })}
        />
        <ul className={classes.agents}>
          {shownAgents(filter, named).map((agent) => (
            <AgentCard
              key={agent.id}
              agent={agent}
              view={view}
              isOpen={named === agent.id}
              onOpen={(isOpen) => change({ agent: isOpen ? agent.id : undefined })}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

function filterWords(filter: AgentFilter): { readonly en: string; readonly zh: string } {
  if (filter === "bone") return words.bone;
  return filter === "all" ? words.allAgents : agentClassWords[filter];
}
