import { type CaseView, considerInstead } from "@materbone/clinical";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../../language/language.tsx";
import { Chip } from "../../../parts/Chip.tsx";
import { SourceLine } from "../SourceLine.tsx";
import { Reasons } from "./Reasons.tsx";
import classes from "./Verdict.module.css";
import { verdictWords as words } from "./verdict-words.ts";

/** Other conditions that facts of the record could belong to, each with its rule and source. */
export function Signals({ view }: { readonly view: CaseView }): ReactNode {
  const terms = useTerms();
  const say = terms.text;
  const signals = useMemo(() => considerInstead(view), [view]);
  return (
    <section className="mb-card" aria-labelledby="consider-instead">
      <h3 id="consider-instead" className={classes.first}>
        {say(words.consider)}
      </h3>
      <p className="mb-muted">{say(signals.length === 0 ? words.noSignals : words.considerLead)}</p>
      {signals.length > 0 && (
        <ul className={classes.signals}>
          {signals.map(({ id, condition, because, rule, source }) => (
            <li key={id}>
              <p>
                <Chip tone="question">{say(condition)}</Chip>
              </p>
              <Reasons reasons={because} />
              <p className={classes.note}>
                {say(words.ruleAsks)}
                {say(rule)}
              </p>
              <SourceLine source={source} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
