import { findings, type SeriesView } from "@materbone/clinical";
import { headed, SEVERITY_TONE } from "@materbone/report";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { openBySeverity } from "../findings/finding-groups.ts";
import { useSay, useTerms } from "../language/language.tsx";
import { Chip } from "../parts/Chip.tsx";
import classes from "./Board.module.css";
import { boardWords as words } from "./board-words.ts";

/** Open findings of the whole series by severity, each a way into the inbox. */
export function FindingsSummary(props: { readonly series: string; readonly view: SeriesView }): ReactNode {
  const { series } = props;
  const terms = useTerms();
  const say = useSay();
  const view = useDeferredValue(props.view);
  const all = useMemo(() => findings(view.series), [view]);
  const open = openBySeverity(all);
  const reviewed = all.filter(({ state }) => state !== "open").length;
  return (
    <section className={`mb-card ${classes.findings}`} aria-labelledby="findings-title">
      <h2 id="findings-title">{say(words.findings)}</h2>
      <p className="mb-muted">{say(open.length === 0 ? words.noFindings : words.findingsLead)}</p>
      <ul className={classes.counts}>
        {open.map(({ severity, count }) => (
          <li key={severity}>
            <Link to="/series/$series/findings" params={{ series }} search={{ severity, state: "open" }}>
              <span className={classes.number}>{count}</span>
              <Chip tone={SEVERITY_TONE[severity]}>{headed(terms.word("severity", severity))}</Chip>
            </Link>
          </li>
        ))}
      </ul>
      {reviewed > 0 && (
        <p className="mb-muted">
          {reviewed} {say(words.reviewedCount)}
        </p>
      )}
      <Link to="/series/$series/findings" params={{ series }} className="mb-noprint">
        {say(words.toInbox)}
      </Link>
    </section>
  );
}
