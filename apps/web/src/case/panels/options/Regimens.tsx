import type { AgentKnowledge } from "@materbone/clinical";
import { printedDose } from "@materbone/report";
import type { ReactNode } from "react";
import { useTerms } from "../../../language/language.tsx";
import { numbered } from "../../../parts/numbered.ts";
import { SourceLine } from "../SourceLine.tsx";
import classes from "./Options.module.css";
import { optionsWords as words } from "./options-words.ts";

/** Doses that labels or sources name, each with its source. */
export function Regimens({ regimens }: Pick<AgentKnowledge, "regimens">): ReactNode {
  const terms = useTerms();
  const say = terms.text;
  return (
    <section className={classes.notes}>
      <h5>{say(words.regimens)}</h5>
      {regimens.length === 0 ? (
        <p className="mb-muted">{say(words.none)}</p>
      ) : (
        <ul>
          {numbered(regimens).map(({ key, item }) => {
            const { doseLow, doseHigh, unit, per, routes, note, source } = item;
            const amount = doseLow === doseHigh ? doseLow : ([doseLow, doseHigh] as [number, number]);
            const parts = [
              printedDose({ amount, unit, per }, terms),
              terms.either(routes.map((route) => terms.word("route", route))),
              ...(note === undefined ? [] : [say(note)]),
            ];
            return (
              <li key={key}>
                {parts.filter((part) => part !== "").join(terms.lang === "zh" ? "，" : ", ")}
                <SourceLine source={source} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
