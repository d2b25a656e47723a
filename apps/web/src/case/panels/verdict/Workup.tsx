import { type CaseView, type WorkupCheck, type WorkupStatus, workupChecklist } from "@materbone/clinical";
import { headed } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../../language/language.tsx";
import { Chip, type ChipTone } from "../../../parts/Chip.tsx";
import { RecordLink } from "../../../parts/ComputedPlace.tsx";
import { SourceLine } from "../SourceLine.tsx";
import classes from "./Verdict.module.css";
import { WORKUP_SHAPE, verdictWords as words } from "./verdict-words.ts";

const TONE: Readonly<Record<WorkupStatus, ChipTone>> = {
  normal: "good",
  abnormal: "serious",
  done: "quiet",
  notDone: "question",
  notDocumented: "question",
};

/** The work-up as a checklist, tier by tier; what is missing leads to its place in the record. */
export function Workup({ view }: { readonly view: CaseView }): ReactNode {
  const terms = useTerms();
  const say = terms.text;
  const checks = useMemo(() => workupChecklist(view), [view]);
  return (
    <section className="mb-card" aria-labelledby="work-up">
      <h3 id="work-up" className={classes.first}>
        {say(words.workup)}
      </h3>
      <p className="mb-muted">{say(words.workupLead)}</p>
      {([1, 2] as const).map((tier) => (
        <section key={tier} aria-labelledby={`work-up-${tier}`}>
          <h4 id={`work-up-${tier}`}>{say(tier === 1 ? words.tier1 : words.tier2)}</h4>
          <ul className={classes.checks}>
            {checks
              .filter((check) => check.tier === tier)
              .map((check) => (
                <CheckItem key={check.item} check={check} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function CheckItem({ check }: { readonly check: WorkupCheck }): ReactNode {
  const terms = useTerms();
  const say = terms.text;
  const { item, status, at, beforePregnancy, why, source } = check;
  const name = headed(terms.word("workupItem", item));
  return (
    <li>
      <p className={classes.check}>
        <span>{name}</span>
        <Chip tone={TONE[status]}>
          <span aria-hidden="true">{WORKUP_SHAPE[status]} </span>
          {terms.word("workupStatus", status)}
        </Chip>
        <RecordLink at={at ?? "/workup"}>
          {say(at === undefined ? words.record : words.see)}
          <span className="mb-hidden">
            {terms.lang === "zh" ? "：" : ": "}
            {name}
          </span>
        </RecordLink>
      </p>
      {beforePregnancy !== undefined && <p className={classes.note}>{say(words.beforePregnancy)}</p>}
      <details className={classes.more}>
        <summary>{say(words.why)}</summary>
        <p>{say(why)}</p>
        <SourceLine source={source} />
      </details>
    </li>
  );
}
