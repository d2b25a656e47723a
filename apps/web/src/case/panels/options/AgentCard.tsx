import { type AgentKnowledge, type CaseView, readiness } from "@materbone/clinical";
import { headed } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../../language/language.tsx";
import { Chip } from "../../../parts/Chip.tsx";
import { SourceLine } from "../SourceLine.tsx";
import { Checks, ReadinessChip } from "./Checks.tsx";
import { Licences } from "./Licences.tsx";
import { Notes } from "./Notes.tsx";
import classes from "./Options.module.css";
import { affinityText, agentClassWords, optionsWords as words } from "./options-words.ts";
import { Regimens } from "./Regimens.tsx";

const STATUSES = ["fails", "lacks", "undecided", "has"] as const;

/** One agent: names, class and the state of its checks in a line, and behind it all that sources say. */
export function AgentCard(props: {
  readonly agent: AgentKnowledge;
  readonly view: CaseView;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}): ReactNode {
  const { agent, view, isOpen } = props;
  const terms = useTerms();
  const say = terms.text;
  const ready = useMemo(() => readiness(view, agent.id), [view, agent.id]);
  const isGiven = view.treatments.some(({ entry }) => entry.agent === agent.id);
  const isDeclined = view.declined.some(({ entry }) => entry.agent === agent.id);
  const isDrug = agent.class !== "nonDrug" && agent.class !== "other";
  const otherName = terms.lang === "zh" ? agent.name.en : agent.name.zh;
  const brands = agent.brands.map((brand) => [brand.zh, brand.en].filter((name) => name !== undefined).join(" "));
  return (
    <li className="mb-card">
      <h4 className={classes.name}>
        <button type="button" className={classes.open} aria-expanded={isOpen} onClick={() => props.onOpen(!isOpen)}>
          <span aria-hidden="true">{isOpen ? "▾" : "▸"} </span>
          {headed(terms.agent(agent.id))}
        </button>
        <span className={classes.other} lang={terms.lang === "zh" ? "en" : "zh-CN"}>
          {otherName}
        </span>
      </h4>
      <p className={classes.chips}>
        <Chip tone="quiet">{say(agentClassWords[agent.class])}</Chip>
        {isDrug && <Chip tone="question">{say(words.offLabel)}</Chip>}
        {isGiven && <Chip tone="good">{say(words.wasGiven)}</Chip>}
        {isDeclined && <Chip tone="quiet">{say(words.wasDeclined)}</Chip>}
        {STATUSES.map((status) => {
          const count = ready.items.filter((item) => item.status === status).length;
          return count === 0 ? null : <ReadinessChip key={status} status={status} count={count} />;
        })}
        {brands.length > 0 && <span className="mb-muted">{terms.series(brands)}</span>}
      </p>
      {isOpen && (
        <div className={classes.details}>
          <Checks readiness={ready} />
          <Regimens regimens={agent.regimens} />
          <Licences licences={agent.licences} />
          {agent.onset !== undefined && <Notes heading={say(words.onset)} notes={[agent.onset]} />}
          {agent.persistence !== undefined && <Notes heading={say(words.persistence)} notes={[agent.persistence]} />}
          {agent.affinity !== undefined && (
            <Notes
              heading={say(words.affinity)}
              notes={[{ text: affinityText(agent.affinity.rank), source: agent.affinity.source }]}
            />
          )}
          <Notes heading={say(words.pregnancy)} notes={agent.pregnancy} />
          <Notes heading={say(words.lactation)} notes={agent.lactation} />
          {agent.stops.length > 0 && <Notes heading={say(words.stops)} notes={agent.stops} />}
          {agent.sequence.length > 0 && <Notes heading={say(words.sequence)} notes={agent.sequence} />}
          {agent.notes.length > 0 && <Notes heading={say(words.notes)} notes={agent.notes} />}
          <SourceLine source={agent.source} />
        </div>
      )}
    </li>
  );
}
