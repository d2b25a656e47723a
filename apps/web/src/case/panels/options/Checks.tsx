import {
  type Readiness,
  type ReadinessItem,
  type ReadinessStatus,
  readinessStatement,
  readinessStatusWords,
  sayReadinessReason,
} from "@materbone/clinical";
import { headed } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { Chip, type ChipTone } from "../../../parts/Chip.tsx";
import { RecordLink } from "../../../parts/ComputedPlace.tsx";
import { SourceLine } from "../SourceLine.tsx";
import classes from "./Options.module.css";
import { READINESS_SHAPE, optionsWords as words } from "./options-words.ts";

const TONE: Readonly<Record<ReadinessStatus, ChipTone>> = {
  has: "good",
  lacks: "question",
  fails: "serious",
  undecided: "question",
  notYet: "quiet",
};

export function ReadinessChip(props: { readonly status: ReadinessStatus; readonly count?: number }): ReactNode {
  const { text: say } = useTerms();
  return (
    <Chip tone={TONE[props.status]}>
      <span aria-hidden="true">{READINESS_SHAPE[props.status]} </span>
      {say(readinessStatusWords[props.status])}
      {props.count === undefined ? "" : ` ${props.count}`}
    </Chip>
  );
}

/** What to check before a dose and after it, and whether this record has, lacks or fails it. */
export function Checks({ readiness }: { readonly readiness: Readiness }): ReactNode {
  const { text: say } = useTerms();
  if (readiness.items.length === 0) {
    return (
      <section className={classes.notes}>
        <h5>{say(words.checks)}</h5>
        <p className="mb-muted">{say(words.none)}</p>
      </section>
    );
  }
  return (
    <section className={classes.notes}>
      <h5>{say(words.checks)}</h5>
      <p className="mb-muted">{say(readinessStatement)}</p>
      <ul className={classes.checks}>
        {readiness.items.map((item) => (
          <CheckLine key={item.check.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function CheckLine({ item }: { readonly item: ReadinessItem }): ReactNode {
  const terms = useTerms();
  const say = terms.text;
  const { check, need, status, at, reason } = item;
  const name = headed(say(check.name));
  const place = at ?? PLACE_OF[check.id] ?? "/laboratory";
  return (
    <li>
      <p className={classes.check}>
        <strong>{name}</strong>
        <span className="mb-muted">{say(words[check.phase])}</span>
        <ReadinessChip status={status} />
        <span>{sayReadinessReason(reason, terms)}</span>
        {status !== "notYet" && (
          <RecordLink at={place}>
            {say(at === undefined ? words.record : words.see)}
            <span className="mb-hidden">
              {terms.lang === "zh" ? "：" : ": "}
              {name}
            </span>
          </RecordLink>
        )}
      </p>
      <p className={classes.why}>
        {say(check.why)}
        {need.atLeastMlPerMin !== undefined && ` (${say(words.atLeast)} ${need.atLeastMlPerMin} mL/min)`}
      </p>
      <SourceLine source={need.source} />
    </li>
  );
}

/** Where a check is answered in the record; the others are laboratory values. */
const PLACE_OF: Readonly<Partial<Record<ReadinessItem["check"]["id"], string>>> = {
  pregnancyTest: "/workup",
  dentalCheck: "/workup",
  pregnancyIntention: "/plan/nextPregnancy",
  contraception: "/plan/contraception",
  breastfeedingStopped: "/pregnancies",
  competingCondition: "/comorbidities",
};
