import type { CaseView, Interval } from "@materbone/clinical";
import type { ScenarioFile } from "../scenario/scenario-schema.ts";
import { DAYS_PER_MONTH } from "../scenario/time-unit.ts";
import { type CaseCourse, type CourseRate, caseCourse } from "./case-course.ts";

/** One woman's course as scenarios, with her treatments and without drugs, for each reading of when she weaned. */
export type CaseScenario = {
  readonly variants: readonly CaseVariant[];
  readonly course: CaseCourse;
  readonly nursing: NursingChoice;
};

export type CaseVariant = {
  /** Months post partum; `undefined` for a woman who never nursed. */
  readonly weanedMonth: number | undefined;
  readonly treated: ScenarioFile;
  /** The same course without drugs that act on bone; calcium and nursing unchanged. */
  readonly untreated: ScenarioFile;
};

export type NursingChoice =
  | { readonly kind: "recorded" }
  /** Weaning has a range: both ends are run. */
  | { readonly kind: "bothEnds" }
  /** Nursing goes on as far as the run. */
  | { readonly kind: "stillNursing" }
  | { readonly kind: "notNursed" }
  /** Given with the question, because the record is silent. */
  | { readonly kind: "given" };

/** Why there is no scenario: what the reader has to say first. */
export type NoCaseScenario = { readonly kind: "weaningUnknown" };

export type CaseScenarioOptions = {
  /** End of the run, months post partum. */
  readonly untilMonth: number;
  /** Month of weaning where the record is silent; a recorded one comes first. */
  readonly weanedMonth?: number | undefined;
  /** Step of the rows, months; default 1. */
  readonly everyMonths?: number;
  /** Columns by name; all when left out. */
  readonly names?: readonly string[];
  /** Further times of rows, months. */
  readonly alsoMonths?: readonly number[];
};

/** Share of full nursing that mixed feeding is taken for; assumed: no figure of the record says how much of each. */
export const MIXED_FEEDING = 0.5;

/**
 * The scenarios of one woman of a record. A time that the record leaves open is never guessed: both ends of a range of weaning
 * are run, and an unknown one is asked for.
 */
export function caseScenario(view: CaseView, options: CaseScenarioOptions): CaseScenario | NoCaseScenario {
  const nursing = nursingOf(view, options);
  if (nursing === undefined) return { kind: "weaningUnknown" };
  const course = caseCourse(view);
  const variants = nursing.weaned.map((weanedMonth) => ({
    weanedMonth,
    treated: scenarioOf(view, course, weanedMonth, options, true),
    untreated: scenarioOf(view, course, weanedMonth, options, false),
  }));
  return { variants, course, nursing: nursing.choice };
}

type Nursing = { readonly choice: NursingChoice; readonly weaned: readonly (number | undefined)[] };

function nursingOf(view: CaseView, { untilMonth, weanedMonth }: CaseScenarioOptions): Nursing | undefined {
  const lactation = view.index?.lactation;
  if (lactation?.breastfed === "no") return { choice: { kind: "notNursed" }, weaned: [undefined] };
  const ends = endsOf(view.weaned);
  if (ends !== undefined) {
    return { choice: { kind: ends.length > 1 ? "bothEnds" : "recorded" }, weaned: ends };
  }
  if (lactation?.stillBreastfeeding === true) return { choice: { kind: "stillNursing" }, weaned: [untilMonth] };
  return weanedMonth === undefined ? undefined : { choice: { kind: "given" }, weaned: [weanedMonth] };
}

function endsOf(weaned: Interval | undefined): readonly number[] | undefined {
  if (weaned === undefined) return undefined;
  const earliest = Math.max(0, weaned.earliest);
  if (!Number.isFinite(earliest) || !Number.isFinite(weaned.latest) || weaned.latest < 0) return undefined;
  return earliest === weaned.latest ? [earliest] : [earliest, weaned.latest];
}

function scenarioOf(
  view: CaseView,
  course: CaseCourse,
  weanedMonth: number | undefined,
  options: CaseScenarioOptions,
  isTreated: boolean,
): ScenarioFile {
  const { untilMonth, everyMonths = 1, names, alsoMonths = [] } = options;
  const { lactation, fetuses } = view.index ?? {};
  const share = lactation?.intensity === "mixed" ? MIXED_FEEDING : 1;
  const doses = course.doses.filter((dose) => isTreated || !dose.isBoneActive);
  return {
    schema: "materbone/scenario/1",
    model: "circuit",
    start: { from: "rest" },
    inputs: {
      ...(weanedMonth === undefined || weanedMonth === 0
        ? {}
        : {
            NURSING: [
              { at: 0, value: share },
              ...(weanedMonth < untilMonth ? [{ at: month(weanedMonth), value: 0 }] : []),
            ],
          }),
      ...(fetuses === undefined || fetuses === 1 ? {} : { INFANTS: fetuses }),
      POSTPARTUM: [{ from: 0, to: month(untilMonth), value: `${untilMonth * DAYS_PER_MONTH} d` }],
      ...rateInput("CASUP", "mmol/d", 1 / 40.078, "calcium", course.rates, untilMonth),
    },
    doses: doses
      .filter(({ firstMonth }) => firstMonth <= untilMonth)
      .map(({ agent, amountMg, firstMonth, everyDays, untilMonth: last }) => ({
        agent,
        amount: `${amountMg} mg`,
        at: month(firstMonth),
        ...(everyDays === undefined ? {} : { every: `${everyDays} d` }),
        ...(everyDays === undefined || last === undefined ? {} : { until: month(Math.min(last, untilMonth)) }),
      })),
    outputs: {
      times: [{ from: 0, to: month(untilMonth), every: month(everyMonths) }, ...alsoMonths.map(month)],
      timeUnit: "month",
      ...(names === undefined ? {} : { names: [...names] }),
    },
  };
}

function month(value: number): string {
  return `${value} month`;
}

/**
 * The daily intake of one substance as steps in time: courses that overlap add up.
 *
 * @param perMg - what of `unit` a milligram is: for calcium by its molar mass of 40.078
 */
function rateInput(
  name: string,
  unit: string,
  perMg: number,
  substance: CourseRate["substance"],
  rates: readonly CourseRate[],
  untilMonth: number,
): Readonly<Record<string, { at: string; value: string }[]>> {
  const own = rates.filter((rate) => rate.substance === substance && rate.fromMonth < untilMonth);
  if (own.length === 0) return {};
  const ends = own.map((rate) => rate.untilMonth ?? Number.POSITIVE_INFINITY);
  const times = [...own.map((rate) => rate.fromMonth), ...ends].filter((time) => time < untilMonth);
  const steps = [...new Set(times)]
    .sort((a, b) => a - b)
    .map((time) => {
      const mg = own.reduce(
        (sum, rate, index) => (rate.fromMonth <= time && time < ends[index] ? sum + rate.mgPerDay : sum),
        0,
      );
      return { at: month(time), value: `${mg * perMg} ${unit}` };
    });
  return { [name]: steps };
}
