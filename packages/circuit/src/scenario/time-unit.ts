import { TIME_IN_HOURS } from "../model/unit-table.ts";

/** Units that a time of a scenario is written in, with their spellings. */
export const TIME_UNITS = ["h", "d", "week", "month", "year", "modelMonth", "modelYear"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

const SPELLINGS: Readonly<Record<string, TimeUnit>> = {
  h: "h",
  hour: "h",
  hours: "h",
  小时: "h",
  d: "d",
  day: "d",
  days: "d",
  天: "d",
  日: "d",
  week: "week",
  weeks: "week",
  w: "week",
  wk: "week",
  周: "week",
  month: "month",
  months: "month",
  mo: "month",
  个月: "month",
  月: "month",
  year: "year",
  years: "year",
  y: "year",
  yr: "year",
  年: "year",
  modelMonth: "modelMonth",
  modelMonths: "modelMonth",
  modelYear: "modelYear",
  modelYears: "modelYear",
};

/** How a model counts time: its own unit, and the year of its age clock, hours. */
export type ModelClock = { readonly timeUnit: "h" | "d" | "month"; readonly modelYearHours: number };

const [HOURS_PER_DAY] = TIME_IN_HOURS.d;
/** A month of the year of 8766 h (365.25 days): 730.5 h. */
export const HOURS_PER_MONTH: number = TIME_IN_HOURS.month[0] / TIME_IN_HOURS.month[1];
export const DAYS_PER_MONTH: number = HOURS_PER_MONTH / HOURS_PER_DAY;
const HOURS: Readonly<Record<Exclude<TimeUnit, "modelMonth" | "modelYear">, number>> = {
  h: 1,
  d: HOURS_PER_DAY,
  week: 7 * HOURS_PER_DAY,
  month: HOURS_PER_MONTH,
  year: 12 * HOURS_PER_MONTH,
};

/** The unit that a spelling means; `undefined` when it means none. */
export function timeUnitOf(spelling: string): TimeUnit | undefined {
  return SPELLINGS[spelling] ?? SPELLINGS[spelling.toLowerCase()];
}

export function hoursOf(unit: TimeUnit, clock: ModelClock): number {
  if (unit === "modelYear") return clock.modelYearHours;
  if (unit === "modelMonth") return clock.modelYearHours / 12;
  return HOURS[unit];
}

/** A time in the unit of the model. */
export function modelTime(value: number, unit: TimeUnit, clock: ModelClock): number {
  return unit === clock.timeUnit ? value : (value * hoursOf(unit, clock)) / HOURS[clock.timeUnit];
}
