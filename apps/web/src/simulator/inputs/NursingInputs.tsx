import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import { NURSING_LEVELS, type NursingLevel, weaningMonth } from "../course-inputs.ts";
import { allAt, monthLevels, weanedAt, withMonth } from "../nursing-schedule.ts";
import classes from "../Simulator.module.css";
import { useInputsChange, useSimulation } from "../simulator-context.tsx";
import { sayMonthButton, inputWords as words } from "../simulator-words.ts";
import { NumberField } from "./NumberField.tsx";

/** Months that the strip shows at least, so that nursing can be made longer. */
const FEWEST_CELLS = 12;

/** Nursing as a whole, its end, and month by month. */
export function NursingInputs(): ReactNode {
  const { text } = useTerms();
  const { inputs } = useSimulation();
  const change = useInputsChange();
  const { nursing, months } = inputs;
  const weaned = weaningMonth(nursing);
  const levels = new Set(nursing.map(({ level }) => level));
  const all = nursing.length === 0 ? "none" : levels.size === 1 ? [...levels][0] : undefined;
  return (
    <fieldset className={classes.group}>
      <legend>{text(words.nursing)}</legend>
      <div className={classes.switch}>
        {NURSING_LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={level === all}
            onClick={() => change({ nursing: allAt(nursing, level) })}
          >
            {text(words[level])}
          </button>
        ))}
      </div>
      <div className={classes.pair}>
        <NumberField
          label={text(words.weaned)}
          value={weaned}
          least={0}
          most={months}
          step={1}
          onChange={(month) => change({ nursing: weanedAt(nursing, month) })}
        />
        <NumberField
          label={text(words.infants)}
          value={inputs.infants}
          least={1}
          most={4}
          step={1}
          onChange={(infants) => change({ infants })}
        />
      </div>
      <MonthStrip cells={Math.min(months, Math.max(FEWEST_CELLS, Math.ceil(weaned) + 1))} />
      <p className={classes.note}>{text(words.scheduleNote)}</p>
    </fieldset>
  );
}

const NEXT: Readonly<Record<NursingLevel, NursingLevel>> = { full: "partial", partial: "none", none: "full" };

function MonthStrip({ cells }: { readonly cells: number }): ReactNode {
  const terms = useTerms();
  const { inputs } = useSimulation();
  const change = useInputsChange();
  const { nursing } = inputs;
  return (
    <fieldset className={classes.strip}>
      <legend className="mb-hidden">{terms.text(words.schedule)}</legend>
      {numbered(monthLevels(nursing, cells)).map(({ key, item: level }) => (
        <button
          key={key}
          type="button"
          data-level={level}
          aria-label={say(sayMonthButton, { month: Number(key) + 1, level: terms.text(words[level]) }, terms)}
          onClick={() => change({ nursing: withMonth(nursing, Number(key), NEXT[level]) })}
        >
          {Number(key) + 1}
        </button>
      ))}
    </fieldset>
  );
}
