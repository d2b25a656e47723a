import { type LabFlag, type LabReading, type PrintedValue, say, type Terms } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useCaseView } from "../../editor/editor-context.tsx";
import classes from "../../grid/Grid.module.css";
import { useTerms } from "../../language/language.tsx";
import { Computed } from "../../parts/Computed.tsx";
import { limitsText } from "./interval-codec.ts";
import { appliedLine, severalIntervals, valueLabel } from "./laboratory-words.ts";

/** How a value reads against its intervals; `undefined` until the record holds it. */
export function useReading(at: string): LabReading | undefined {
  return useCaseView().laboratory.find((reading) => reading.at === at);
}

const SHAPES: Readonly<Record<LabFlag, string>> = {
  low: "▼",
  inRange: "●",
  high: "▲",
  undetermined: "?",
  noInterval: "–",
};

/** Below, inside or above, by a shape and a word; it opens the intervals that say so. */
export function LaboratoryFlag(props: { readonly reading: LabReading; readonly name: string }): ReactNode {
  const { reading, name } = props;
  const terms = useTerms();
  const word = terms.word("labFlag", reading.flag);
  return (
    <span className={classes.flag} data-flag={reading.flag}>
      <span aria-hidden="true">{SHAPES[reading.flag]}</span>
      {reading.applied.length === 0 ? (
        <span>{word}</span>
      ) : (
        <Computed value={word} title={say(valueLabel, { what: name, of: word }, terms)}>
          <ul>
            {reading.applied.map(({ interval, low, high, value, flag }) => {
              const limits = printedLimits(low, high);
              const held = [
                interval.season === undefined ? undefined : terms.season(interval.season),
                interval.state === undefined ? undefined : terms.word("state", interval.state),
                interval.laboratory,
              ].filter((fact) => fact !== undefined);
              const facts = {
                value: String(value),
                unit: interval.unit,
                limits,
                held,
                flag: terms.word("labFlag", flag),
              };
              return <li key={`${limits} ${interval.unit} ${held.join()}`}>{say(appliedLine, facts, terms)}</li>;
            })}
          </ul>
        </Computed>
      )}
    </span>
  );
}

/** The interval that applies, for the cell where none is printed beside the value. */
export function appliedText({ applied }: LabReading, terms: Terms): string | undefined {
  const [first] = applied;
  if (first === undefined) return undefined;
  if (applied.length > 1) return say(severalIntervals, { count: applied.length }, terms);
  return printedLimits(first.low, first.high);
}

function printedLimits(low: PrintedValue | undefined, high: PrintedValue | undefined): string {
  return limitsText(low && printed(low), high && printed(high));
}

function printed({ value, decimals }: PrintedValue): string {
  return value.toFixed(decimals);
}
