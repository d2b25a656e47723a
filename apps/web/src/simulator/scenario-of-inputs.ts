import {
  type Distribution,
  HOURS_PER_MONTH,
  ploPrior,
  SCENARIO_SCHEMA,
  type ScenarioFile,
  siteDensityParameters,
} from "@materbone/circuit";
import { type CourseInputs, type GivenAgent, type GivenCourse, isOnBone, REST_CALCIUM_MG } from "./course-inputs.ts";
import { levelAt } from "./nursing-schedule.ts";

/** Share of full nursing that partial nursing is taken for; assumed, as for mixed feeding of a record. */
export const PARTIAL_NURSING = 0.5;
/** Step of the rows, months. */
export const ROW_MONTHS = 0.25;
/** Relative tolerance of a step: every output is met to a relative 1e-4, far below the width of a line. */
export const COURSE_TOLERANCE = 1e-6;

/**
 * The inputs as a scenario file, the same that `materbone simulate --scenario` reads.
 *
 * @param also - further times of rows, months post partum: those of scans
 */
export function scenarioOfInputs(inputs: CourseInputs, also: readonly number[] = []): ScenarioFile {
  const { infants, months } = inputs;
  return {
    schema: SCENARIO_SCHEMA,
    model: "circuit",
    ...parametersOf(inputs),
    start: { from: "rest" },
    inputs: {
      ...nursingInput(inputs),
      ...(infants === 1 ? {} : { INFANTS: infants }),
      POSTPARTUM: [{ from: 0, to: month(months), value: `${(months * HOURS_PER_MONTH) / 24} d` }],
      ...rateInput("CASUP", "calcium", inputs, inputs.dietCalciumMg - REST_CALCIUM_MG, 1 / 40.078, "mmol/d"),
      ...rateInput("CTRIOL", "calcitriol", inputs, 0, 1e9 / 416.646, "pmol/d"),
    },
    doses: inputs.given
      .filter((course) => isOnBone(course) && course.startMonth <= months)
      .map((course) => doseOf(course, months)),
    outputs: {
      times: [
        { from: 0, to: month(months), every: month(ROW_MONTHS) },
        ...also.filter((at) => at >= 0 && at <= months).map(month),
      ],
      timeUnit: "month",
      atEvents: "before",
    },
    tolerance: COURSE_TOLERANCE,
  };
}

function month(value: number): string {
  return `${value} month`;
}

/** What tells a woman with PLO from a healthy mother: the medians of the prior. */
function parametersOf({ woman }: CourseInputs): Pick<ScenarioFile, "parameters"> {
  if (woman === "healthy") return { parameters: { depletionStart: 1 } };
  return {
    parameters: Object.fromEntries(
      ploPrior.drawn.map(({ name, distribution }) => [name, quantity(name, distribution)]),
    ),
  };
}

function quantity(name: string, distribution: Distribution): string | number {
  const median = medianOf(distribution);
  const unit = siteDensityParameters.find((parameter) => parameter.name === name)?.unit ?? "1";
  return unit === "1" ? median : `${median} ${unit}`;
}

function medianOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case "logNormal":
      return distribution.median;
    case "normal":
    case "truncatedNormal":
      return distribution.mean;
    case "uniform":
      return (distribution.low + distribution.high) / 2;
  }
}

function nursingInput({ nursing, months }: CourseInputs): ScenarioFile["inputs"] {
  if (nursing.length === 0) return {};
  const share = { full: 1, partial: PARTIAL_NURSING, none: 0 };
  const ends = nursing.map((_, index) => nursing.slice(0, index + 1).reduce((sum, stretch) => sum + stretch.months, 0));
  const steps = [0, ...ends]
    .filter((at) => at < months)
    .map((at) => ({ at: at === 0 ? 0 : month(at), value: share[levelAt(nursing, at)] }));
  return { NURSING: steps };
}

function doseOf(
  { agent, amountMg, startMonth, everyDays, untilMonth }: GivenCourse,
  months: number,
): NonNullable<ScenarioFile["doses"]>[number] {
  return {
    agent,
    amount: `${amountMg} mg`,
    at: month(startMonth),
    ...(everyDays === undefined
      ? { count: 1 }
      : { every: `${everyDays} d`, until: month(Math.min(untilMonth ?? months, months)) }),
  };
}

/**
 * The daily intake of one substance as steps in time; courses that overlap add up.
 *
 * @param diet - mg/day that goes on throughout
 * @param perMg - what of `unit` a milligram is
 */
function rateInput(
  name: string,
  substance: GivenAgent,
  { given, months }: CourseInputs,
  diet: number,
  perMg: number,
  unit: string,
): ScenarioFile["inputs"] {
  const own = given.filter(({ agent, startMonth }) => agent === substance && startMonth < months);
  if (own.length === 0 && diet === 0) return {};
  const times = [0, ...own.flatMap(({ startMonth, untilMonth }) => [startMonth, untilMonth ?? months])];
  const steps = [...new Set(times)]
    .filter((time) => time < months)
    .sort((a, b) => a - b)
    .map((time) => {
      const taken = own.filter(({ startMonth, untilMonth }) => startMonth <= time && time < (untilMonth ?? months));
      const mg = taken.reduce((sum, { amountMg }) => sum + amountMg, diet);
      return { at: time === 0 ? 0 : month(time), value: `${Number((mg * perMg).toPrecision(12))} ${unit}` };
    });
  return { [name]: steps };
}
