import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import type { CourseInputs } from "../course-inputs.ts";
import { searchOfInputs } from "../inputs-text.ts";
import classes from "../Simulator.module.css";
import { useSimulation, useSimulatorChange } from "../simulator-context.tsx";
import { pinsText } from "../simulator-search.ts";
import { compareWords as words } from "./compare-words.ts";
import { courseName } from "./course-name.ts";

/** What a pinned course is called in figures and tables. */
export function pinLetter(place: number): string {
  return "ABCDEFGH".charAt(place);
}

/** The pinned courses in words, each to be taken up again or let go. */
export function PinList({ pins }: { readonly pins: readonly CourseInputs[] }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { inputs, base } = useSimulation();
  const change = useSimulatorChange();
  return (
    <>
      {pins.length === 0 && <p>{text(words.noPins)}</p>}
      <ul className={classes.pins}>
        <li>
          <span>
            <strong>{text(words.now)}</strong> {courseName(inputs, terms)}
          </span>
        </li>
        {numbered(pins).map(({ key, item }) => {
          const letter = pinLetter(Number(key));
          return (
            <li key={key}>
              <span>
                <strong>{letter}</strong> {courseName(item, terms)}
              </span>
              <button
                type="button"
                className={classes.quiet}
                aria-label={`${text(words.take)} ${letter}`}
                onClick={() => change(searchOfInputs(item, base))}
              >
                {text(words.take)}
              </button>
              <button
                type="button"
                className={classes.quiet}
                aria-label={`${text(words.unpin)} ${letter}`}
                onClick={() => {
                  const left = pins.filter((_, place) => place !== Number(key));
                  change({ pins: left.length === 0 ? undefined : pinsText(left) });
                }}
              >
                {text(words.unpin)}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
