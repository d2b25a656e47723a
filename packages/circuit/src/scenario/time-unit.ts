import { TIME_IN_HOURS } from "../model/unit-table.ts";

/** Units that a time of a scenario is written in, with their spellings. */
export const TIME_UNITS = ["h", "d", "week", "month", "year", "modelMonth", "modelYear"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

const SPELLINGS: ReadonlyMap<string, TimeUnit> = new Map(
  Object.entries({
    h: ["h", "hour", "hours", "小时"],
    d: ["d", "day", "days", "天", "日"],
    week: ["week", "weeks", "w", "wk", "周"],
    month: ["month", "months", "mo", "个月", "月"],
    year: ["year", "years", "y", "yr", "年"],
    modelMonth: ["modelMonth", "modelMonths"],
    modelYear: ["modelYear", "modelYears"],
  } satisfies Record<TimeUnit, readonly string[]>).flatMap(([unit, spellings]) =>
    spellings.map((spelling) => [spelling, unit as TimeUnit] as const),
  ),
);

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
  return SPELLINGS.get(spelling) ?? SPELLINGS.get(spelling.toLowerCase());
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
