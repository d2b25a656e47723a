import { type Facts, type Finding, ruleOf } from "@materbone/clinical";
import { sourceText } from "@materbone/report";
import { type ReactNode, useState } from "react";
import { useSay, useTerms } from "../language/language.tsx";
import classes from "./FindingRow.module.css";
import { findingsWords as words } from "./findings-words.ts";

/** What a finding rests on: its rule, the source of the rule and the facts it saw, as the command line gives them. */
export function FindingFacts({ finding }: { readonly finding: Finding }): ReactNode {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={classes.facts} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say(words.facts)}</summary>
      {isOpen && <FactList finding={finding} />}
    </details>
  );
}

function FactList({ finding }: { readonly finding: Finding }): ReactNode {
  const terms = useTerms();
  const say = useSay();
  const rule = ruleOf(finding);
  return (
    <dl className={classes.list}>
      {rule !== undefined && (
        <>
          <dt>{say(words.ruleAsks)}</dt>
          <dd>
            {say(rule.title)} <code>{finding.rule}</code>
          </dd>
          <dt>{say(words.source)}</dt>
          <dd>{sourceText(rule.source, terms)}</dd>
        </>
      )}
      <dt>{say(words.place)}</dt>
      <dd>
        <code>{finding.at}</code>
      </dd>
      {Object.entries(finding.facts).map(([name, fact]) => (
        <div key={name} className={classes.fact}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>
            <code>{factText(fact)}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A fact as it stands in the machine output. */
function factText(fact: Facts[string]): string {
  return typeof fact === "string" ? fact : JSON.stringify(fact);
}
