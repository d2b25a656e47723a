import { type CaseView, type Delay, delays } from "@materbone/clinical";
import { DELAY_NAMES, explainDelay, headed, MILESTONES } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../../language/language.tsx";
import { ComputedBy } from "../../../parts/ComputedSteps.tsx";
import classes from "./Options.module.css";
import { optionsWords as words } from "./options-words.ts";

/** Every delay under its own name, with its computation; what is missing is named. */
export function Delays({ view }: { readonly view: CaseView }): ReactNode {
  const { text: say } = useTerms();
  const all = useMemo(() => delays(view), [view]);
  return (
    <section className="mb-card" aria-labelledby="delays">
      <h3 id="delays">{say(words.delays)}</h3>
      <dl className={classes.delays}>
        {all.map((delay) => (
          <DelayLine key={delay.id} delay={delay} view={view} />
        ))}
      </dl>
    </section>
  );
}

function DelayLine({ delay, view }: { readonly delay: Delay; readonly view: CaseView }): ReactNode {
  const terms = useTerms();
  const say = terms.text;
  return (
    <div>
      <dt>{headed(say(DELAY_NAMES[delay.id]))}</dt>
      <dd>
        {delay.months === undefined ? (
          <span className="mb-muted">
            {say(words.notKnown)}
            {terms.series(delay.missing.map((milestone) => say(MILESTONES[milestone])))}
          </span>
        ) : (
          <>
            <ComputedBy value={terms.monthInterval(delay.months)} explanation={explainDelay(view, delay, terms)} />{" "}
            {say(words.months)}
          </>
        )}
        {delay.months !== undefined && delay.undated.length > 0 && (
          <span className="mb-muted">
            {terms.lang === "zh" ? "；" : "; "}
            {say(words.undated)}
          </span>
        )}
      </dd>
    </div>
  );
}
