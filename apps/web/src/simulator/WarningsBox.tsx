import { type CircuitWarning, sayCircuitWarning, sayCite, sayScenarioProblem } from "@materbone/circuit";
import { localText, say, type Terms } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../language/language.tsx";
import { numbered } from "../parts/numbered.ts";
import { isTreated } from "./course-inputs.ts";
import classes from "./Simulator.module.css";
import type { CourseResult } from "./simulate-course.ts";
import { useSimulation } from "./simulator-context.tsx";
import { sayAssumed, simulatorWords as words } from "./simulator-words.ts";

/** What the states of both courses say that a reader would want to be told. */
export function WarningsBox(): ReactNode {
  const { text } = useTerms();
  const { treated, untreated, inputs } = useSimulation();
  if (treated === undefined || untreated === undefined) return null;
  const own = warningsOf(treated);
  const without = isTreated(inputs) ? warningsOf(untreated) : [];
  return (
    <section className={`mb-card ${classes.warnings}`} aria-labelledby="simulator-warnings">
      <h2 id="simulator-warnings">{text(words.warnings)}</h2>
      <Refusal result={treated} />
      {treated.kind === "ran" && own.length === 0 && <p className="mb-muted">{text(words.noWarnings)}</p>}
      <WarningList warnings={own} />
      {without.length > 0 && (
        <>
          <h3>{text(words.warningsUntreated)}</h3>
          <WarningList warnings={without} />
        </>
      )}
    </section>
  );
}

function warningsOf(result: CourseResult): readonly CircuitWarning[] {
  return result.kind === "ran" ? result.warnings : [];
}

export function WarningList({ warnings }: { readonly warnings: readonly CircuitWarning[] }): ReactNode {
  const terms = useTerms();
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warningList}>
      {numbered(warnings).map(({ key, item }) => (
        <li key={key} data-kind={item.kind}>
          {sayCircuitWarning(item, terms)}
          <span className={classes.source}>{sourceText(item, terms)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is assumed says why; what is not, where it stands. */
function sourceText({ source: { cite, status, note } }: CircuitWarning, terms: Terms): string {
  if (status !== "assumed" || note === undefined) return sayCite(cite, terms);
  return say(sayAssumed, { why: localText(note, terms.lang) }, terms);
}

function Refusal({ result }: { readonly result: CourseResult }): ReactNode {
  const terms = useTerms();
  switch (result.kind) {
    case "ran":
      return null;
    case "failed":
      return <p role="alert">{terms.text(words.failed)}</p>;
    case "refused":
      return (
        <div role="alert">
          <p>{terms.text(words.refused)}</p>
          <ul>
            {result.problems.map((problem) => (
              <li key={problem.at + problem.kind}>{sayScenarioProblem(problem, terms)}</li>
            ))}
          </ul>
        </div>
      );
  }
}
