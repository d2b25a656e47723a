import { localText } from "@materbone/clinical";
import { type ResolvedDefinition, sayClock, sayUnused, WORKLIST_WORDS, type Worklist } from "@materbone/finder";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { CriterionTree } from "./CriterionTree.tsx";
import { EvidenceTable } from "./EvidenceTable.tsx";
import classes from "./WomanDetails.module.css";
import { worklistWords as words } from "./worklist-words.ts";

/** One woman of the worklist: why she is listed, line by line, what could not be used and what would settle it. */
export function WomanDetails(props: {
  readonly run: string;
  readonly candidate: Worklist["candidates"][number];
  readonly definition: ResolvedDefinition;
  readonly onClose: () => void;
}): ReactNode {
  const { run, candidate, definition } = props;
  const terms = useTerms();
  const { delivery, unused, clock, evidence } = candidate;
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opens her goes on reading here.
  useEffect(() => heading.current?.focus(), []);
  const { onClose } = props;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // A dialog or a list above her closes first.
      const isElsewhere = document.querySelector('[role="dialog"], [role="listbox"]') !== null;
      if (event.key === "Escape" && !event.defaultPrevented && !isElsewhere) onClose();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onClose]);
  return (
    <div className={classes.details}>
      <div className={classes.detailsHead}>
        <h2 ref={heading} tabIndex={-1}>
          {`${candidate.rank}. ${candidate.sourceId}`} <code>{candidate.reference}</code>
        </h2>
        <Link to="/find/runs/$run/review" params={{ run }} search={{ queue: "all", woman: candidate.rank }}>
          {terms.text(words.review)}
        </Link>
        <button type="button" className={classes.plain} onClick={onClose}>
          {terms.text(words.close)}
        </button>
      </div>
      <div className={classes.columns}>
        <section>
          <h3>{terms.text(words.criteria)}</h3>
          <CriterionTree
            name={localText(candidate.tierName, terms.lang)}
            answer={candidate.why}
            definition={definition}
          />
        </section>
        <section>
          <h3>{terms.text(WORKLIST_WORDS.settle)}</h3>
          <SentenceList items={candidate.said.settle[terms.lang]} />
          <h3>{terms.text(WORKLIST_WORDS.clock)}</h3>
          <SentenceList items={clock.map((reading) => sayClock(reading, delivery.when, terms))} />
        </section>
      </div>
      <h3>{terms.text(words.evidence)}</h3>
      <EvidenceTable evidence={evidence} delivery={delivery.when} definition={definition} />
      {unused.length > 0 && (
        <>
          <h3>{terms.text(WORKLIST_WORDS.unused)}</h3>
          <SentenceList items={unused.map((value) => sayUnused(value, definition, delivery.when, terms))} />
        </>
      )}
    </div>
  );
}

function SentenceList({ items }: { readonly items: readonly string[] }): ReactNode {
  return (
    <ul className={classes.sentences}>
      {numbered(items).map(({ key, item }) => (
        <li key={key}>{item}</li>
      ))}
    </ul>
  );
}
