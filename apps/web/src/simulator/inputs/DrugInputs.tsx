import { mechanism } from "@materbone/circuit";
import { say } from "@materbone/clinical";
import { headed } from "@materbone/report";
import type { ReactNode } from "react";
import { given } from "../../app/search-value.ts";
import { useTerms } from "../../language/language.tsx";
import { numbered } from "../../parts/numbered.ts";
import {
  doseShown,
  doseUnit,
  GIVEN_AGENTS,
  type GivenCourse,
  isOnBone,
  USUAL_COURSE,
  weaningMonth,
} from "../course-inputs.ts";
import { chosenInterval, daysOf, doseIntervals } from "../dose-intervals.ts";
import classes from "../Simulator.module.css";
import { useInputsChange, useSimulation } from "../simulator-context.tsx";
import { sayAgentPart, sayDose, sayInterval, inputWords as words } from "../simulator-words.ts";
import { NumberField } from "./NumberField.tsx";

/** What is given, one row a course, and what the model has no equation for. */
export function DrugInputs(): ReactNode {
  const { text, agent } = useTerms();
  const { inputs } = useSimulation();
  const change = useInputsChange();
  const courses = inputs.given;
  return (
    <fieldset className={classes.group}>
      <legend>{text(words.given)}</legend>
      {courses.length === 0 && <p className="mb-muted">{text(words.nothingGiven)}</p>}
      {numbered(courses).map(({ key, item }) => (
        <DrugRow
          key={key}
          course={item}
          onChange={(next) => change({ given: courses.flatMap((each, at) => (at === Number(key) ? next : [each])) })}
        />
      ))}
      <select
        className={classes.add}
        aria-label={text(words.choose)}
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          const added = GIVEN_AGENTS.find((each) => each === value);
          if (added === undefined) return;
          const startMonth = Math.min(inputs.months - 1, weaningMonth(inputs.nursing));
          change({ given: [...courses, { ...USUAL_COURSE[added], startMonth }] });
        }}
      >
        <option value="">{text(words.choose)}</option>
        {GIVEN_AGENTS.map((each) => (
          <option key={each} value={each}>
            {headed(agent(each))}
          </option>
        ))}
      </select>
      <NotModelled />
    </fieldset>
  );
}

function DrugRow(props: {
  readonly course: GivenCourse;
  /** With the course as changed, or with none. */
  readonly onChange: (next: readonly GivenCourse[]) => void;
}): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { inputs } = useSimulation();
  const { course, onChange } = props;
  const name = headed(terms.agent(course.agent));
  const { unit, mg } = doseUnit(course.agent);
  const intervals = doseIntervals(course.agent, course.everyDays);
  const labelled = (part: string): string => say(sayAgentPart, { agent: name, part }, terms);
  const dose = say(sayDose, { unit, isPerDay: !isOnBone(course) }, terms);
  return (
    <div className={classes.drug}>
      <div className={classes.drugHead}>
        <strong>{name}</strong>
        <button
          type="button"
          className={classes.quiet}
          aria-label={labelled(text(words.remove))}
          onClick={() => onChange([])}
        >
          {text(words.remove)}
        </button>
      </div>
      <div className={classes.drugParts}>
        <NumberField
          label={dose}
          value={doseShown(course)}
          least={0.001}
          most={5000}
          step={unit === "mg" ? 1 : 0.05}
          onChange={(shown) => onChange([{ ...course, amountMg: Number((shown * mg).toPrecision(9)) }])}
        />
        <NumberField
          label={text(words.start)}
          value={course.startMonth}
          least={0}
          most={inputs.months}
          step={0.5}
          onChange={(startMonth) => onChange([{ ...course, startMonth }])}
        />
        {intervals.length > 1 && (
          <label className={classes.field}>
            {text(words.how)}
            <select
              value={chosenInterval(intervals, course.everyDays)}
              onChange={(event) => {
                const chosen = intervals[Number(event.currentTarget.value)];
                if (chosen !== undefined) onChange([withInterval(course, daysOf(chosen))]);
              }}
            >
              {numbered(intervals).map(({ key, item }) => (
                <option key={key} value={key}>
                  {say(sayInterval, item, terms)}
                </option>
              ))}
            </select>
          </label>
        )}
        {course.everyDays !== undefined && (
          <NumberField
            label={text(words.until)}
            value={course.untilMonth}
            least={course.startMonth}
            most={inputs.months}
            step={1}
            onChange={(untilMonth) => onChange([{ ...course, untilMonth }])}
            onEmpty={() => onChange([withoutEnd(course)])}
          />
        )}
      </div>
    </div>
  );
}

function withInterval(course: GivenCourse, everyDays: number | undefined): GivenCourse {
  const { agent, amountMg, startMonth, untilMonth } = course;
  return {
    agent,
    amountMg,
    startMonth,
    ...given({ everyDays, untilMonth: everyDays === undefined ? undefined : untilMonth }),
  };
}

function withoutEnd({ agent, amountMg, startMonth, everyDays }: GivenCourse): GivenCourse {
  return { agent, amountMg, startMonth, ...given({ everyDays }) };
}

function NotModelled(): ReactNode {
  const { text } = useTerms();
  return (
    <details className={classes.details}>
      <summary>{text(words.notModelled)}</summary>
      <dl>
        {mechanism.notModelled.map(({ id, name, why }) => (
          <div key={id}>
            <dt>{headed(text(name))}</dt>
            <dd>{text(why)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
