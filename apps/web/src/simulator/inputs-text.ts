import { given, numberOf, oneOf, textOf } from "../app/search-value.ts";
import {
  type CourseInputs,
  FEWEST_MONTHS,
  GIVEN_AGENTS,
  type GivenCourse,
  MOST_MONTHS,
  NURSING_LEVELS,
  type NursingLevel,
  type NursingStretch,
  WOMEN_KINDS,
} from "./course-inputs.ts";

/** Inputs as an address holds them; what is not said is that of the base: the default, or a woman's record. */
export type InputsSearch = {
  readonly woman?: CourseInputs["woman"];
  /** `f6p2`: full for 6 months, partly for 2; `0` for none. */
  readonly nursing?: string;
  readonly infants?: number;
  readonly calcium?: number;
  /** `zoledronicAcid:5@8`, `alendronate:70@8/7-20`: agent, mg, start month, days between doses, last month; `none` for nothing. */
  readonly given?: string;
  readonly months?: number;
};

export function inputsSearch(search: Readonly<Record<string, unknown>>): InputsSearch {
  const nursing = textOf(search.nursing);
  const courses = textOf(search.given);
  return given({
    woman: oneOf(search.woman, WOMEN_KINDS),
    nursing: nursing !== undefined && nursingOf(nursing) !== undefined ? nursing : undefined,
    infants: within(search.infants, 1, 4),
    calcium: within(search.calcium, 0, 4000),
    given: courses !== undefined && coursesOf(courses) !== undefined ? courses : undefined,
    months: within(search.months, FEWEST_MONTHS, MOST_MONTHS),
  });
}

function within(value: unknown, least: number, most: number): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number >= least && number <= most ? number : undefined;
}

/** The inputs that an address asks for, on top of those it leaves alone. */
export function inputsOf(search: InputsSearch, base: CourseInputs): CourseInputs {
  return {
    woman: search.woman ?? base.woman,
    nursing: (search.nursing === undefined ? undefined : nursingOf(search.nursing)) ?? base.nursing,
    infants: search.infants ?? base.infants,
    dietCalciumMg: search.calcium ?? base.dietCalciumMg,
    given: (search.given === undefined ? undefined : coursesOf(search.given)) ?? base.given,
    months: search.months ?? base.months,
  };
}

/** What an address has to say so that `inputsOf` gives these inputs: only what differs from the base. */
export function searchOfInputs(
  inputs: CourseInputs,
  base: CourseInputs,
): Required<{ [K in keyof InputsSearch]: InputsSearch[K] | undefined }> {
  const differs = <T>(value: T, other: T): T | undefined => (value === other ? undefined : value);
  return {
    woman: differs(inputs.woman, base.woman),
    nursing: differs(nursingText(inputs.nursing), nursingText(base.nursing)),
    infants: differs(inputs.infants, base.infants),
    calcium: differs(inputs.dietCalciumMg, base.dietCalciumMg),
    given: differs(coursesText(inputs.given), coursesText(base.given)),
    months: differs(inputs.months, base.months),
  };
}

/** Inputs as one text that stands by itself, whatever the base: for pinned courses. */
export function inputsText(inputs: CourseInputs): string {
  const { woman, nursing, infants, dietCalciumMg, months } = inputs;
  return [woman, nursingText(nursing), infants, dietCalciumMg, coursesText(inputs.given), months].join(";");
}

/** `undefined` for a text that `inputsText` does not write. */
export function inputsOfText(text: string): CourseInputs | undefined {
  const [woman, nursing, infants, calcium, courses, months, ...more] = text.split(";");
  const read = inputsSearch({ woman, nursing, infants, calcium, given: courses, months });
  const { woman: kind, infants: count, calcium: diet, months: shown } = read;
  const stretches = read.nursing === undefined ? undefined : nursingOf(read.nursing);
  const list = read.given === undefined ? undefined : coursesOf(read.given);
  if (more.length > 0 || kind === undefined || stretches === undefined || list === undefined) return undefined;
  if (count === undefined || diet === undefined || shown === undefined) return undefined;
  return { woman: kind, nursing: stretches, infants: count, dietCalciumMg: diet, given: list, months: shown };
}

const LEVEL_OF_LETTER: Readonly<Record<string, NursingLevel>> = { f: "full", p: "partial", n: "none" };

function nursingText(nursing: readonly NursingStretch[]): string {
  return nursing.length === 0 ? "0" : nursing.map(({ level, months }) => `${level.charAt(0)}${months}`).join("");
}

function nursingOf(text: string): readonly NursingStretch[] | undefined {
  if (text === "0") return [];
  if (!/^(?:[fpn]\d+(?:\.\d+)?)+$/.test(text)) return undefined;
  const stretches = [...text.matchAll(/([fpn])([\d.]+)/g)].map(([, letter = "", months]) => ({
    level: LEVEL_OF_LETTER[letter] ?? NURSING_LEVELS[0],
    months: Number(months),
  }));
  const sum = stretches.reduce((total, { months }) => total + months, 0);
  return sum <= MOST_MONTHS && stretches.every(({ months }) => months > 0) ? stretches : undefined;
}

function coursesText(courses: readonly GivenCourse[]): string {
  if (courses.length === 0) return "none";
  return courses
    .map(({ agent, amountMg, startMonth, everyDays, untilMonth }) => {
      const until = untilMonth === undefined ? "" : `-${untilMonth}`;
      return `${agent}:${amountMg}@${startMonth}${everyDays === undefined ? "" : `/${everyDays}${until}`}`;
    })
    .join(",");
}

const COURSE = /^(\w+):(\d+(?:\.\d+)?)@(\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?)?$/;
/** Doses closer than this make a run of minutes. */
const LEAST_DAYS = 1;

function coursesOf(text: string): readonly GivenCourse[] | undefined {
  if (text === "none") return [];
  const courses: GivenCourse[] = [];
  for (const part of text.split(",")) {
    const [, name, amount, start, every, until] = COURSE.exec(part) ?? [];
    const agent = oneOf(name, GIVEN_AGENTS);
    const everyDays = every === undefined ? undefined : Number(every);
    if (agent === undefined || !(Number(amount) > 0) || (everyDays !== undefined && everyDays < LEAST_DAYS))
      return undefined;
    courses.push({
      agent,
      amountMg: Number(amount),
      startMonth: Number(start),
      ...given({ everyDays, untilMonth: until === undefined ? undefined : Number(until) }),
    });
  }
  return courses;
}
