import { sayChoice, sayNotModelled } from "@materbone/circuit";
import { say, type Terms } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import {
  type CourseInputs,
  FEWEST_MONTHS,
  MOST_MONTHS,
  WOMEN_KINDS,
  weaningMonth,
  weaningToDrugMonths,
} from "../course-inputs.ts";
import { searchOfInputs } from "../inputs-text.ts";
import classes from "../Simulator.module.css";
import { useInputsChange, useSimulation, useSimulatorChange } from "../simulator-context.tsx";
import {
  inputWords,
  recordWords,
  sayToDrug,
  sayWeanedBetween,
  sayWeaningSet,
  sayWeaningUnknown,
  simulatorWords,
} from "../simulator-words.ts";
import { DrugInputs } from "./DrugInputs.tsx";
import { NumberField } from "./NumberField.tsx";
import { NursingInputs } from "./NursingInputs.tsx";
import { PinAndSave } from "./PinAndSave.tsx";

/** Everything that decides the course; each change is run at once. */
export function InputsPanel(): ReactNode {
  const { text } = useTerms();
  const { inputs, woman } = useSimulation();
  const change = useInputsChange();
  return (
    <section className={`mb-card mb-noprint ${classes.inputs}`} aria-labelledby="simulator-inputs">
      <div className={classes.inputsHead}>
        <h2 id="simulator-inputs">{text(simulatorWords.inputs)}</h2>
        <Reset />
      </div>
      {woman !== undefined && <RecordNotes />}
      <label className={classes.field}>
        {text(inputWords.woman)}
        <select
          value={inputs.woman}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({ woman: WOMEN_KINDS.find((kind) => kind === value) ?? "plo" });
          }}
        >
          {WOMEN_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {text(inputWords[kind])}
            </option>
          ))}
        </select>
      </label>
      <p className={classes.note}>{text(inputWords.womanNote)}</p>
      <NursingInputs />
      <div className={classes.pair}>
        <NumberField
          label={text(inputWords.calcium)}
          value={inputs.dietCalciumMg}
          least={0}
          most={4000}
          step={50}
          onChange={(dietCalciumMg) => change({ dietCalciumMg })}
        />
        <NumberField
          label={text(inputWords.months)}
          value={inputs.months}
          least={FEWEST_MONTHS}
          most={MOST_MONTHS}
          step={6}
          onChange={(months) => change({ months })}
        />
      </div>
      <p className={classes.note}>{text(inputWords.calciumNote)}</p>
      <DrugInputs />
      <p className={classes.interval}>
        {text(inputWords.toDrug)} <strong>{useIntervalText(inputs)}</strong>
      </p>
      <PinAndSave />
    </section>
  );
}

function useIntervalText(inputs: CourseInputs): string {
  const terms = useTerms();
  const months = weaningToDrugMonths(inputs);
  return months === undefined ? terms.text(inputWords.noDrug) : say(sayToDrug, { months }, terms);
}

/** Back to the record, or to what stands at the beginning. */
function Reset(): ReactNode {
  const { text } = useTerms();
  const { woman, base } = useSimulation();
  const change = useSimulatorChange();
  return (
    <button type="button" className={classes.quiet} onClick={() => change(searchOfInputs(base, base))}>
      {text(woman === undefined ? simulatorWords.anew : simulatorWords.asRecorded)}
    </button>
  );
}

/** What is assumed of an open time of weaning; once the reader has set another, nothing is, and no other end is drawn. */
function weaningNote(
  isUnknown: boolean,
  [from, to]: readonly [number, number],
  inputs: CourseInputs,
  base: CourseInputs,
  terms: Terms,
): string {
  const month = weaningMonth(base.nursing);
  if (weaningMonth(inputs.nursing) !== month) {
    return isUnknown ? terms.text(recordWords.weaningSet) : say(sayWeaningSet, { from, to }, terms);
  }
  return isUnknown ? say(sayWeaningUnknown, { month, from, to }, terms) : say(sayWeanedBetween, { from, to }, terms);
}

/** What the record does not say, and what of it the model has no equation for. */
function RecordNotes(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { woman, inputs, base } = useSimulation();
  if (woman === undefined) return null;
  const { course, nursing, weanedBetween } = woman;
  const isChanged = Object.values(searchOfInputs(inputs, base)).some((part) => part !== undefined);
  return (
    <div className={classes.record}>
      {isChanged && <p className={classes.changed}>{text(recordWords.changed)}</p>}
      {weanedBetween !== undefined && (
        <p>{weaningNote(nursing.kind === "notRecorded", weanedBetween, inputs, base, terms)}</p>
      )}
      {course.notModelled.length > 0 && (
        <details open>
          <summary>{text(recordWords.leftOut)}</summary>
          <ul>
            {[...new Set(course.notModelled.map((each) => sayNotModelled(each, terms)))].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {course.choices.length > 0 && (
        <details>
          <summary>{text(recordWords.settled)}</summary>
          <ul>
            {[...new Set(course.choices.map((each) => sayChoice(each, terms)))].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
